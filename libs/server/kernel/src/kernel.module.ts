import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';
import { Config } from './config/config';
import { Database } from './database';
import { Logger } from './logger';
import { Metrics } from './operations/metrics';
import { OutboxRelay } from './outbox/outbox-relay';

export interface KernelParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly database: Database;
}

/** Makes configuration, clock, logger and database available to every module of a process. */
@Global()
@Module({})
export class KernelModule {
  static with(parts: KernelParts): DynamicModule {
    const providers = [
      { provide: Config, useValue: parts.config },
      { provide: Clock, useValue: parts.clock },
      { provide: Logger, useValue: parts.logger },
      { provide: Database, useValue: parts.database },
      Metrics,
      OutboxRelay,
    ];
    return { module: KernelModule, providers, exports: providers };
  }
}
