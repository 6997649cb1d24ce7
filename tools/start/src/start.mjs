import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { parentOf } from '../../processes/src/process-identity.mjs';
import { mocua, openWorkspaceDatabase } from './mocua-command.mjs';
import { runNx } from './nx.mjs';
import { pidFilesIn } from './pid-files.mjs';
import { accepts, ProgramRunner } from './programs.mjs';
import { Expected, readSettings } from './settings.mjs';
import { welcome } from './welcome.mjs';

const BUILT = ['mocua', 'api', 'worker', 'sandbox', 'portal', 'workspace', 'kiosk'];
const began = performance.now();

/** @param {string} text */
function say(text) {
  console.log(`[start ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${text}`);
}

/** Body of `npm start`: resolves with the exit code when everything was stopped again. */
export async function start() {
  /** @type {(() => Promise<void>)[]} what to do on the way down, last first */
  const undo = [];
  const halt = new AbortController();
  /** @type {Error | undefined} */
  let failure;
  /** @param {Error} [reason] */
  const end = (reason) => {
    failure ??= reason;
    halt.abort();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end());
  endWithNpm(end);

  try {
    await bringUp({ undo, halt: halt.signal, onGivenUp: end });
    await new Promise((resolve) =>
      halt.signal.aborted ? resolve(undefined) : halt.signal.addEventListener('abort', resolve),
    );
  } catch (error) {
    if (!halt.signal.aborted) end(error instanceof Error ? error : new Error(String(error)));
  }
  if (failure) console.error(failure instanceof Expected ? `\n${failure.message}\n` : failure);
  if (undo.length > 0) {
    say('stopping …');
    await takeDown(undo);
    say('stopped');
  }
  return failure ? 1 : 0;
}

/**
 * @param {{ undo: (() => Promise<void>)[], halt: AbortSignal, onGivenUp: (error: Error) => void }} parts
 */
async function bringUp({ undo, halt, onGivenUp }) {
  const settings = readSettings();
  mkdirSync(settings.dataDir, { recursive: true });
  const pidFiles = pidFilesIn(settings.dataDir);
  const other = pidFiles.running('start');
  if (other) {
    throw new Expected(
      `Mở Cửa already runs from this folder (process ${other.pid}), normally at http://localhost:${settings.port}.\n` +
        `Stop it there with Ctrl-C or with "kill ${other.pid}", or start another one with its own DATA_DIR, PORT and SANDBOX_PORT.`,
    );
  }
  await pidFiles.endOrphans(say);
  pidFiles.remember('start');
  undo.push(async () => pidFiles.forget('start'));
  await demandFree('PORT', settings.port);
  await demandFree('SANDBOX_PORT', settings.sandboxPort);

  // Whatever is still coming up when Ctrl-C arrives must be known to the way down before it is waited for.
  const opening = openWorkspaceDatabase(settings, say);
  undo.push(async () => (await opening.catch(() => undefined))?.stop());
  const [database] = await Promise.all([opening, buildAll(halt)]);
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: settings.dataDir,
    PORT: String(settings.port),
    SANDBOX_PORT: String(settings.sandboxPort),
  };
  say('migrating and seeding the database');
  await demandMocua(['database', 'migrate'], { env, halt });
  await demandMocua(['seed', 'demo'], { env, halt });

  const runner = new ProgramRunner({ dataDir: settings.dataDir, pidFiles, say, halt, onGivenUp });
  undo.push(() => runner.stop());
  say('starting sandbox, api and worker');
  await runner.start({ name: 'sandbox', env, isReady: () => accepts(settings.sandboxPort) });
  await runner.start({
    name: 'api',
    env,
    isReady: () => answers(`http://127.0.0.1:${settings.port}/readyz`),
  });
  await runner.start({ name: 'worker', env, isReady: undefined });
  say('ready');
  console.log(
    await welcome(settings, await mocua(['seed', 'accounts', '--json'], { env, halt, capture: true })),
  );
}

/** @param {(() => Promise<void>)[]} undo */
async function takeDown(undo) {
  for (let step = undo.pop(); step; step = undo.pop()) {
    try {
      await step();
    } catch (error) {
      console.error(error); // the other steps must still be tried
    }
  }
}

/** @param {AbortSignal} halt */
async function buildAll(halt) {
  say('building; the first time takes one to three minutes');
  const { code, output } = await runNx(
    ['run-many', '-t', 'build', '-p', BUILT.join(','), '--parallel=2', '--output-style=static'],
    {
      signal: halt,
      onLine: (line) => {
        const done = /^\s*✔\s+(?:nx run )?(\S+):build(.*)$/u.exec(line);
        if (done) say(`built ${done[1]}${/cache/u.test(done[2] ?? '') ? ' (nothing changed)' : ''}`);
      },
    },
  );
  halt.throwIfAborted();
  if (code !== 0) throw new Expected(`The build failed:\n${output.trim().split('\n').slice(-60).join('\n')}`);
}

/**
 * @param {string[]} args
 * @param {{ env: Record<string, string>, halt: AbortSignal }} options
 */
async function demandMocua(args, { env, halt }) {
  const { code, output } = await mocua(args, { env, halt, capture: true });
  halt.throwIfAborted();
  if (code !== 0) throw new Expected(`mocua ${args.join(' ')} failed:\n${output.trim().slice(-4_000)}`);
}

/**
 * @param {string} name
 * @param {number} port
 */
function demandFree(name, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(
        new Expected(
          `Port ${port} is used by another program. Stop that program, or choose another port:\n  ${name}=${port + 10} npm start`,
        ),
      ),
    );
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(resolve));
  });
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false; // not listening yet
  }
}

/**
 * When npm is killed, nobody can end this process with Ctrl-C any more. npm is the parent of the shell that is our parent.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (process.env['npm_lifecycle_event'] !== 'start') return;
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atFirst = ancestors();
  setInterval(() => ancestors() !== atFirst && end(), 1_000).unref();
}
