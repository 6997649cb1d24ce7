import { randomUUID } from 'node:crypto';
import type { Database } from '@mocua/server/kernel';
import {
  type ChainedReading,
  chainReading,
  findReadingFault,
  firstReadingHash,
  type Reading,
  type ReadingFault,
} from '../domain/reading';
import { ReadingRows } from '../persistence/reading-rows';

/** End of one stream, for a sealed checkpoint. */
export interface ReadingStreamHead {
  readonly streamId: string;
  readonly seq: number;
  readonly hash: string;
}

interface Waiting {
  readonly reading: Reading;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const verificationPage = 2000;

/**
 * The record of who read whose data. Each process writes its own hash-chained stream, so that writing never waits for
 * another process. Readings that arrive while a write is under way go out together in the next one.
 *
 * There is deliberately no transaction parameter: a reading that rolled back would tear the chain, and a reading
 * happened even when the work after it failed.
 */
export class Readings {
  private readonly rows: ReadingRows;
  private head: ReadingStreamHead = newStream();
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(database: Database) {
    this.rows = new ReadingRows(database);
  }

  /** Resolves when the reading is durable; data must not be shown before. */
  record(reading: Reading): Promise<void> {
    const at = new Date(reading.at).toISOString();
    return new Promise((done, failed) => {
      this.waiting.push({ reading: { ...reading, at }, done, failed });
      if (!this.writing) void this.writeWaiting();
    });
  }

  /** Readings of one person's data, newest first. `after` is the `next` of the page before. */
  async listFor(
    subjectId: string,
    after: string | null,
    limit = 50,
  ): Promise<{ items: ChainedReading[]; next: string | null }> {
    return this.rows.page(subjectId, after, limit);
  }

  /** Heads of all streams, for the checkpoint that reveals a deleted tail. */
  async heads(): Promise<ReadingStreamHead[]> {
    return this.rows.heads();
  }

  /** Checks every stream from its first entry; returns the first fault of each broken stream. */
  async verify(): Promise<{ streams: number; readings: number; faults: ReadingFault[] }> {
    const faults: ReadingFault[] = [];
    let readings = 0;
    const heads = await this.rows.heads();
    for (const { streamId } of heads) {
      let head = { seq: 0, hash: firstReadingHash };
      let fault: ReadingFault | null = null;
      for (;;) {
        const page = await this.rows.stream(streamId, head.seq, verificationPage);
        const last = page.at(-1);
        if (last === undefined) break;
        readings += page.length;
        fault = findReadingFault(head, page);
        if (fault !== null) break;
        head = last;
      }
      if (fault !== null) faults.push(fault);
    }
    return { streams: heads.length, readings, faults };
  }

  private async writeWaiting(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        let { head } = this;
        const entries = batch.map((item) => {
          const entry = chainReading(head, item.reading);
          head = entry;
          return entry;
        });
        await this.rows.append(entries);
        this.head = { streamId: head.streamId, seq: head.seq, hash: head.hash };
        batch.forEach((item) => item.done());
      } catch (error) {
        // Whether the write arrived is unknown, so its stream ends here and the next reading begins a new one.
        this.head = newStream();
        batch.forEach((item) => item.failed(error));
      }
    }
    this.writing = false;
  }
}

function newStream(): ReadingStreamHead {
  return { streamId: randomUUID(), seq: 0, hash: firstReadingHash };
}
