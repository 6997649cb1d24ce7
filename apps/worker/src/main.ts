import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError } from '@mocua/server/kernel';
import { guardOutbound, openProcess } from '@mocua/server/runtime';
import { dutiesOf } from './duties';
import { LoopRunner } from './loops';
import { WorkerModule } from './worker.module';

try {
  const parts = await openProcess('worker');
  guardOutbound(parts.config);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const duties = dutiesOf(app, parts);
  const runner = new LoopRunner(parts.logger);
  runner.start(duties);
  parts.logger.info({ duties: duties.map((duty) => duty.name) }, 'worker is running');
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
