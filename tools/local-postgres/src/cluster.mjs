import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./placement.mjs').Placement} Placement */

/** Name of the superuser and owner of every local database. */
export const USER_NAME = 'mocua';

/**
 * @param {Placement} placement
 * @returns {{ cluster: string, password: string, log: string, lock: string }}
 */
export function pathsOf({ home }) {
  return {
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'start.lock'),
  };
}

/**
 * Makes the cluster when there is none. initdb works in a folder of another name that is renamed at the end: a cluster
 * that an interrupted initdb left half-made is therefore never taken for a real one.
 * @param {Placement} placement
 * @param {{ major: string, durable: boolean, note: (text: string) => void }} options
 */
export async function ensureCluster(placement, { major, durable, note }) {
  const paths = pathsOf(placement);
  if (statSync(paths.cluster, { throwIfNoEntry: false })) return checkVersion(paths.cluster, major);
  note('Creating the database cluster …');
  const draft = `${paths.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(paths.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (placement.user) chownSync(paths.password, placement.user.uid, placement.user.gid);
  // C.UTF-8 of the builtin provider: same order on every machine, folds "Đ" to "đ", and LIKE prefixes use plain indexes.
  // Vietnamese order is there by name: COLLATE "vi-x-icu".
  const result = await run(placement, 'initdb', [
    `--pgdata=${draft}`,
    `--username=${USER_NAME}`,
    `--pwfile=${paths.password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  if (result.code !== 0) throw new Error(`initdb failed in ${draft}:\n${result.output}`);
  renameSync(draft, paths.cluster);
}

/**
 * @param {string} cluster
 * @param {string} major
 */
function checkVersion(cluster, major) {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Error(
    `${cluster} was made by PostgreSQL ${found}, but PostgreSQL ${major} is installed.\n` +
      'Dump and restore it with that version, or choose another DATA_DIR.',
  );
}

/**
 * @param {Placement} placement
 * @param {'initdb'} program
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(placement, program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(placement.native, 'bin', program), args, {
      ...placement.user,
      cwd: placement.home,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The server must not inherit PGDATA, PGPORT and the like from the shell of whoever starts it. */
function serverEnvironment() {
  const keep = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];
  const kept = keep.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Starts the postmaster detached, so that Ctrl-C in a terminal reaches only its starter, who stops it in good order.
 * @param {Placement} placement
 * @param {{ port: number, durable: boolean }} options
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnPostmaster(placement, { port, durable }) {
  const paths = pathsOf(placement);
  const log = openSync(paths.log, 'a', 0o600);
  if (placement.user) chownSync(paths.log, placement.user.uid, placement.user.gid);
  const settings = {
    ...COMMON_SETTINGS,
    ...(durable ? DURABLE_SETTINGS : THROWAWAY_SETTINGS),
    port: String(port),
  };
  const child = spawn(
    join(placement.native, 'bin', 'postgres'),
    ['-D', paths.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...placement.user,
      cwd: placement.home,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    },
  );
  closeSync(log);
  child.on('error', () => undefined); // a failed spawn shows as a server that never becomes ready, with its exit code
  child.unref();
  return child;
}

const COMMON_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  huge_pages: 'off',
  random_page_cost: '1.1',
  log_line_prefix: '%m [%p] %d ',
};

const DURABLE_SETTINGS = {
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

/** For test clusters only: nothing in them is worth keeping after a power cut. */
const THROWAWAY_SETTINGS = {
  max_connections: '300',
  shared_buffers: '128MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
};
