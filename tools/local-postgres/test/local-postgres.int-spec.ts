import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { isAlive, waitUntil } from '../../processes/src/process-identity.mjs';
import { startLocalPostgres } from '../src/local-postgres.mjs';
import type { LocalPostgres } from '../src/local-postgres.mjs';

const library = fileURLToPath(new URL('../src/local-postgres.mjs', import.meta.url));

describe('the local PostgreSQL', () => {
  let folder = '';
  let running: LocalPostgres[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mocua-postgres-'));
    chmodSync(folder, 0o755); // else root would have to place the cluster elsewhere, and the test could not tidy up
  });
  afterEach(async () => {
    await Promise.all(running.map((postgres) => postgres.stop()));
    running = [];
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (options: { port?: number } = {}) => {
    const postgres = await startLocalPostgres({
      dataDir: join(folder, 'data'),
      durable: false,
      port: 46_000,
      ...options,
    });
    running.push(postgres);
    return postgres;
  };
  const ask = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('keeps its data from one start to the next and answers only with its password', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    const wrong = new URL(second.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  }, 120_000);

  it('starts over when initdb was interrupted half-way', async () => {
    mkdirSync(join(folder, 'data', 'cluster.new', 'base'), { recursive: true });
    expect(await ask((await start()).url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  }, 120_000);

  it('takes the next port when the wished one is busy', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    expect((await start({ port })).port).toBeGreaterThan(port);
    await new Promise((resolve) => other.close(resolve));
  }, 120_000);

  it('is adopted when its starter was killed, and stopped by who adopted it', async () => {
    const starter = `
      import { startLocalPostgres } from ${JSON.stringify(library)};
      await startLocalPostgres({ dataDir: process.argv[1], durable: false, port: 46000 });
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module', '-e', starter, join(folder, 'data')], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const adopted = await start();
    expect(adopted.adopted).toBe(true);
    await adopted.stop();
    expect(isAlive(adopted.pid)).toBe(false);
  }, 120_000);

  it('starts after it was killed itself, and beside a pid file whose number belongs to another process', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    expect(await waitUntil(() => !isAlive(first.pid), 10_000)).toBe(true);
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    await second.stop();

    const stranger = spawn('sleep', ['60']);
    const lines = [
      stranger.pid,
      join(second.home, 'cluster'),
      1,
      second.port,
      '',
      '127.0.0.1',
      '1 1',
      'ready',
    ];
    writeFileSync(join(second.home, 'cluster', 'postmaster.pid'), lines.join('\n'));
    expect((await start()).adopted).toBe(false);
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
  }, 120_000);

  it('serves two starts of one folder at the same time with one server, until the last of them stops it', async () => {
    const script = `
      import { startLocalPostgres } from ${JSON.stringify(library)};
      const postgres = await startLocalPostgres({ dataDir: process.argv[1], durable: false, port: 46000 });
      process.stdout.write(String(postgres.pid));
      process.stdin.once('data', async () => { await postgres.stop(); process.exit(0); });`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script, join(folder, 'data')], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let complaint = '';
    other.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    const otherPid = new Promise<number>((resolve, reject) => {
      other.stdout.once('data', (data: Buffer) => resolve(Number(data)));
      other.once('close', () => reject(new Error(`the other start ended: ${complaint}`)));
    });
    const own = await start();
    expect(await otherPid).toBe(own.pid);
    await own.stop();
    expect(isAlive(own.pid)).toBe(true);
    other.stdin.write('stop\n');
    expect(await waitUntil(() => !isAlive(own.pid), 20_000)).toBe(true);
  }, 120_000);

  it('hides its password from other users', async () => {
    const { home, url } = await start();
    expect(new URL(url).password).toBe(readFileSync(join(home, 'password'), 'utf8'));
    const { stdout } = spawnSync('stat', ['-c', '%a', join(home, 'password')], { encoding: 'utf8' });
    expect(stdout.trim()).toBe('600');
  }, 120_000);
});
