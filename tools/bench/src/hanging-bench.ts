import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultLimits } from '@mocua/lgsp/client';
import { workspaceRoot } from '@mocua/server/kernel';
import { type BenchWorld, ended, freePort, openBenchWorld } from './bench-world';
import { type Filed, prepareWork, type WorkStock } from './hanging-work';
import { percentile } from './settings';
import { SocketGate } from './socket-gate';

interface Effort {
  readonly rounds: number;
  /** Of local work in each half of a round. */
  readonly seconds: number;
  /** Local requests a second, all kinds together. */
  readonly perSecond: number;
}

const outsideAreas = ['lgsp', 'dvcqg', 'payment', 'messages', 'zalo', 'vneid', 'sso'] as const;
/** Calls a second that need somebody outside, and receptions, which the national portal is told of, of each sort; they begin before the local work, so that places are taken. */
const tricklePerSecond = 4;
const leadSeconds = 2;
const warmSeconds = 2;
const kinds = ['submit', 'work-list', 'dossier', 'track'] as const;
type Kind = (typeof kinds)[number];
type Latencies = Readonly<Record<Kind, number[]>>;

/** Messages a worker hands over at once (`SendDue`); every other service has the places of its client. */
const messagesAtOnce = 20;

/** API, worker and the outside world as built, with a gate between each of ours and the outside. */
interface HangingWorld {
  readonly bench: BenchWorld;
  readonly gates: Readonly<Record<'api' | 'worker', SocketGate>>;
  hang(isHanging: boolean): Promise<void>;
  /** How many requests met a hanging service. */
  struck(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Local work while every upstream hangs against the same work while all are well, at the same pace and with the same trickle
 * of calls that need an upstream; halves in turn, the first of a round now this one, now that.
 */
export async function measureHanging({ rounds, seconds, perSecond }: Effort): Promise<void> {
  const world = await openHangingWorld();
  try {
    const halves = rounds * 2;
    const stock = await prepareWork(world.bench, {
      submissions: Math.ceil((halves * seconds * perSecond) / kinds.length) + warmSeconds * perSecond,
      needingOthers: (halves * (seconds + leadSeconds) + warmSeconds + leadSeconds) * tricklePerSecond,
    });
    await half(world, stock, { seconds: warmSeconds, perSecond });
    await untilWell(world, stock);
    const seen: Record<'healthy' | 'hanging', Latencies[]> = { healthy: [], hanging: [] };
    for (let round = 0; round < rounds; round += 1)
      for (const isHanging of round % 2 === 0 ? [false, true] : [true, false]) {
        await world.hang(isHanging);
        const { local, others } = await half(world, stock, { seconds, perSecond });
        await world.hang(false);
        await others;
        await untilWell(world, stock);
        seen[isHanging ? 'hanging' : 'healthy'].push(local);
      }
    tell(seen, perSecond);
    tellSockets(world, await world.struck());
  } finally {
    await world.close();
  }
}

async function openHangingWorld(): Promise<HangingWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mocua-hanging-'));
  const [port, outside] = [await freePort(), await freePort()];
  const origin = `http://127.0.0.1:${outside}`;
  const processes: ChildProcess[] = [];
  const run = (name: string, environment: Readonly<Record<string, string>>): void => {
    const child = spawn(process.execPath, [join(workspaceRoot(), `dist/apps/${name}/main.js`)], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    processes.push(child);
    // A measurement that fails half-way leaves nobody behind.
    process.once('exit', () => child.kill());
  };
  run('sandbox', { SANDBOX_PORT: String(outside), PORT: String(port), DATA_DIR: dataDir });
  const gates = { api: await SocketGate.open(outside), worker: await SocketGate.open(outside) };
  const bench = await openBenchWorld({ port, environment: { SANDBOX_PORT: String(gates.api.port) } });
  run('worker', { SANDBOX_PORT: String(gates.worker.port), PORT: String(port) });
  return {
    bench,
    gates,
    hang: async (isHanging) => {
      const steps = isHanging ? [{ mode: 'hang' }] : [];
      for (const area of outsideAreas) {
        const answer = await fetch(`${origin}/faults`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ area, steps }),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }
    },
    struck: async () => {
      const counts = (await (await fetch(`${origin}/faults/counts`)).json()) as Record<
        string,
        { hang?: number }
      >;
      return Object.values(counts).reduce((sum, { hang = 0 }) => sum + hang, 0);
    },
    close: async () => {
      await Promise.all([gates.api.close(), gates.worker.close()]);
      await bench.close();
      await Promise.all(processes.map((child) => ended(child)));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One half of a round: requests leave at their time, whether those before were answered or not. */
async function half(
  { bench }: HangingWorld,
  stock: WorkStock,
  { seconds, perSecond }: Pick<Effort, 'seconds' | 'perSecond'>,
): Promise<{ local: Latencies; others: Promise<void> }> {
  const others = atPace(tricklePerSecond, (leadSeconds + seconds) * tricklePerSecond, async () => {
    await Promise.all([stock.askRegister(), stock.pay(), stock.receive()]);
  });
  // Told where it is awaited, not while the local work is still under way.
  others.catch(() => undefined);
  await pause(leadSeconds * 1_000);
  const local: Latencies = { submit: [], 'work-list': [], dossier: [], track: [] };
  const work: Readonly<Record<Kind, (filed: Filed) => Promise<number>>> = {
    submit: () => stock.submit(),
    'work-list': async () =>
      msOf(await bench.call('GET', '/officer/inbox?queue=reception&limit=20', bench.officer)),
    dossier: async ({ dossierId }) =>
      msOf(await bench.call('GET', `/citizen/dossiers/${dossierId}`, bench.citizen)),
    track: async ({ code, pin }) =>
      msOf(await bench.call('POST', '/public/tracking', bench.citizen, { code, pin })),
  };
  await atPace(perSecond, seconds * perSecond, async (n) => {
    const kind = kinds[n % kinds.length] ?? 'submit';
    local[kind].push(await work[kind](stock.filed(n)));
  });
  return { local, others };
}

async function atPace(perSecond: number, count: number, act: (n: number) => Promise<void>): Promise<void> {
  const began = performance.now();
  const failures: unknown[] = [];
  const acts: Promise<unknown>[] = [];
  for (let n = 0; n < count; n += 1) {
    const early = began + (n * 1_000) / perSecond - performance.now();
    if (early > 0) await pause(early);
    acts.push(act(n).catch((error: unknown) => failures.push(error)));
  }
  await Promise.all(acts);
  if (failures.length > 0) throw failures[0];
}

function msOf({ status, body, ms }: { status: number; body: string; ms: number }): number {
  if (status !== 200) throw new Error(body);
  return ms;
}

/** Until circuits are closed and what waited for the outside has left, so that no half pays for the one before. */
async function untilWell({ bench }: HangingWorld, stock: WorkStock): Promise<void> {
  for (let tried = 0; tried < 80; tried += 1) {
    const row = await bench.parts.database.one<{ waiting: number }>(
      `SELECT (SELECT count(*) FROM kernel.outbox WHERE state = 'pending' AND coalesce(not_before, now()) <= now())::integer
            + (SELECT count(*) FROM notification.deliveries WHERE state = 'trying')::integer AS waiting`,
    );
    if (row?.waiting === 0 && (await stock.isPaymentWell())) return;
    await pause(500);
  }
  console.log('hanging: what waited for the outside had not left after 40 s');
}

type Seen = Readonly<Record<'healthy' | 'hanging', readonly Latencies[]>>;

/** Each kind over all rounds together, which alone are enough for a hundredth; all work by rounds. */
function tell(seen: Seen, perSecond: number): void {
  const shown = (ms: readonly number[]): string => percentile(ms, 0.5).toFixed(1);
  const compared = (ill: readonly number[][], well: readonly number[][]) => {
    const at = (halves: readonly number[][], p: number): number[] => halves.map((ms) => percentile(ms, p));
    const [slowIll, slowWell] = [at(ill, 0.99), at(well, 0.99)];
    const times = `p99 ${shown(slowIll)} / ${shown(slowWell)} ms, p50 ${shown(at(ill, 0.5))} / ${shown(at(well, 0.5))} ms`;
    return { ratios: slowIll.map((ms, round) => ms / (slowWell[round] ?? Number.NaN)), times };
  };
  for (const kind of kinds) {
    const of = (halves: readonly Latencies[]): number[][] => [halves.flatMap((half) => half[kind])];
    const { ratios, times } = compared(of(seen.hanging), of(seen.healthy));
    console.log(`hanging: ${kind}: ${times}; p99 is ${ratioOf(ratios)} of healthy`);
  }
  const all = (halves: readonly Latencies[]): number[][] =>
    halves.map((half) => kinds.flatMap((kind) => half[kind]));
  const { ratios, times } = compared(all(seen.hanging), all(seen.healthy));
  const together = compared([all(seen.hanging).flat()], [all(seen.healthy).flat()]);
  console.log(
    `hanging: p99 of local work is ${ratioOf(ratios)} of healthy (median of ${ratios.length} rounds, ` +
      `min ${Math.min(...ratios).toFixed(2)}, max ${Math.max(...ratios).toFixed(2)}; goal <= 1.1; ${times}; ` +
      `all rounds together ${ratioOf(together.ratios)}; ${perSecond} requests/s)`,
  );
}

function ratioOf(ratios: readonly number[]): string {
  return percentile(ratios, 0.5).toFixed(2);
}

function tellSockets({ gates }: HangingWorld, struck: number): void {
  const places = (service: string): number =>
    service === 'messages' || service === 'zalo' ? messagesAtOnce : defaultLimits.concurrent;
  const sockets = Object.entries(gates).flatMap(([name, gate]) =>
    [...gate.highest].map(([service, most]) => {
      const within = most <= places(service) ? '' : ' (BEYOND)';
      return `${name} to ${service} ${most} of ${places(service)}${within}`;
    }),
  );
  console.log(
    `hanging: most sockets open at once: ${sockets.join(', ')}; ${struck} requests met a hanging service`,
  );
}
