import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FoldCounters, ProcessingTimeProjection, RunTimers, SealCheckpoint } from '@mocua/server/dossier';
import { ConfigError, follow, idempotencyRetentionDays, OutboxRelay } from '@mocua/server/kernel';
import { NotificationRelayHandler } from '@mocua/server/notification';
import { openProcess } from '@mocua/server/runtime';
import { type Loop, LoopRunner } from './loops';
import { WorkerModule } from './worker.module';

try {
  const parts = await openProcess('worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const projection = app.get(ProcessingTimeProjection);
  const loops: Loop[] = [
    { name: 'timers', everyMs: 1000, round: () => app.get(RunTimers).runDue() },
    {
      name: 'notifications',
      everyMs: 500,
      round: () => app.get(OutboxRelay).deliverBatch(app.get(NotificationRelayHandler)),
    },
    { name: 'counters', everyMs: 1000, round: () => app.get(FoldCounters).execute() },
    { name: 'processing-times', everyMs: 2000, round: () => follow(parts.database, projection) },
    {
      name: 'checkpoints',
      everyMs: 60_000,
      round: async () => {
        await app.get(SealCheckpoint).execute();
        return 0; // the next one is due after the pause, however much this one sealed
      },
    },
    {
      name: 'old-idempotency-keys',
      everyMs: 3_600_000,
      round: async () => {
        await parts.database.query(
          `DELETE FROM kernel.idempotency_keys WHERE created_at < $1::timestamptz - make_interval(days => $2)`,
          [parts.clock.iso(), idempotencyRetentionDays],
        );
        return 0;
      },
    },
  ];
  const runner = new LoopRunner(parts.logger);
  runner.start(loops);
  parts.logger.info({ loops: loops.map((loop) => loop.name) }, 'worker is running');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void runner
        .stop()
        .then(() => app.close())
        .then(() => parts.close())
        .then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
