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
 * Runs the programs of a start, with their output in DATA_DIR/logs. One that ends by itself is started again.
 */
export class ProgramRunner {
  /** @type {Map<string, import('node:child_process').ChildProcess>} in the order of their start */
  #children = new Map();
  /** @type {Set<string>} programs that were ready once; before that an end is a failed start */
  #wereReady = new Set();
  #restarts = 0;

  /**
   * @param {{ dataDir: string, pidFiles: ReturnType<typeof import('./pid-files.mjs').pidFilesIn>,
   *   say: (text: string) => void, halt: AbortSignal, onGivenUp: (error: Error) => void }} parts
   */
  constructor(parts) {
    this.parts = parts;
    this.logs = join(parts.dataDir, 'logs');
    mkdirSync(this.logs, { recursive: true });
  }

  /**
   * Resolves when the program is ready.
   * @param {Program} program
   * @throws Expected when it ends instead, or takes too long
   */
  async start(program) {
    const { halt } = this.parts;
    halt.throwIfAborted();
    const child = this.#launch(program);
    const left = () => halt.aborted || hasEnded(child);
    const ready = await waitUntil(async () => left() || (await program.isReady?.()) !== false, 90_000, 150);
    halt.throwIfAborted();
    if (left()) throw this.#failure(program, 'ended while starting');
    if (!ready) throw this.#failure(program, 'does not become ready');
    this.#wereReady.add(program.name);
  }

  /** Ends all programs, the last started first. */
  async stop() {
    for (const [name, child] of [...this.#children].reverse()) {
      if (child.pid && !hasEnded(child)) await endProcess(child.pid);
      this.parts.pidFiles.forget(name);
    }
  }

  /** @param {Program} program */
  #launch(program) {
    const log = openLog(this.logs, program.name);
    const guard = join(ROOT, 'tools/start/src/end-with-parent.mjs');
    const main = join(ROOT, `dist/apps/${program.name}/main.js`);
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', guard, main], {
      cwd: ROOT,
      env: { ...process.env, ...program.env, MOCUA_STARTED_BY: String(process.pid) },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true, // own process group: Ctrl-C reaches the starter alone, which stops its programs in order
    });
    closeSync(log);
    this.#children.set(program.name, child);
    if (child.pid) this.parts.pidFiles.remember(program.name, child.pid);
    child.once('error', (error) => this.parts.onGivenUp(error));
    child.once('exit', (code, signal) => this.#ended(program, signal ?? `code ${code}`));
    return child;
  }

  /**
   * @param {Program} program
   * @param {string} how
   */
  #ended(program, how) {
    const { halt, pidFiles, say, onGivenUp } = this.parts;
    pidFiles.forget(program.name);
    if (halt.aborted || !this.#wereReady.has(program.name)) return;
    this.#restarts += 1;
    if (this.#restarts > MOST_RESTARTS) return onGivenUp(this.#failure(program, `ended again (${how})`));
    say(
      `${program.name} ended unexpectedly (${how}); starting it again, its log is ${logOf(this.logs, program.name)}`,
    );
    setTimeout(() => halt.aborted || this.#launch(program), 1_000);
  }

  /**
   * @param {Program} program
   * @param {string} what
   */
  #failure(program, what) {
    const log = logOf(this.logs, program.name);
    const tail = readFileSync(log, 'utf8').split('\n').slice(-25).join('\n').trim();
    return new Expected(`${program.name} ${what}. ${log} ends with:\n${tail}`);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
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
