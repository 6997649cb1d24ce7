import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';

/**
 * Runs Nx without daemon and terminal interface, so that nothing stays behind and the output can be kept.
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => void, signal?: AbortSignal, yielding?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNx(args, { onLine, signal, yielding } = {}) {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('nx/package.json');
  const script = join(dirname(manifest), require(manifest).bin.nx);
  return runNode([script, ...args], {
    onLine,
    signal,
    yielding,
    env: {
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_ISOLATE_PLUGINS: 'false',
      NX_NO_CLOUD: 'true',
      FORCE_COLOR: '0',
    },
  });
}

/** Loaded into a program that shall not outlive the one that started it, even when that is killed. */
const guard = join(ROOT, 'tools/start/src/end-with-parent.mjs');

/**
 * @param {string[]} args
 * @param {object} [options]
 * @param {((line: string) => void) | undefined} [options.onLine]
 * @param {AbortSignal | undefined} [options.signal]
 * @param {Record<string, string>} [options.env]
 * @param {boolean} [options.guarded]  whether it ends when this process does, however that happens
 * @param {boolean | undefined} [options.yielding]  whether it only takes the time that nobody else wants
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { onLine, signal, env = {}, guarded = false, yielding = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, guarded ? ['--import', pathToFileURL(guard).href, ...args] : args, {
      cwd: ROOT,
      env: { ...process.env, ...env, ...(guarded ? { MOCUA_STARTED_BY: String(process.pid) } : {}) },
      stdio: ['ignore', 'pipe', 'pipe', ...(guarded ? /** @type {const} */ (['ipc']) : [])],
      ...(signal ? { signal } : {}),
    });
    // at once: the threads it makes later take it over
    if (yielding && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    let rest = '';
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (onLine) for (const line of lines) onLine(line);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
