import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrateDatabase, openDatabase } from '@mocua/server/database';
import { DossierStream } from '@mocua/server/dossier';
import {
  type ChunkOutcome,
  type Database,
  type KernelParts,
  loadConfig,
  OutboxChunkHandler,
  OutboxRelay,
  type OutboxRow,
  workspaceRoot,
} from '@mocua/server/kernel';
import { TellPortal } from '@mocua/server/national-portal';
import { PublishPackage } from '@mocua/server/procedure';
import { openProcess, workerModules } from '@mocua/server/runtime';
// the other side of the wire, in the same process
import { startSandbox } from '../../../apps/sandbox/src/sandbox';
// test code of the engine, which tells lives of dossiers
import { randomLife, seeded } from '../../../libs/engine/dossier/test/random-life';

@Module({})
class BenchModule {
  static with(parts: KernelParts): DynamicModule {
    return { module: BenchModule, imports: workerModules(parts) };
  }
}

const secret = 'a-secret-of-this-bench';
const megabyte = 1024 * 1024;

/** Takes everything at once: what is left is the cost of the queue itself. */
class Nowhere extends OutboxChunkHandler {
  override readonly destination = 'bench';
  override readonly chunkSize = 10;
  override readonly concurrency = 4;

  override deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    return Promise.resolve(new Map(rows.map((row) => [row.id, null])));
  }
}

/** How fast messages leave after an outage of the national portal, and what a long queue costs the relay. */
export async function measureOutbox(
  databaseUrl: string,
  { dossiers, queued }: { readonly dossiers: number; readonly queued: number },
): Promise<void> {
  const { source } = await openDatabase({ url: databaseUrl, poolSize: 2 });
  await migrateDatabase(source);
  await source.destroy();
  const dataDir = await mkdtemp(join(tmpdir(), 'mocua-bench-'));
  const sandbox = await startSandbox({ port: 0, dataDir, clientSecret: secret, portalOrigins: [] });
  const config = loadConfig({
    ...process.env,
    LOG_LEVEL: 'silent',
    NATIONAL_PORTAL_URL: `${sandbox.origin}/dvcqg/adapter`,
    NATIONAL_PORTAL_SECRET: secret,
  });
  const parts = await openProcess('bench', { config });
  const domains = await NestFactory.createApplicationContext(BenchModule.with(parts), { logger: ['error'] });
  try {
    await domains.get(PublishPackage).fromFolder(join(workspaceRoot(), 'procedures/2.000908/v1'));
    await drainAfterOutage(domains, parts.database, sandbox.origin, dossiers);
    await holdLongQueue(domains, parts.database, queued);
  } finally {
    await domains.close();
    await parts.close();
    await sandbox.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function drainAfterOutage(
  domains: INestApplicationContext,
  database: Database,
  sandbox: string,
  dossiers: number,
): Promise<void> {
  const stream = domains.get(DossierStream);
  for (let number = 1; number <= dossiers; number += 1) {
    const { commits, story } = randomLife(1_000_000 + number, seeded(number));
    for (const [at, events] of commits.entries()) {
      const before = at === 0 ? null : await stream.load(story.state.dossierId);
      await stream.commit({ before, events, sealed: [], idempotency: null });
    }
  }
  const waiting = async (): Promise<number> => {
    const row = await database.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM kernel.outbox WHERE destination = 'national-portal' AND state = 'pending'`,
    );
    return row?.n ?? 0;
  };
  const round = (): Promise<number> => domains.get(OutboxRelay).deliverChunks(domains.get(TellPortal));
  await setFaults(sandbox, [{ mode: 'down' }]);
  for (let tried = 0; tried < 20; tried += 1) {
    await round();
    await pause(50);
  }
  await setFaults(sandbox, []);
  const total = await waiting();
  // The clock runs from the first message that gets through: how long the relay rests is a setting, not a speed.
  // A round that meets the circuit while it is still open tries a message without asking the portal.
  let left = total;
  while (left === total) {
    if ((await round()) === 0) await pause(50);
    left = await waiting();
  }
  const began = performance.now();
  const atStart = left;
  // Counted only when nothing is due any more: counting a long queue each round would be measured with it.
  while (left > 0) {
    if ((await round()) > 0) continue;
    left = await waiting();
    if (left > 0) await pause(20);
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `outbox: ${Math.round(atStart / seconds)} messages/s to the national portal after an outage (${total} messages of ` +
      `${dossiers} dossiers, sandbox in the same process; goal >= 500)`,
  );
}

async function holdLongQueue(
  domains: INestApplicationContext,
  database: Database,
  queued: number,
): Promise<void> {
  await database.query(
    `INSERT INTO kernel.outbox (destination, lane, payload)
     SELECT 'bench', md5((n % ($1::integer / 4))::text), jsonb_build_object('n', n) FROM generate_series(1, $1::integer) AS n`,
    [queued],
  );
  await database.query('ANALYZE kernel.outbox');
  const relay = domains.get(OutboxRelay);
  const handler = new Nowhere();
  global.gc?.();
  const before = process.memoryUsage.rss();
  let highest = before;
  let delivered = 0;
  const began = performance.now();
  for (let taken = 1; taken > 0;) {
    taken = await relay.deliverChunks(handler);
    delivered += taken;
    highest = Math.max(highest, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `outbox: with ${queued} messages queued the relay grew by ${((highest - before) / megabyte).toFixed(1)} MB and took ` +
      `${Math.round(delivered / seconds)} messages/s from the queue alone`,
  );
  await database.query(`DELETE FROM kernel.outbox WHERE destination = 'bench'`);
}

async function setFaults(sandbox: string, steps: readonly object[]): Promise<void> {
  const answer = await fetch(`${sandbox}/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ area: 'dvcqg', steps }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
