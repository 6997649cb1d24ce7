import { Injectable } from '@nestjs/common';
import { baseCodeOf, readNationalRecord, type RecordFault } from '@mocua/engine/national-record';
import { Clock } from '@mocua/server/kernel';
import { contentHashOf, type RecordReview, reviewOf, sha256 } from '../domain/record-review';
import type { RecordState } from '../domain/stored-record';
import { NationalRecords, type RecordToStore } from '../persistence/national-records';

export type ImportRecordResult =
  | {
      readonly ok: true;
      /** `waiting`: the same file was imported before and nobody has decided yet. */
      readonly outcome: 'proposed' | 'waiting' | 'unchanged';
      readonly review: RecordReview;
    }
  | { readonly ok: false; readonly faults: readonly RecordFault[] };

/**
 * Takes in a file of the national database, unchanged. It is only a proposal until somebody approves the difference; the
 * same content again changes nothing.
 */
@Injectable()
export class ImportNationalRecord {
  constructor(
    private readonly records: NationalRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * @param source - the file as it was received
   * @param importedBy - the actor, as `actorScope` names it
   */
  async execute(source: Uint8Array, importedBy: string): Promise<ImportRecordResult> {
    const read = readNationalRecord(source);
    if (!read.ok) return read;
    const { content, composedTexts } = read;
    const code = baseCodeOf(content.MATTHC);
    const contentHash = contentHashOf(content);
    return this.records.exclusively(code, async (tx) => {
      const state = await this.records.state(code, tx);
      const known = state ? whatIsKnown(state, contentHash) : null;
      if (state && known) return { ok: true, outcome: known, review: reviewOf(state) };
      const latest: RecordToStore = {
        code,
        revision: (state?.latest.revision ?? 0) + 1,
        content,
        contentHash,
        composedTexts,
        importedAt: this.clock.iso(),
        importedBy,
        source,
        sourceHash: sha256(source),
      };
      await this.records.add(tx, latest);
      const review = reviewOf({ latest, decision: null, published: state?.published ?? null });
      return { ok: true, outcome: 'proposed', review };
    });
  }
}

/**
 * Null when the content is new, also when it was rejected or replaced since. What is published needs no proposal, even while
 * another one is open: a person decides about that.
 */
function whatIsKnown(
  { latest, decision, published }: RecordState,
  contentHash: string,
): 'waiting' | 'unchanged' | null {
  if (published?.contentHash === contentHash) return 'unchanged';
  return latest.contentHash === contentHash && !decision ? 'waiting' : null;
}
