import { baseCodeOf } from '@mocua/engine/national-record';
import { problem } from '@mocua/server/kernel';
import { type RecordReview, reviewOf } from '../domain/record-review';
import type { RecordDecision } from '../domain/stored-record';
import type { NationalRecords } from '../persistence/national-records';

/**
 * Writes a decision about exactly the difference somebody read.
 *
 * @param differenceHash - what they read; when something else is proposed or published by now, nothing is decided
 * @throws Problem `record.not-found`, `record.stale`, `record.decided`
 */
export function decideOnRecord(
  records: NationalRecords,
  code: string,
  differenceHash: string,
  decision: Omit<RecordDecision, 'differenceHash'>,
): Promise<RecordReview> {
  return records.exclusively(baseCodeOf(code), async (tx) => {
    const state = await records.state(baseCodeOf(code), tx);
    if (!state) throw problem('record.not-found', { code });
    const review = reviewOf(state);
    if (review.state !== 'proposed') throw problem('record.decided', { code });
    if (review.differenceHash !== differenceHash) throw problem('record.stale', { code });
    const made = { ...decision, differenceHash };
    await records.decide(tx, state.latest, made);
    const published = made.decision === 'published' ? state.latest : state.published;
    return {
      ...review,
      state: made.decision,
      publishedRevision: published?.revision ?? null,
      reason: made.reason,
    };
  });
}
