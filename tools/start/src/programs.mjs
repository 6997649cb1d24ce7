import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { endProcess, waitUntil } from '../../processes/src/process-identity.mjs';
import { Expected } from './settings.mjs';

const LOG_LIMIT = 20 * 1024 * 1024;
const MOST_RESTARTS = 5;

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {Record<string, string>} env
 * @property {(() => Promise<boolean>) | undefined} isReady  asked until it says yes
 */

/**
 * Runs the programs of a start, with their output in DATA_DIR/logs.
 * @param {{ dataDir: string, pidFiles: ReturnType<typeof import('./pid-files.mjs').pidFilesIn>,
 *   say: (text: string) => void, halt: AbortSignal, onGivenUp: (error: Error) => void }} parts
 */
export function programRunner({ dataDir, pidFiles, say, halt, onGivenUp }) {
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  /** @type {Map<string, import('node:child_process').ChildProcess>} */
  const children = new Map();
  let restarts = 0;

  /** @param {Program} program */
  function launch(program) {
    const log = openLog(logs, program.name);
    const child = spawn(
      process.execPath,
      [
        '--enable-source-maps',
        '--import',
        join(ROOT, 'tools/start/src/end-with-parent.mjs'),
        join(ROOT, `dist/apps/${program.name}/main.js`),
      ],
      // Own process group: Ctrl-C reaches the starter alone, which stops its programs in order.
      {
        cwd: ROOT,
        env: { ...process.env, ...program.env },
        stdio: ['ignore', log, log, 'ipc'],
        detached: true,
      },
    );
    closeSync(log);
    children.set(program.name, child);
    if (child.pid) pidFiles.remember(program.name, child.pid);
    child.once('exit', (code, signal) => ended(program, child, signal ?? `code ${code}`));
    return child;
  }

  /**
   * @param {Program} program
   * @param {import('node:child_process').ChildProcess} child
   * @param {string} how
   */
  function ended(program, child, how) {
    pidFiles.forget(program.name);
    if (halt.aborted || children.get(program.name) !== child || !readiness.has(program.name)) return;
    restarts += 1;
    if (restarts > MOST_RESTARTS) return onGivenUp(failure(program, `ended again (${how})`));
    say(
      `${program.name} ended unexpectedly (${how}); starting it again, its log is ${logOf(logs, program.name)}`,
    );
    setTimeout(() => !halt.aborted && launch(program), 1_000);
  }

  /** @type {Set<string>} programs that were ready once; before that an end is a failed start */
  const readiness = new Set();

  /**
   * @param {Program} program
   * @param {string} what
   */
  function failure(program, what) {
    const tail = readFileSync(logOf(logs, program.name), 'utf8').split('\n').slice(-25).join('\n').trim();
    return new Expected(`${program.name} ${what}. ${logOf(logs, program.name)} ends with:\n${tail}`);
  }

  return {
    /** @param {Program} program */
    async start(program) {
      halt.throwIfAborted();
      const child = launch(program);
      const left = () => halt.aborted || child.exitCode !== null || child.signalCode !== null;
      const ready = await waitUntil(async () => left() || (await program.isReady?.()) !== false, 90_000, 150);
      halt.throwIfAborted();
      if (child.exitCode !== null || child.signalCode !== null)
        throw failure(program, 'ended while starting');
      if (!ready) throw failure(program, 'does not become ready');
      readiness.add(program.name);
    },
    /** Ends all programs, the last started first. */
    async stop() {
      for (const [name, child] of [...children].reverse()) {
        if (child.pid && child.exitCode === null && child.signalCode === null) await endProcess(child.pid);
        pidFiles.forget(name);
      }
    },
  };
}

/**
 * @param {string} logs
 * @param {string} name
 */
function logOf(logs, name) {
  return join(logs, `${name}.log`);
}

/**
 * @param {string} logs
 * @param {string} name
 */
function openLog(logs, name) {
  const file = logOf(logs, name);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether something accepts connections there
 */
export function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}
