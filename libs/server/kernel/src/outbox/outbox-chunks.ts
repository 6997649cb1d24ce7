import type { OutboxRow } from './outbox';

/** The destination as a whole does not answer: nothing is known against the message itself. */
export class DestinationUnavailable extends Error {
  constructor(destination: string, cause?: unknown) {
    super(`${destination} does not answer`, { cause });
    this.name = 'DestinationUnavailable';
  }
}

/** What became of each message by its id: null when it was delivered, else why not. */
export type ChunkOutcome = ReadonlyMap<string, Error | null>;

/**
 * Delivers the messages of one destination in chunks. Delivery is at least once: a row whose `attempts` are more than one
 * may have had its effect before.
 */
export abstract class OutboxChunkHandler {
  abstract readonly destination: string;
  /** Messages in one chunk; each is of another lane. */
  abstract readonly chunkSize: number;
  /** Chunks under way at once. */
  abstract readonly concurrency: number;

  /**
   * Settles every row of the chunk. An error counts against its message, and the fifth puts it aside;
   * {@link DestinationUnavailable} does not count.
   */
  abstract deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome>;
}
