import type { ParcelStandingView, ParcelStep } from '@mocua/contract';
import type { Parcel, ParcelOutcome } from '@mocua/engine/dossier';
import type { TrackingPoint } from '../ports';

type Ordered = Pick<TrackingPoint, 'at' | 'pointId'>;

/** The newest first. Points of one moment stand in the order in which the post numbered them. */
export function newestFirst<T extends Ordered>(points: readonly T[]): T[] {
  return points.toSorted(
    (one, other) =>
      other.at.localeCompare(one.at) || other.pointId.localeCompare(one.pointId, 'en', { numeric: true }),
  );
}

const outcomeOf: Readonly<Partial<Record<ParcelStep, ParcelOutcome>>> = {
  'not-delivered': 'not-delivered',
  returned: 'returned',
  delivered: 'delivered',
};

/** What the dossier has to hear of a parcel; null while it is on its way. */
export function outcomeIn(points: readonly TrackingPoint[]): ParcelOutcome | null {
  const step = newestFirst(points)[0]?.step;
  return step === undefined ? null : (outcomeOf[step] ?? null);
}

/** Where a parcel is: what the dossier decided stands above what the post told. */
export function standingOf(
  parcel: Parcel,
  isOrdered: boolean,
  points: readonly TrackingPoint[],
): ParcelStandingView {
  if (parcel.standing !== 'sent' && parcel.standing !== 'not-delivered') return parcel.standing;
  return newestFirst(points)[0]?.step ?? (isOrdered ? 'ordered' : 'waiting');
}

const minuteMs = 60_000;

/**
 * When to ask about a parcel again: often on the first day, then every three hours for a fortnight, then once a day, and
 * after ninety days not any more. Null: nobody asks.
 */
export function nextLookUp(orderedAt: Date, now: Date): Date | null {
  const days = (now.getTime() - orderedAt.getTime()) / (24 * 60 * minuteMs);
  if (days >= 90) return null;
  const minutes = days < 1 ? 30 : days < 14 ? 180 : 24 * 60;
  return new Date(now.getTime() + minutes * minuteMs);
}
