import { type DynamicModule, Module } from '@nestjs/common';
import type { KernelParts } from '@mocua/server/kernel';
import { NotificationModule } from '@mocua/server/notification';
import { workerModules } from '@mocua/server/runtime';
import { CarriersModule } from './carriers.module';

/** Composition root of the process without HTTP. */
@Module({})
export class WorkerModule {
  static with(parts: KernelParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [...workerModules(parts), CarriersModule.withConfig(), NotificationModule.forWorker()],
    };
  }
}
