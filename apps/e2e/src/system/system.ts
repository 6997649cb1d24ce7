import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';
import { joinTestCluster } from '../../../../tools/local-postgres/src/shared-test-cluster.mjs';
import { runNx } from '../../../../tools/start/src/nx.mjs';
import { freePorts, runProgram, startProgram } from './programs';

/** The running portal, workspace, kiosk and everything behind them. */
export interface System {
  /** Origin of all front ends, without a trailing slash. */
  readonly origin: string;
  /** Origin of the outside world, without a trailing slash. */
  readonly outside: string;
  stop(): Promise<void>;
}

const outputs: Readonly<Record<string, string>> = {
  mocua: 'dist/tools/mocua/main.js',
  sandbox: 'dist/apps/sandbox/main.js',
  api: 'dist/apps/api/main.js',
  worker: 'dist/apps/worker/main.js',
  portal: 'dist/apps/portal/browser/index.html',
  workspace: 'dist/apps/workspace/index.html',
  kiosk: 'dist/apps/kiosk/index.html',
};

/** What the programs of the last run wrote; stays for whoever looks for the cause of a failure. */
const logFolder = join(ROOT, 'tmp/test/e2e');

/** Brings up the whole system as built, on free ports, over a fresh database with the demo province but no dossiers. */
export async function startSystem(): Promise<System> {
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    await buildMissing();
    await rm(logFolder, { recursive: true, force: true });
    await mkdir(logFolder, { recursive: true });
    const folder = await mkdtemp(join(tmpdir(), 'mocua-e2e-'));
    undo.push(() => rm(folder, { recursive: true, force: true }));
    const database = await freshDatabase();
    undo.push(database.drop);
    const [port = 0, sandboxPort = 0] = await freePorts(2);
    const origin = `http://localhost:${port}`;
    const env = {
      DATABASE_URL: database.url,
      DATA_DIR: folder,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      PUBLIC_ORIGIN: origin,
      VNEID_ISSUER: `http://localhost:${sandboxPort}/vneid`,
      SSO_ISSUER: `http://localhost:${sandboxPort}/sso`,
      MESSAGES_URL: `http://localhost:${sandboxPort}/messages`,
      KIOSK_BRIDGE_URL: `http://localhost:${sandboxPort}`,
      // Every step is done here by officers; the hand-over itself is shown by the tests of the API.
      SECTOR_SYSTEMS: 'none',
      DOCUMENT_MANAGEMENT_URL: 'none',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'warn',
    };
    const program = (name: string, ...args: string[]) => ({
      main: outputs[name] ?? '',
      args,
      env,
      logFile: join(logFolder, `${name}.log`),
    });
    await runProgram(program('mocua', 'database', 'migrate'));
    await runProgram(program('mocua', 'seed', 'demo', '--no-dossiers'));
    undo.push(
      await startProgram(program('sandbox'), () => answers(`http://localhost:${sandboxPort}/messages`)),
    );
    undo.push(await startProgram(program('api'), () => answers(`${origin}/readyz`)));
    undo.push(await startProgram(program('worker'), () => Promise.resolve(true)));
    return { origin, outside: `http://localhost:${sandboxPort}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `npm test` builds everything before; a run on its own builds what is not there yet. */
async function buildMissing(): Promise<void> {
  const missing = Object.keys(outputs).filter((name) => !existsSync(join(ROOT, outputs[name] ?? '')));
  if (missing.length === 0) return;
  const { code, output } = await runNx([
    'run-many',
    '-t',
    'build',
    '-p',
    missing.join(','),
    '--parallel=2',
    '--output-style=static',
  ]);
  if (code !== 0) throw new Error(`The build failed:\n${output.slice(-4_000)}`);
}

async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { url: serverUrl, admin } = await joinServer();
  const name = `mocua_test_${randomBytes(8).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE template0`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** The server of `TEST_DATABASE_URL`, else the cluster that all tests of this user share. */
async function joinServer(): Promise<{ url: string; admin: Client }> {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) return joinTestCluster();
  const admin = new Client({ connectionString: url, application_name: 'mocua-test' });
  admin.on('error', () => undefined); // reported by the next query
  await admin.connect();
  return { url, admin };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
