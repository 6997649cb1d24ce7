import type { DossierEvent, DossierState } from '@mocua/engine/dossier';
import type { OutboxMessage } from '@mocua/server/kernel';

/** Destination of what the post is asked to do. */
export const postDestination = 'post';

/** What the post has to be told because of events: that a parcel waits for it, or does not any more. Ids only. */
export function parcelErrandsOf(events: readonly DossierEvent[], state: DossierState): OutboxMessage[] {
  return events.flatMap((event): OutboxMessage[] => {
    if (event.type !== 'result-posted' && event.type !== 'parcel-recalled') return [];
    const errand = event.type === 'result-posted' ? 'order' : 'call-off';
    const { dossierId } = state;
    return [
      {
        destination: postDestination,
        lane: dossierId,
        payload: { dossierId, parcelId: event.payload.parcelId, errand },
      },
    ];
  });
}
