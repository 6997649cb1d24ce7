import type { ToldFile } from './domain/news';

/** A message of another system in its own words; only the adapter reads and writes it. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** How a message was judged; `unknown` is about a step that system does not have. */
export type Verdict = 'taken' | 'known' | 'unknown' | 'forged' | 'unreadable';

/** A file that is handed over, with what proves that it is the one that was meant. */
export type FileToHandOver = ToldFile;

/** The other system could not do what was asked. */
export class HandoverFailure extends Error {
  constructor(
    /** Whether waiting and asking again can help. */
    readonly isPassing: boolean,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'HandoverFailure';
  }
}
