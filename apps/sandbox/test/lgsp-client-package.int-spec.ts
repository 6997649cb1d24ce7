import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../src/sandbox';

const run = promisify(execFile);
/** A package is built, packed and type-checked here by programs of their own. */
const patience = 180_000;
const workspace = process.cwd();
let folder: string;
/** An empty folder outside the workspace that has nothing but the installed package. */
let app: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mocua-lgsp-client-'));
  app = join(folder, 'app');
  sandbox = await startSandbox({
    port: 0,
    dataDir: folder,
    clientSecret: 'secret-of-this-test',
    portalOrigins: [],
  });
  await install();
}, patience);
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** Packs as for a registry and unpacks as an installation does; what it depends on comes from the workspace, offline. */
async function install(): Promise<void> {
  const builder = join(workspace, 'tools/build/build-package.mjs');
  await run(process.execPath, [builder, 'libs/lgsp/client', join(folder, 'built')]);
  await run('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: join(folder, 'built') });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  const target = join(app, 'node_modules/@mocua/lgsp-client');
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball ?? ''), '-C', target, '--strip-components=1']);
  const { dependencies } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(dependencies)) {
    const source = join(workspace, 'node_modules', name);
    const installed = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
    expect([name, installed.version]).toEqual([name, version]);
    await symlink(source, join(app, 'node_modules', name), 'dir');
  }
}

/** The program that the README of the installed package shows. */
async function fromReadme(fileName: string): Promise<string> {
  const readme = await readFile(join(app, 'node_modules/@mocua/lgsp-client/README.md'), 'utf8');
  const program = readme.split('```js\n').find((block) => block.startsWith(`// ${fileName}\n`));
  return program?.slice(0, program.indexOf('```')) ?? '';
}

async function node(file: string, ...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { PATH: process.env['PATH'] ?? '', LGSP_URL: `${sandbox.origin}/lgsp` };
  try {
    const { stdout, stderr } = await run(process.execPath, [file, ...args], { cwd: app, env });
    return { out: stdout.trim(), err: stderr.trim(), code: 0 };
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    return { out: stdout.trim(), err: stderr.trim(), code };
  }
}

describe('the client as a package of its own', () => {
  it(
    'is used by a plain script that follows its README and nothing else',
    async () => {
      await writeFile(join(app, 'look-up.mjs'), await fromReadme('look-up.mjs'));
      expect(await node('look-up.mjs', '0990000012')).toEqual({
        out: '0990000012 Công ty TNHH Thương mại Quân Phát',
        err: '',
        code: 0,
      });
      expect((await node('look-up.mjs', '0990000099')).out).toBe('not registered');
    },
    patience,
  );

  it(
    'tells such a script what is the matter when the service is ill',
    async () => {
      await writeFile(join(app, 'look-up.mjs'), await fromReadme('look-up.mjs'));
      const set = (steps: object[]): Promise<Response> =>
        fetch(`${sandbox.origin}/faults`, { method: 'POST', body: JSON.stringify({ area: 'lgsp', steps }) });
      await set([{ mode: 'reply-lost', times: 1, only: { path: 'dkdn' } }]);
      expect((await node('look-up.mjs', '0990000012')).code).toBe(0);
      await set([{ mode: 'html' }]);
      expect(await node('look-up.mjs', '0990000012')).toEqual({
        out: '',
        err: 'unreadable: try again later',
        code: 1,
      });
      await set([]);
    },
    patience,
  );

  it(
    'holds every fetch of a process to its list',
    async () => {
      const script = `
      import { AllowedAddresses, guardedDispatcher } from '@mocua/lgsp-client';
      import { setGlobalDispatcher } from 'undici';
      const gateway = new URL(process.env.LGSP_URL);
      const local = { protocol: 'http:', privateNetworks: ['127.0.0.0/8', '::1/128'] };
      const allowed = new AllowedAddresses([{ host: 'localhost', port: Number(gateway.port), ...local }]);
      setGlobalDispatcher(guardedDispatcher(allowed));
      const ask = (host) => fetch('http://' + host + ':' + gateway.port + '/healthz').then(
        (answer) => String(answer.status), (error) => error.cause?.code ?? String(error));
      console.log(await ask('localhost'), await ask('127.0.0.1'), await ask('[::ffff:127.0.0.1]'));`;
      await writeFile(join(app, 'guard.mjs'), script);
      expect((await node('guard.mjs')).out).toBe('200 LGSP_FORBIDDEN_ADDRESS LGSP_FORBIDDEN_ADDRESS');
    },
    patience,
  );

  it(
    'carries types, licence and changes, a semantic version and no path of the workspace',
    async () => {
      const target = join(app, 'node_modules/@mocua/lgsp-client');
      expect((await readdir(target)).sort()).toEqual(
        [
          'CHANGELOG.md',
          'LICENSE',
          'NOTICE',
          'README.md',
          'index.js',
          'index.js.map',
          'package.json',
          'types',
        ].sort(),
      );
      const types = await readFile(join(target, 'types/index.d.ts'), 'utf8');
      expect(types).toContain("from './service-client.js'");
      const { version } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8')) as {
        version: string;
      };
      expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
      expect(await readFile(join(target, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
      expect(await readFile(join(target, 'index.js'), 'utf8')).not.toContain(workspace);
    },
    patience,
  );

  it(
    'types a program under the strict rules of Node resolution',
    async () => {
      const program = `
      import { type Operation, ServiceCatalogue, type ServiceDescription } from '@mocua/lgsp-client';
      const service: ServiceDescription = new ServiceCatalogue([]).find('x');
      export const lookUp: Operation<{ id: string }, number> = { service, name: 'look-up', method: 'GET',
        idempotent: true, encode: ({ id }) => ({ path: id }), decode: (answer) => Number(answer) };`;
      await writeFile(join(app, 'program.mts'), program);
      await symlink(join(workspace, 'node_modules/@types'), join(app, 'node_modules/@types'), 'dir');
      const flags = [
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2023',
        '--types',
        'node',
        '--skipLibCheck',
      ];
      const compiler = join(workspace, 'node_modules/typescript/bin/tsc');
      await expect(
        run(process.execPath, [compiler, ...flags, 'program.mts'], { cwd: app }),
      ).resolves.toBeDefined();
    },
    patience,
  );
});
