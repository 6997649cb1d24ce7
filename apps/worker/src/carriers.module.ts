import { readFileSync } from 'node:fs';
import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Carriers, readApprovedTemplates } from '@mocua/lgsp/messages';
import { Config, ConfigError, Logger } from '@mocua/server/kernel';
import { MessageSender, zaloTemplates } from '@mocua/server/notification';
import { outboundAddresses } from '@mocua/server/runtime';

/** Holds the ways to whoever carries messages, so that their sockets end with the process. */
@Injectable()
class OpenedCarriers implements OnApplicationShutdown {
  readonly carriers: Carriers;

  constructor(config: Config, logger: Logger) {
    const { messagesUrl: gatewayUrl, zaloUrl: url, zalo } = config;
    const templates = zalo.templates === null ? null : approvedIn(zalo.templates, logger);
    this.carriers = Carriers.open(
      { gatewayUrl, zalo: { url, token: zalo.token, templates } },
      outboundAddresses(config),
    );
  }

  onApplicationShutdown(): Promise<void> {
    return this.carriers.close();
  }
}

/** @throws ConfigError when the file cannot be read or meant */
function approvedIn(path: string, logger: Logger): ReadonlyMap<string, string> {
  try {
    const known = zaloTemplates().map(({ name }) => name);
    const { templates, missing } = readApprovedTemplates(readFileSync(path, 'utf8'), known);
    if (missing.length > 0) logger.warn({ missing }, 'texts without a number at Zalo do not go out there');
    return templates;
  } catch (error) {
    throw new ConfigError([`ZALO_TEMPLATES: ${(error as Error).message}`]);
  }
}

/** Gives notices whoever carries them; nothing is asked before the first message. */
@Module({})
export class CarriersModule {
  static withConfig(): DynamicModule {
    return {
      module: CarriersModule,
      global: true,
      providers: [
        OpenedCarriers,
        {
          provide: MessageSender,
          useFactory: ({ carriers }: OpenedCarriers) => carriers,
          inject: [OpenedCarriers],
        },
      ],
      exports: [MessageSender],
    };
  }
}
