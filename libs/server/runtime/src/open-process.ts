import { openDatabase } from '@mocua/server/database';
import type { Clock, Logger } from '@mocua/server/kernel';
import { type Config, createLogger, type KernelParts, loadConfig, SystemClock } from '@mocua/server/kernel';

export interface OpenedProcess extends KernelParts {
  /** Closes the pool. */
  close(): Promise<void>;
}

/** Configuration, logger and database of one process. Throws `ConfigError` with everything that is missing. */
export async function openProcess(
  name: string,
  overrides: { config?: Config; clock?: Clock } = {},
): Promise<OpenedProcess> {
  const config = overrides.config ?? loadConfig();
  const logger: Logger = createLogger(name, config.logLevel);
  const { source, database } = await openDatabase({
    url: config.databaseUrl,
    poolSize: config.databasePool,
    onIdleError: (error) => logger.warn({ err: error }, 'an idle database connection was lost'),
  });
  return {
    config,
    clock: overrides.clock ?? new SystemClock(),
    logger,
    database,
    close: () => source.destroy(),
  };
}
