import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { commandLineOf, endProcess, isAlive, waitUntil } from '../../processes/src/process-identity.mjs';
import { USER_NAME } from './cluster.mjs';

/** What a postmaster writes about itself. @typedef {{ pid: number, port: number, ready: boolean }} PostmasterFile */

/**
 * @param {string} cluster
 * @returns {PostmasterFile | undefined}
 */
export function readPostmasterFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined; // no server wrote one
  }
}

/**
 * Finds a postmaster that serves this cluster although nobody of us started it now: the starter was killed.
 * A file whose process is gone, or whose number belongs to something else today, is removed.
 * @param {string} cluster
 * @param {string} password
 * @param {(text: string) => void} note
 * @returns {Promise<PostmasterFile | undefined>} a server that answers; undefined means none runs
 */
export async function adoptPostmaster(cluster, password, note) {
  const found = readPostmasterFile(cluster);
  if (!found) return undefined;
  if (!isAlive(found.pid) || !serves(found.pid, cluster)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  /** @type {PostmasterFile | undefined} */
  let answering;
  await waitUntil(
    async () => {
      const now = readPostmasterFile(cluster);
      if (now?.ready && (await answersFor(cluster, urlOf(now.port, password)))) answering = now;
      return answering !== undefined || !isAlive(found.pid);
    },
    15_000,
    200,
  );
  if (answering) {
    note(`PostgreSQL already runs (process ${answering.pid}); using it.`);
    return answering;
  }
  note(`A PostgreSQL left by an earlier start does not answer (process ${found.pid}); ending it.`);
  await stopPostmaster(found.pid);
  return undefined;
}

/**
 * @param {number} pid
 * @param {string} cluster
 */
function serves(pid, cluster) {
  const command = commandLineOf(pid);
  // On Windows the command line is unknown to us; there the connection decides.
  return command === ''
    ? process.platform === 'win32'
    : command.includes('postgres') && command.includes(cluster);
}

/**
 * @param {string} cluster
 * @param {string} url
 */
async function answersFor(cluster, url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined); // a connection cut while closing tells us nothing new
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    return rows[0]?.data_directory === cluster;
  } catch {
    return false; // not ours, not ready or going down: the caller looks again or gives up
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {number} port
 * @param {string} password
 * @param {string} [database]
 */
export function urlOf(port, password, database = 'postgres') {
  return `postgres://${USER_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Fast shutdown: open transactions are rolled back, data is flushed.
 * @param {number} pid
 */
export async function stopPostmaster(pid) {
  const gone = await endProcess(pid, { signal: 'SIGINT', graceMs: 30_000, force: 'SIGQUIT' });
  if (!gone) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} cluster
 * @returns {Promise<boolean>} whether the server accepts connections; false means that it ended instead
 */
export async function waitUntilReady(child, cluster) {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  // Recovery after a power cut may read a lot of log: generous, because the alternative is killing it.
  await waitUntil(() => ended || ownFile(child, cluster)?.ready === true, 300_000);
  return !ended && ownFile(child, cluster)?.ready === true;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} cluster
 */
function ownFile(child, cluster) {
  const file = readPostmasterFile(cluster);
  return file?.pid === child.pid ? file : undefined;
}
