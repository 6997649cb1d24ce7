import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process named so that a number used again by another process is not mistaken for it.
 * @typedef {{ pid: number, startedAt: string }} ProcessIdentity
 * `startedAt` is opaque: compare it, never read it.
 */

/**
 * @param {number} pid
 * @returns {boolean} whether a process of this number exists now, whoever owns it
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** @param {number} pid */
function isZombie(pid) {
  return procStat(pid)?.[0] === 'Z';
}

/**
 * @param {number} pid
 * @returns {string[] | undefined} the fields after the command name in `/proc/<pid>/stat`
 */
function procStat(pid) {
  if (process.platform !== 'linux') return undefined;
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // the process ended while we looked
  }
}

/**
 * @param {number} pid
 * @returns {string | undefined} when the process began, as an opaque text; undefined when it is gone or unknowable
 */
export function startOf(pid) {
  if (process.platform === 'linux') {
    const ticks = procStat(pid)?.[19];
    return ticks === undefined ? undefined : `${bootId()}/${ticks}`;
  }
  return process.platform === 'win32' ? undefined : askPs(pid, 'lstart=');
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return 'boot';
  }
}

/**
 * @param {number} pid
 * @returns {string} the command line, arguments separated by blanks; empty when it is gone or unknowable
 */
export function commandLineOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return process.platform === 'win32' ? '' : (askPs(pid, 'command=') ?? '');
}

/**
 * @param {number} pid
 * @param {string} column
 */
function askPs(pid, column) {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined; // ps answers with an error when the process is gone
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined} number of its parent; undefined when it is gone or unknowable
 */
export function parentOf(pid) {
  const text =
    process.platform === 'linux'
      ? procStat(pid)?.[1]
      : process.platform === 'win32'
        ? undefined
        : askPs(pid, 'ppid=');
  return text === undefined ? undefined : Number(text);
}

/**
 * @param {number} [pid]
 * @returns {ProcessIdentity}
 */
export function identify(pid = process.pid) {
  return { pid, startedAt: startOf(pid) ?? 'unknown' };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean} whether that very process, not a later one of the same number, still runs
 */
export function stillRuns(identity) {
  return isAlive(identity.pid) && (startOf(identity.pid) ?? 'unknown') === identity.startedAt;
}

/**
 * Asks a process to end, and ends it by force after the time of grace.
 * @param {number} pid
 * @param {{ signal?: NodeJS.Signals, graceMs?: number, force?: NodeJS.Signals }} [how]
 * @returns {Promise<boolean>} whether it is gone
 */
export async function endProcess(pid, { signal = 'SIGTERM', graceMs = 10_000, force = 'SIGKILL' } = {}) {
  if (!trySignal(pid, signal)) return true;
  if (await waitUntil(() => !isAlive(pid), graceMs)) return true;
  if (!trySignal(pid, force)) return true;
  return waitUntil(() => !isAlive(pid), 5_000);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @returns {boolean} false when there is nothing to signal
 */
function trySignal(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH') return false;
    throw error;
  }
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} timeoutMs
 * @param {number} [everyMs]
 * @returns {Promise<boolean>} whether the condition became true in time
 */
export async function waitUntil(condition, timeoutMs, everyMs = 50) {
  const end = performance.now() + timeoutMs;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
