import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';

/**
 * Runs Nx without daemon and terminal interface, so that nothing stays behind and the output can be kept.
 * @param {string[]} args
 * @param {{ onLine?: (line: string) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNx(args, { onLine, signal } = {}) {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve('nx/package.json');
  const script = join(dirname(manifest), require(manifest).bin.nx);
  return runNode([script, ...args], {
    onLine,
    signal,
    env: {
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_ISOLATE_PLUGINS: 'false',
      NX_NO_CLOUD: 'true',
      FORCE_COLOR: '0',
    },
  });
}

/**
 * @param {string[]} args
 * @param {{ onLine?: ((line: string) => void) | undefined, signal?: AbortSignal | undefined, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { onLine, signal, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    });
    let output = '';
    let rest = '';
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      if (onLine) for (const line of lines) onLine(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
