import { type MirrorStatus, mirrorStatuses } from '@mocua/contract';

/** One fact another system told about a dossier it resolves. */
export interface MirrorEvent {
  /** Given by the sender, unique within the dossier; the same id is the same fact, however often it comes. */
  readonly eventId: string;
  /** Part it is about (`birth`, `residence`…); null for the dossier as a whole. */
  readonly leg: string | null;
  readonly status: MirrorStatus;
  /** ISO instant in UTC at which it happened there, not at which it came here. */
  readonly occurredAt: string;
  /** When that system promises to be done with the part; null when it says nothing. */
  readonly dueAt: string | null;
}

export interface MirroredPart {
  readonly status: MirrorStatus;
  readonly since: string;
  readonly dueAt: string | null;
}

/** A dossier resolved elsewhere, as far as we were told. */
export interface MirrorState {
  readonly whole: MirroredPart | null;
  readonly legs: Readonly<Record<string, MirroredPart>>;
  readonly lastAt: string | null;
}

/**
 * What was told, put together. The order in which facts come and how often they come make no difference: what happened
 * last there is how it stands. Of facts of the same instant the further one counts. Read-only by nature: nothing is decided.
 */
export function foldMirror(events: readonly MirrorEvent[]): MirrorState {
  const facts = [...new Map([...events].sort(byTime).map((event) => [event.eventId, event])).values()].sort(
    byTime,
  );
  const legs: Record<string, MirroredPart> = {};
  let whole: MirroredPart | null = null;
  for (const { leg, status, occurredAt, dueAt } of facts) {
    const before: MirroredPart | null = leg === null ? whole : (legs[leg] ?? null);
    const part: MirroredPart = { status, since: occurredAt, dueAt: dueAt ?? before?.dueAt ?? null };
    if (leg === null) whole = part;
    else legs[leg] = part;
  }
  return { whole, legs, lastAt: facts.at(-1)?.occurredAt ?? null };
}

function byTime(left: MirrorEvent, right: MirrorEvent): number {
  return (
    compare(left.occurredAt, right.occurredAt) ||
    mirrorStatuses.indexOf(left.status) - mirrorStatuses.indexOf(right.status) ||
    compare(left.eventId, right.eventId) ||
    compare(left.leg ?? '', right.leg ?? '') ||
    compare(left.dueAt ?? '', right.dueAt ?? '')
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
