import { type DynamicModule, Module } from '@nestjs/common';
import { Config, Database } from '@mocua/server/kernel';
import { WatchLanes } from './application/watch-lanes';
import { type DescribedLane, OutboundLanes } from './domain/outbound-lanes';
import { OutboundController } from './http/outbound.controller';

/** The screen of everything that leaves. */
@Module({})
export class OutboundModule {
  /** @param lanesOf - the receivers, as the configuration has them */
  static forApi(lanesOf: (config: Config) => readonly DescribedLane[]): DynamicModule {
    return {
      module: OutboundModule,
      controllers: [OutboundController],
      providers: [
        {
          provide: WatchLanes,
          useFactory: (database: Database, config: Config) =>
            new WatchLanes(database, new OutboundLanes(lanesOf(config))),
          inject: [Database, Config],
        },
      ],
    };
  }
}
