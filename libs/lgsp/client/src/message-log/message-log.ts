import type { LoggedExchange } from './entry';

/** Where exchanges are written down. Writing must not fail a call that has already had its effect. */
export abstract class MessageLog {
  abstract append(exchange: LoggedExchange): void;

  /** Resolves when all that was appended is on disk. */
  abstract flush(): Promise<void>;
}

/** For a script that keeps no evidence. */
export class NoMessageLog extends MessageLog {
  override append(): void {
    // nothing is kept
  }

  override flush(): Promise<void> {
    return Promise.resolve();
  }
}
