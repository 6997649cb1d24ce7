// Runs before `npm start`, `npm test` and the like, on a fresh clone, under any Node from 20 on: only node:* may be
// imported here and in what this file imports.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statfsSync, writeFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { withFileLock } from '../processes/src/file-lock.mjs';
import { adviceFor } from './src/advice.mjs';
import { isInstalledAsLocked, missingOptionalEntries } from './src/lock-check.mjs';
import { isRecentEnough, pinnedNode, ROOT } from './src/pinned-node.mjs';

const NEEDED_BYTES = 2_000_000_000;
const stampFile = join(ROOT, 'node_modules', '.mocua-installed');
const quiet = process.argv.includes('--quiet');
const began = performance.now();

/** @param {string} text */
function say(text) {
  console.log(`[set-up ${String(Math.round((performance.now() - began) / 1000)).padStart(3)} s] ${text}`);
}

/**
 * @param {string} what
 * @param {string} next
 * @returns {never}
 */
function fail(what, next) {
  console.error(`\n${what}\n\nWhat to do: ${next}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.version} is too old.`,
    'install Node 20 or newer (https://nodejs.org) and run the same command again.',
  );
}
const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const stamp = createHash('sha256')
  .update(lockText)
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');
if (isInstalled()) {
  if (!quiet) say('packages are installed');
} else {
  await withFileLock(join(ROOT, '.data', 'set-up.lock'), install, { timeoutMs: 1_800_000 }).catch((error) =>
    fail(`The set-up failed: ${error.message}`, adviceFor(String(error.code ?? error.message))),
  );
}

function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true;
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  if (!isInstalledAsLocked(JSON.parse(lockText), JSON.parse(readFileSync(record, 'utf8')))) return false;
  writeFileSync(stampFile, stamp); // somebody ran npm by hand; it installed the same
  return true;
}

async function install() {
  if (isInstalled()) return; // another set-up finished while this one waited
  checkLock();
  checkDisk();
  const count = Object.keys(JSON.parse(lockText).packages).length - 1;
  say(`installing ${count} packages with npm ci; the first time takes one to five minutes`);
  const beat = setInterval(() => say('still installing …'), 15_000);
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  clearInterval(beat);
  if (code !== 0) fail(`npm ci failed (exit code ${code}):\n${output.slice(-3_000)}`, adviceFor(output));
  checkNode();
  writeFileSync(stampFile, stamp);
  say('packages are installed');
}

function checkLock() {
  const missing = missingOptionalEntries(JSON.parse(lockText));
  if (missing.length === 0) return say('package-lock.json is complete');
  fail(
    `package-lock.json is not complete; npm ci would refuse it. No entry for:\n${missing.map((line) => `  - ${line}`).join('\n')}`,
    'write it anew with a registry that has these packages ("npm install --before=<an earlier date>"), and commit it.',
  );
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize >= NEEDED_BYTES) return;
  const free = Math.round((bavail * bsize) / 1e6);
  fail(
    `Only ${free} MB are free on the disk of ${ROOT}.`,
    'free at least 2 GB and run the same command again.',
  );
}

function checkNode() {
  const { version, path } = pinnedNode();
  if (!path) {
    if (isRecentEnough(process.version))
      return say(`no Node comes with the packages for this platform; using ${process.version}`);
    fail(
      `No Node ${version} comes with the packages for ${process.platform} ${process.arch}, and ${process.version} is too old.`,
      'install Node 24.15 or newer (on macOS: "brew install node@24") and run the same command again.',
    );
  }
  const { stdout, error, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (stdout?.trim() === `v${version}`) return say(`Node ${version} is ready`);
  fail(
    `The Node ${version} in node_modules does not run: ${error?.message ?? stderr?.trim() ?? 'no answer'}`,
    'use a system with glibc 2.28 or newer (Debian 10, Ubuntu 20.04, RHEL 8), not Alpine; then run the same command again.',
  );
}

/**
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runNpm(args) {
  const { command, leading, env } = npmCommand();
  return new Promise((resolve) => {
    const child = spawn(command, [...leading, ...args], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** npm ci deletes node_modules, and with it the Node that may be running this file: use one from outside. */
function npmCommand() {
  const inside = realpathOr(join(ROOT, 'node_modules')) + sep;
  const folders = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder && !realpathOr(folder).startsWith(inside));
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const outside = folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
  const node = process.execPath.startsWith(inside) ? (outside ?? process.execPath) : process.execPath;
  const npm = process.env['npm_execpath'];
  const env = { ...process.env, PATH: folders.join(delimiter) };
  if (npm && /npm-cli\.[cm]?js$/u.test(npm) && existsSync(npm)) return { command: node, leading: [npm], env };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', leading: [], env };
}

/** @param {string} path */
function realpathOr(path) {
  return existsSync(path) ? realpathSync(path) : path;
}
