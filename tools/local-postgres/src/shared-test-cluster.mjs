import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { withFileLock } from '../../processes/src/file-lock.mjs';
import { stillRuns, waitUntil } from '../../processes/src/process-identity.mjs';

/** @typedef {import('../../processes/src/process-identity.mjs').ProcessIdentity} ProcessIdentity */

/**
 * Folder of the test cluster that all work trees and all test processes of this user share.
 * @returns {string}
 */
export function testClusterHome() {
  const parent = process.env['DATA_DIR'] ? resolve(process.env['DATA_DIR']) : tmpdir();
  return join(parent, `mocua-test-postgres-${userInfo().username}`);
}

/** @param {string} home */
export function testClusterPaths(home) {
  return { lock: `${home}.lock`, keeper: `${home}.keeper.json`, log: `${home}.keeper.log` };
}

/** @type {typeof import('./shared-test-cluster.d.mts').joinTestCluster} */
export async function joinTestCluster(home = testClusterHome()) {
  const paths = testClusterPaths(home);
  // The keeper takes the same lock before it stops an idle cluster; whoever connects under the lock is safe from that.
  return withFileLock(paths.lock, async () => {
    const running = await connectToKept(paths.keeper);
    if (running) return running;
    startKeeper(home, paths.log);
    /** @type {{ url: string, admin: pg.Client } | undefined} */
    let joined;
    await waitUntil(async () => (joined = await connectToKept(paths.keeper)) !== undefined, 90_000, 100);
    if (!joined) throw new Error(`The test database did not start; see ${paths.log}`);
    return joined;
  });
}

/** @param {string} keeperFile */
async function connectToKept(keeperFile) {
  const kept = readKeeper(keeperFile);
  if (!kept || !stillRuns(kept.identity)) return undefined;
  const admin = new pg.Client({ connectionString: kept.url, application_name: 'mocua-test' });
  admin.on('error', () => undefined); // reported by the next query
  try {
    await admin.connect();
    return { url: kept.url, admin };
  } catch {
    return undefined; // still starting, or killed under its keeper: the caller waits or starts another
  }
}

/**
 * @param {string} file
 * @returns {{ identity: ProcessIdentity, url: string } | undefined}
 */
export function readKeeper(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // no keeper yet
  }
}

/**
 * @param {string} home
 * @param {string} logFile
 */
function startKeeper(home, logFile) {
  mkdirSync(join(home, '..'), { recursive: true });
  const log = openSync(logFile, 'a', 0o600);
  const script = fileURLToPath(new URL('./keep-test-cluster.mjs', import.meta.url));
  spawn(process.execPath, [script, home], { detached: true, stdio: ['ignore', log, log], cwd: '/' }).unref();
  closeSync(log);
}
