import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Clock, KernelParts } from '@mocua/server/kernel';
import { AccessScope, readerNames } from '@mocua/server/personal-data';
import { openProcess, workerModules } from '@mocua/server/runtime';

/** As whom a command reads personal data. */
const keeper = { kind: 'system', id: 'command-line', label: readerNames.operator.vi } as const;

@Module({})
class CommandLineModule {
  static with(parts: KernelParts): DynamicModule {
    return { module: CommandLineModule, imports: workerModules(parts) };
  }
}

/** Opens the domains, runs `work`, and closes everything again. */
export async function withDomains<T>(
  work: (domains: INestApplicationContext, parts: KernelParts) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const parts = await openProcess('mocua', clock ? { clock } : {});
  try {
    const domains = await NestFactory.createApplicationContext(CommandLineModule.with(parts), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    try {
      const access = domains.get(AccessScope);
      return await access.run({ reader: keeper, purpose: 'maintenance' }, () => work(domains, parts));
    } finally {
      await domains.close();
    }
  } finally {
    await parts.close();
  }
}
