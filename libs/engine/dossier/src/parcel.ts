import type { EventOf } from './events';
import type { DossierState, Parcel, ParcelStanding } from './state';

/** What the post can tell about a parcel that matters to the dossier. */
export type ParcelOutcome = Extract<ParcelStanding, 'refused' | 'not-delivered' | 'returned' | 'delivered'>;

const outcomesAfter: Readonly<Record<ParcelStanding, readonly ParcelOutcome[]>> = {
  sent: ['refused', 'not-delivered', 'returned', 'delivered'],
  'not-delivered': ['returned', 'delivered'],
  // Nobody follows what came to an end: whoever holds the paper now decides.
  refused: [],
  returned: [],
  recalled: [],
  delivered: [],
};

/** Whether the news is news: told again, or after the paper is back at the desk, it changes nothing. */
export function isParcelNews(parcel: Parcel, outcome: ParcelOutcome): boolean {
  return outcomesAfter[parcel.standing].includes(outcome);
}

/** Whether the paper lies at the desk and can be handed over, or given to the post. */
export function isResultAtDesk(state: DossierState): boolean {
  if (state.processing !== 'done') return false;
  const standing = state.parcel?.standing;
  return (
    state.delivery === 'ready' ||
    (state.delivery === 'failed' && (standing === 'returned' || standing === 'refused'))
  );
}

/** Whether the post has the paper, as far as anybody has said. */
export function isResultInPost({ processing, parcel }: DossierState): boolean {
  return processing === 'done' && (parcel?.standing === 'sent' || parcel?.standing === 'not-delivered');
}

type ParcelEvent = EventOf<'result-posted' | 'parcel-failed' | 'parcel-recalled'>;

export function changeParcel(state: DossierState, event: ParcelEvent): Partial<DossierState> {
  if (event.type === 'result-posted') {
    const { parcelId, number, receiver, relation } = event.payload;
    const at = event.occurredAt;
    return {
      delivery: 'sent',
      parcel: { parcelId, number, receiver, relation, standing: 'sent', postedAt: at, changedAt: at },
    };
  }
  const standing = event.type === 'parcel-recalled' ? 'recalled' : event.payload.why;
  return {
    delivery: event.type === 'parcel-recalled' ? 'ready' : 'failed',
    ...moved(state, standing, event.occurredAt),
  };
}

/** The parcel after something became of it; nothing where there was none. */
export function moved(state: DossierState, standing: ParcelStanding, changedAt: string) {
  return state.parcel ? { parcel: { ...state.parcel, standing, changedAt } } : {};
}
