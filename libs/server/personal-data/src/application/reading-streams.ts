import type { KeyObject } from 'node:crypto';
import type { Database } from '@mocua/server/kernel';
import { findReadingFault, firstReadingHash, type ReadingFault } from '../domain/reading';
import { isLawfulCut, type SealedCut } from '../domain/reading-cut';
import { declaredReadingRetention } from '../domain/reading-retention';
import { CutRows } from '../persistence/cut-rows';
import { ReadingRows } from '../persistence/reading-rows';

/** End of one stream, for a sealed checkpoint. */
export interface ReadingStreamHead {
  readonly streamId: string;
  readonly seq: number;
  readonly hash: string;
}

interface CheckedStream {
  readonly readings: number;
  readonly fault: ReadingFault | null;
}

const verificationPage = 2000;

/** The streams of readings as wholes: where they end, and whether they are what was written. */
export class ReadingStreams {
  private readonly rows: ReadingRows;
  private readonly cuts: CutRows;

  /** @param key - what seals the marks of cuts; it lies outside the database */
  constructor(
    database: Database,
    private readonly key: KeyObject,
    private readonly retention = declaredReadingRetention,
  ) {
    this.rows = new ReadingRows(database);
    this.cuts = new CutRows(database);
  }

  /** Heads of all streams; of one that was cut whole, where it ended. */
  heads(): Promise<ReadingStreamHead[]> {
    return this.rows.heads();
  }

  /** Checks every stream from its beginning, or from its lawful cut; returns the first fault of each broken stream. */
  async verify(): Promise<{ streams: number; readings: number; faults: ReadingFault[] }> {
    const faults: ReadingFault[] = [];
    let readings = 0;
    const heads = await this.rows.heads();
    for (const { streamId } of heads) {
      const checked = await this.check(streamId);
      readings += checked.readings;
      if (checked.fault !== null) faults.push(checked.fault);
    }
    return { streams: heads.length, readings, faults };
  }

  private async check(streamId: string): Promise<CheckedStream> {
    for (;;) {
      const cut = await this.cuts.find(streamId);
      const checked = await this.checkFrom(streamId, cut);
      if (checked.fault?.fault !== 'gap') return checked;
      // Somebody may have cut further while it was read: then it is looked at from there.
      const now = await this.cuts.find(streamId);
      if ((now?.seq ?? 0) === (cut?.seq ?? 0)) return checked;
    }
  }

  private async checkFrom(streamId: string, cut: SealedCut | null): Promise<CheckedStream> {
    if (cut !== null && !isLawfulCut(cut, this.key, this.retention))
      return { readings: 0, fault: { streamId, seq: cut.seq, fault: 'unlawful-cut' } };
    let head: { readonly seq: number; readonly hash: string } = cut ?? { seq: 0, hash: firstReadingHash };
    let readings = 0;
    for (;;) {
      const page = await this.rows.stream(streamId, head.seq, verificationPage);
      const last = page.at(-1);
      if (last === undefined) return { readings, fault: null };
      readings += page.length;
      const fault = findReadingFault(head, page);
      if (fault !== null) return { readings, fault };
      head = last;
    }
  }
}
