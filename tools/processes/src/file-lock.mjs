import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, stillRuns, waitUntil } from './process-identity.mjs';

/**
 * Runs `work` while no other process of this machine holds the same lock file. The lock of a process that was killed is
 * taken over: it holds the number and the start of its owner.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ timeoutMs?: number }} [options] how long to wait for the present holder
 * @returns {Promise<T>}
 * @throws Error when the holder keeps the lock longer than `timeoutMs`
 */
export async function withFileLock(path, work, { timeoutMs = 120_000 } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const got = await waitUntil(() => tryTake(path), timeoutMs, 40);
  if (!got)
    throw new Error(
      `${path} is held by process ${holderOf(path)?.pid ?? 'unknown'}; end it or remove the file`,
    );
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function tryTake(path) {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  writeFileSync(draft, JSON.stringify(identify()), { mode: 0o600 });
  try {
    linkSync(draft, path); // appears with its content in one step, so nobody can read a half-written lock
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    const holder = holderOf(path);
    if (holder && !stillRuns(holder)) removeAbandoned(path, holder);
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {import('./process-identity.mjs').ProcessIdentity | undefined}
 */
function holderOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // released between our two looks
  }
}

/**
 * Two waiters may see the same dead holder; the slower one must not remove the lock that the faster one took meanwhile.
 * @param {string} path
 * @param {import('./process-identity.mjs').ProcessIdentity} dead
 */
function removeAbandoned(path, dead) {
  const aside = `${path}.dead.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another waiter was faster
  }
  const moved = holderOf(aside);
  if (moved && (moved.pid !== dead.pid || moved.startedAt !== dead.startedAt)) restore(aside, path);
  rmSync(aside, { force: true });
}

/**
 * @param {string} aside
 * @param {string} path
 */
function restore(aside, path) {
  try {
    linkSync(aside, path);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}
