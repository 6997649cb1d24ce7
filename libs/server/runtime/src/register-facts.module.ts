import { type DynamicModule, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { LgspRegisterFacts, openRegisters, type Registers } from '@mocua/lgsp/registers';
import { RegisterFacts } from '@mocua/server/dossier';
import { demoProvince } from '@mocua/server/identity/demo';
import { Config } from '@mocua/server/kernel';
import { outboundAddresses } from './guard-outbound';

/** A person waits for these answers, so they come soon or not at all. */
const limits = { connectMs: 2_000, readMs: 4_000, totalMs: 6_000, attempts: 2, queued: 16, openMs: 3_000 };

/** Holds the open registers, so that their sockets end with the process. */
@Injectable()
class OpenedRegisters implements OnApplicationShutdown {
  readonly registers: Registers;

  constructor(config: Config) {
    const { lgspUrl: baseUrl, lgspClientId: clientId, lgspClientSecret: clientSecret } = config;
    this.registers = openRegisters({
      baseUrl,
      clientId,
      clientSecret,
      allowed: outboundAddresses(config),
      limits,
    });
  }

  onApplicationShutdown(): Promise<void> {
    return this.registers.close();
  }
}

/** Gives the dossier domain the registers behind the service bus; nothing is asked before the first look-up. */
@Module({})
export class RegisterFactsModule {
  static withLgsp(): DynamicModule {
    return {
      module: RegisterFactsModule,
      global: true,
      providers: [
        OpenedRegisters,
        {
          provide: RegisterFacts,
          useFactory: ({ registers }: OpenedRegisters) => new LgspRegisterFacts(registers, demoProvince.code),
          inject: [OpenedRegisters],
        },
      ],
      exports: [RegisterFacts],
    };
  }
}
