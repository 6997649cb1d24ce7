import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { withFileLock } from '../../processes/src/file-lock.mjs';
import { identify } from '../../processes/src/process-identity.mjs';
import { startLocalPostgres } from './local-postgres.mjs';
import { testClusterPaths } from './shared-test-cluster.mjs';

const idleSeconds = Number(process.env['MOCUA_TEST_CLUSTER_IDLE_SECONDS'] ?? 120);
const home = process.argv[2];
if (!home) throw new Error('usage: keep-test-cluster.mjs <folder>');
const paths = testClusterPaths(home);

const postgres = await startLocalPostgres({ dataDir: home, port: 54_329, durable: false, note: console.log });
const watcher = new pg.Client({ connectionString: postgres.url, application_name: 'mocua-keeper' });
watcher.on('error', () => process.exit(1)); // the server went down by another hand: the next test starts both anew
await watcher.connect();
writeFileSync(`${paths.keeper}.new`, JSON.stringify({ identity: identify(), url: postgres.url }), {
  mode: 0o600,
});
renameSync(`${paths.keeper}.new`, paths.keeper);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => void withFileLock(paths.lock, stop));

let idleSince = performance.now();
for (;;) {
  await pause(5_000);
  if (await inUse()) idleSince = performance.now();
  else await dropAbandoned();
  if (performance.now() - idleSince < idleSeconds * 1_000) continue;
  await withFileLock(paths.lock, async () => {
    if (!(await inUse())) await stop();
  });
}

async function inUse() {
  const { rows } = await watcher.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return rows[0].n > 0;
}

/** Databases of killed tests: nobody is connected at all, so nobody uses them. Templates stay; they cost seconds. */
async function dropAbandoned() {
  const { rows } = await watcher.query(
    `SELECT datname FROM pg_database WHERE datname LIKE 'mocua\\_test\\_%'`,
  );
  for (const { datname } of rows)
    await watcher.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)}`);
}

async function stop() {
  rmSync(paths.keeper, { force: true });
  watcher.removeAllListeners('error');
  watcher.on('error', () => undefined); // our own shutdown cuts it
  await postgres.stop();
  process.exit(0);
}
