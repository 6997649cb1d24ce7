import type { UnitId } from '@mocua/contract';
import type { Channel } from '@mocua/engine/dossier';
import type { DossierFacts } from './dossier-facts';
import { type Month, monthOf } from './month';

/**
 * What is counted, each in one month.
 *
 * - `filed` in the month of the filing; `received` and what is said of received dossiers (channel, files, money) in that of the
 *   reception, also when it became true later
 * - `resolved…`, `refused`, `withdrawn`, `stopped`, `ended` (of the received ones) in the month of the end
 * - `came-due` in the month of the original due date; `came-due-and-ended` when both lie behind: what is between them is overdue
 */
export const measures = [
  'filed',
  'received',
  'received-online',
  'received-counter',
  'received-post',
  'verified-identity',
  'digitised',
  'reused',
  'from-national-store',
  'electronic-result',
  'asked-more-than-once',
  'with-fee',
  'paid-online',
  'resolved',
  'resolved-on-time',
  'resolved-late',
  'resolved-late-by-original',
  'resolved-without-limit',
  'refused',
  'withdrawn',
  'stopped',
  'ended',
  'came-due',
  'came-due-and-ended',
] as const;
export type Measure = (typeof measures)[number];

/** Where a dossier counts. */
export interface Place {
  readonly month: Month;
  readonly unitId: UnitId;
  readonly procedureCode: string;
  readonly measure: Measure;
}

/** A counter that moves. */
export interface Delta extends Place {
  readonly by: number;
}

/** A kiosk is a way of filing online, as for the national portal. */
const channelMeasures: Readonly<Record<Channel, Measure>> = {
  online: 'received-online',
  kiosk: 'received-online',
  counter: 'received-counter',
  post: 'received-post',
};

/** Everything one dossier counts for, each once. */
export function placesOf(facts: DossierFacts): Place[] {
  const place = (measure: Measure, at: string): Place => ({
    month: monthOf(at),
    unitId: facts.unitId,
    procedureCode: facts.procedure.code,
    measure,
  });
  const { submittedAt, receivedAt } = facts;
  const filed = place('filed', submittedAt);
  const received = receivedAt === null ? [] : receivedMeasures(facts).map((each) => place(each, receivedAt));
  return [filed, ...received, ...endOfDossier(facts, place), ...lateness(facts, place)];
}

/** How counters move when a dossier goes from one state to the next. */
export function deltasBetween(before: DossierFacts | null, after: DossierFacts): Delta[] {
  return summed([
    ...(before === null ? [] : placesOf(before).map((place) => ({ ...place, by: -1 }))),
    ...placesOf(after).map((place) => ({ ...place, by: 1 })),
  ]);
}

/** One delta for each place, in a fixed order; what cancels itself is absent. */
export function summed(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const delta of deltas) {
    const key = [delta.month, delta.unitId, delta.procedureCode, delta.measure].join(' ');
    sums.set(key, { ...delta, by: (sums.get(key)?.by ?? 0) + delta.by });
  }
  return [...sums]
    .filter(([, { by }]) => by !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, delta]) => delta);
}

function receivedMeasures(facts: DossierFacts): Measure[] {
  const when = (holds: boolean, measure: Measure): Measure[] => (holds ? [measure] : []);
  return [
    'received',
    channelMeasures[facts.channel],
    ...when(facts.identityVerified, 'verified-identity'),
    ...when(facts.digitised, 'digitised'),
    ...when(facts.reused, 'reused'),
    ...when(facts.fromNationalStore, 'from-national-store'),
    ...when(facts.electronicResult, 'electronic-result'),
    ...when(facts.supplements.length > 1, 'asked-more-than-once'),
    ...when(facts.hasFee, 'with-fee'),
    ...when(facts.hasFee && facts.paidOnline.length > 0, 'paid-online'),
  ];
}

type PlaceAt = (measure: Measure, at: string) => Place;

function endOfDossier(facts: DossierFacts, place: PlaceAt): Place[] {
  const { ending, endedAt, receivedAt } = facts;
  if (ending === null || endedAt === null) return [];
  const ended = receivedAt === null ? [] : [place('ended', endedAt)];
  if (ending !== 'positive' && ending !== 'negative') return [...ended, place(ending, endedAt)];
  return [...ended, ...resolution(facts, endedAt).map((measure) => place(measure, endedAt))];
}

/** The original due date decides; that a moved one was kept is told beside it. */
function resolution({ originalDueAt, dueAt }: DossierFacts, endedAt: string): Measure[] {
  if (originalDueAt === null) return ['resolved', 'resolved-without-limit'];
  if (!isAfter(endedAt, originalDueAt)) return ['resolved', 'resolved-on-time'];
  const keptMovedDate = dueAt !== null && !isAfter(endedAt, dueAt);
  return ['resolved', 'resolved-late', ...(keptMovedDate ? (['resolved-late-by-original'] as const) : [])];
}

function lateness({ receivedAt, originalDueAt, endedAt }: DossierFacts, place: PlaceAt): Place[] {
  if (receivedAt === null || originalDueAt === null) return [];
  const due = place('came-due', originalDueAt);
  if (endedAt === null) return [due];
  return [due, place('came-due-and-ended', isAfter(endedAt, originalDueAt) ? endedAt : originalDueAt)];
}

function isAfter(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}
