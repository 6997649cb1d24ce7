import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { withFileLock } from '../../processes/src/file-lock.mjs';
import { findBinaries } from './binaries.mjs';
import { ensureCluster, pathsOf, spawnPostmaster } from './cluster.mjs';
import { leasesIn } from './leases.mjs';
import { place } from './placement.mjs';
import { adoptPostmaster, stopPostmaster, urlOf, waitUntilReady } from './postmaster.mjs';

/**
 * A running local PostgreSQL.
 * @typedef {object} LocalPostgres
 * @property {string} url  connection text of the maintenance database `postgres`, as superuser, password included
 * @property {number} port
 * @property {number} pid  process number of the postmaster
 * @property {boolean} adopted  whether it ran already, left by an earlier start that was killed, or used by another one
 * @property {string} home  folder that holds cluster, password and log; not `dataDir` when root had to go elsewhere
 * @property {() => Promise<void>} stop  fast shutdown, unless another live process uses the server, which then stops it
 *
 * @typedef {object} LocalPostgresOptions
 * @property {string} dataDir  folder for cluster, password and log
 * @property {number} [port]  first port to try, 5433 by default; the next free one is taken
 * @property {boolean} [durable]  whether data must survive a power cut; false only for test clusters
 * @property {(text: string) => void} [note]  told what happens that the user may want to know
 */

/**
 * Starts the embedded PostgreSQL, or adopts the one that still serves this folder. Safe against a second start of the
 * same folder at the same time, a stale pid file, a half-made cluster and a busy port.
 * @param {LocalPostgresOptions} options
 * @returns {Promise<LocalPostgres>}
 * @throws Error with advice when the platform has no binaries or the server does not start
 */
export async function startLocalPostgres({ dataDir, port = 5433, durable = true, note = () => undefined }) {
  const binaries = findBinaries();
  const placement = place({ dataDir, binaries, note });
  placement.home = realpathSync(placement.home);
  const paths = pathsOf(placement);
  return withFileLock(paths.lock, async () => {
    await ensureCluster(placement, { major: binaries.major, durable, note });
    const password = readFileSync(paths.password, 'utf8');
    const adopted = await adoptPostmaster(paths.cluster, password, note);
    const running = adopted ?? (await startOnFreePort(placement, port, durable));
    leasesIn(placement.home).take();
    return {
      url: urlOf(running.port, password),
      port: running.port,
      pid: running.pid,
      adopted: adopted !== undefined,
      home: placement.home,
      stop: () => release(placement.home, paths.lock, running.pid),
    };
  });
}

/**
 * @param {string} home
 * @param {string} lock
 * @param {number} pid
 */
function release(home, lock, pid) {
  return withFileLock(lock, async () => {
    if (!leasesIn(home).giveBack()) await stopPostmaster(pid);
  });
}

/**
 * @param {import('./placement.mjs').Placement} placement
 * @param {number} wishedPort
 * @param {boolean} durable
 * @returns {Promise<{ pid: number, port: number }>}
 */
async function startOnFreePort(placement, wishedPort, durable) {
  const paths = pathsOf(placement);
  let port = wishedPort;
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    port = await nextFreePort(port);
    const logBefore = statSync(paths.log, { throwIfNoEntry: false })?.size ?? 0;
    const child = spawnPostmaster(placement, { port, durable });
    if ((await waitUntilReady(child, paths.cluster)) && child.pid) return { pid: child.pid, port };
    const reason = readLog(paths.log, logBefore);
    if (/could not bind|Address already in use/u.test(reason)) {
      port += 1; // taken between our look and the server's
    } else if (/pre-existing shared memory block/u.test(reason)) {
      await new Promise((resolve) => setTimeout(resolve, 500)); // children of a killed postmaster are still leaving
    } else {
      throw new Error(`PostgreSQL did not start; ${paths.log} says:\n${reason.trim() || '(nothing)'}`);
    }
  }
  throw new Error(`PostgreSQL did not start after 20 attempts; see ${paths.log}`);
}

/**
 * @param {string} log
 * @param {number} from
 */
function readLog(log, from) {
  return readFileSync(log).subarray(from).toString('utf8').slice(-4_000);
}

/**
 * @param {number} first
 * @returns {Promise<number>}
 */
async function nextFreePort(first) {
  for (let port = first; port < 65_536; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port from ${first} upwards`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
