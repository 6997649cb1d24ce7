import { type DynamicModule, Module } from '@nestjs/common';
import { HttpMessageSender, ZaloAccount } from '@mocua/lgsp/messages';
import type { KernelParts } from '@mocua/server/kernel';
import { NotificationModule } from '@mocua/server/notification';
import { workerModules } from '@mocua/server/runtime';

/** Composition root of the process without HTTP. */
@Module({})
export class WorkerModule {
  static with(parts: KernelParts): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ...workerModules(parts),
        NotificationModule.with(
          ({ messagesUrl, zaloUrl, zalo }) =>
            new HttpMessageSender(messagesUrl, {
              zalo: new ZaloAccount({ url: zaloUrl, token: zalo.token }),
            }),
        ),
      ],
    };
  }
}
