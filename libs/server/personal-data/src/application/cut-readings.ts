import type { KeyObject } from 'node:crypto';
import type { Clock, Database, SqlExecutor } from '@mocua/server/kernel';
import { findReadingFault, firstReadingHash } from '../domain/reading';
import { cuttable, isLawfulCut, type ReadingCut, sealOf } from '../domain/reading-cut';
import { declaredReadingRetention, keptUntil, retentionOn } from '../domain/reading-retention';
import { CutRows } from '../persistence/cut-rows';
import { heldReadings } from '../persistence/held-readings';
import { ReadingRows } from '../persistence/reading-rows';

/** What one run did. */
export interface CutReport {
  /** How many readings are gone. */
  readonly readings: number;
  /** How many streams were shortened. */
  readonly streams: number;
  /** Streams that are not what was written: nothing is cut from them, or the fault would be gone with it. */
  readonly broken: readonly string[];
  /** Whether a breach that is not fixed keeps everything. */
  readonly heldByBreach: boolean;
}

interface Stretch {
  readonly cut: number;
  /** Whether more of the stream may follow. */
  readonly more: boolean;
  readonly broken?: boolean;
}

const stretchLength = 2000;

/**
 * Takes away readings that were kept as long as the rule says. In their place stays a sealed mark, so that what is left is still
 * proved to be whole, and whatever goes without one is still noticed.
 */
export class CutReadings {
  private readonly rows: ReadingRows;
  private readonly cuts: CutRows;

  constructor(
    private readonly database: Database,
    private readonly key: KeyObject,
    private readonly clock: Clock,
    private readonly retention = declaredReadingRetention,
  ) {
    this.rows = new ReadingRows(database);
    this.cuts = new CutRows(database);
  }

  async execute(): Promise<CutReport> {
    const broken: string[] = [];
    let readings = 0;
    let streams = 0;
    for (const { streamId } of await this.rows.heads()) {
      let gone = 0;
      for (let stretch: Stretch = { cut: 0, more: true }; stretch.more;) {
        stretch = await this.database.transaction((tx) => this.cutStretch(streamId, tx));
        gone += stretch.cut;
        if (stretch.broken === true) broken.push(streamId);
      }
      readings += gone;
      if (gone > 0) streams += 1;
    }
    const { everybody } = await heldReadings(this.database);
    return { readings, streams, broken, heldByBreach: everybody };
  }

  /** One stretch in one transaction: what has to stay is asked for where it is cut. */
  private async cutStretch(streamId: string, tx: SqlExecutor): Promise<Stretch> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('mocua-reading-cut'))`);
    const now = this.clock.now();
    const rule = retentionOn(this.retention, this.clock.today());
    if (rule === null) return { cut: 0, more: false };
    const before = await this.cuts.find(streamId, tx);
    if (before !== null && !isLawfulCut(before, this.key, this.retention))
      return { cut: 0, more: false, broken: true };
    const start = before ?? { seq: 0, hash: firstReadingHash };
    const page = await this.rows.stream(streamId, start.seq, stretchLength, tx);
    const old = cuttable(page, keptUntil(rule, now), await heldReadings(tx));
    const last = old.at(-1);
    if (last === undefined) return { cut: 0, more: false };
    if (findReadingFault(start, old) !== null) return { cut: 0, more: false, broken: true };
    const newest = old.reduce((latest, { at }) => (at > latest ? at : latest), before?.until ?? last.at);
    const mark: ReadingCut = {
      ...{ streamId, seq: last.seq, hash: last.hash, until: newest },
      ...{ cutAt: now.toISOString(), retentionVersion: rule.version },
    };
    await this.cuts.cut({ ...mark, seal: sealOf(mark, this.key) }, tx);
    return { cut: old.length, more: old.length === stretchLength };
  }
}
