import { amountDue } from '../finance';
import { isParcelNews, isResultAtDesk, isResultInPost, type ParcelOutcome } from '../parcel';
import type { DossierState, ValueRef } from '../state';
import { type Decision, type DecisionFacts, EventList, refuse } from './decision';

export interface PostCommand {
  readonly type: 'post-result';
  readonly parcelId: string;
  readonly relation: 'owner' | 'submitter' | 'delegate';
  /** Name, telephone number and address, sealed. */
  readonly receiver: ValueRef;
}
export interface RecallParcelCommand {
  readonly type: 'recall-parcel';
}
export interface RecordParcelCommand {
  readonly type: 'record-parcel';
  readonly parcelId: string;
  readonly outcome: ParcelOutcome;
}

/** Hands the paper to the post. What is still owed is paid first: the post collects no fee of a procedure. @legal NĐ 118/2025 Điều 24 */
export function decidePost(state: DossierState, command: PostCommand, facts: DecisionFacts): Decision {
  if (!isResultAtDesk(state)) return refuse('dossier.wrong-state', { state: state.processing });
  if (amountDue(state) > 0) return refuse('payment.before-result', { amount: amountDue(state) });
  const { parcelId, relation, receiver } = command;
  const number = (state.parcel?.number ?? 0) + 1;
  return EventList.after(state, facts)
    .add('result-posted', { parcelId, number, relation, receiver })
    .decided();
}

/** The officer holds the paper again, whatever the post says of it. */
export function decideRecallParcel(state: DossierState, facts: DecisionFacts): Decision {
  if (!state.parcel || !isResultInPost(state))
    return refuse('dossier.wrong-state', { state: state.processing });
  const { parcelId } = state.parcel;
  return EventList.after(state, facts).add('parcel-recalled', { parcelId }).decided();
}

/** What the post says of a parcel. A delivery returns the result; news of another parcel, or told again, is none. */
export function decideRecordParcel(
  state: DossierState,
  { parcelId, outcome }: RecordParcelCommand,
  facts: DecisionFacts,
): Decision {
  const { parcel } = state;
  const events = EventList.after(state, facts);
  if (state.processing !== 'done' || parcel?.parcelId !== parcelId || !isParcelNews(parcel, outcome))
    return events.decided();
  if (outcome !== 'delivered') return events.add('parcel-failed', { parcelId, why: outcome }).decided();
  const { relation, receiver } = parcel;
  return events.add('result-returned', { method: 'post', relation, receiver }).decided();
}
