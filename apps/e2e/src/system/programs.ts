import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';
import { endProcess, waitUntil } from '../../../../tools/processes/src/process-identity.mjs';

export interface Program {
  /** Built bundle, relative to the workspace. */
  readonly main: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** Ends with its parent, even when that is killed: nothing of a test run outlives it. */
const guard = join(ROOT, 'tools/start/src/end-with-parent.mjs');

function launch({ main, args = [], env, logFile }: Program): ChildProcess {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--import', guard, join(ROOT, main), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, ...env, MOCUA_STARTED_BY: String(process.pid) },
      stdio: ['ignore', log, log, 'ipc'],
    },
  );
  closeSync(log);
  return child;
}

/** Runs a program to its end. Throws with the end of its log when it fails. */
export async function runProgram(program: Program): Promise<void> {
  const child = launch(program);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw new Error(
      `${program.main} ${program.args?.join(' ')} ended with ${String(code)}:\n${tailOf(program)}`,
    );
}

/** Starts a program and waits until it is ready. Answers how to end it. */
export async function startProgram(
  program: Program,
  isReady: () => Promise<boolean>,
): Promise<() => Promise<void>> {
  const child = launch(program);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (child.pid !== undefined && !hasEnded()) await endProcess(child.pid);
  };
  const ready = await waitUntil(async () => hasEnded() || (await isReady()), 60_000, 100);
  if (ready && !hasEnded()) return stop;
  await stop();
  throw new Error(`${program.main} did not become ready:\n${tailOf(program)}`);
}

function tailOf({ logFile }: Program): string {
  return readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n');
}

/** Ports of this machine that nobody listened on a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject).listen({ port: 0, host: '127.0.0.1' }, () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
