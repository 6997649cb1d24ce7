import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { ChainedReading } from './reading';
import { keptUntil, type ReadingRetention } from './reading-retention';

/** What stands in place of the readings that were cut from the beginning of a stream. */
export interface ReadingCut {
  readonly streamId: string;
  /** Place of the last reading that is gone; places begin at 1, so it says how many are gone. */
  readonly seq: number;
  /** Hash of that reading, hex; the first reading that stays follows it. */
  readonly hash: string;
  /** When the newest of them was written, ISO-8601. */
  readonly until: string;
  /** ISO-8601. */
  readonly cutAt: string;
  /** Version of the rule by which they went. */
  readonly retentionVersion: number;
}

/** A mark with its seal, hex, by a key that does not lie in the database. */
export interface SealedCut extends ReadingCut {
  readonly seal: string;
}

/** HMAC-SHA-256 over the fields in a fixed order, hex. */
export function sealOf(cut: ReadingCut, key: KeyObject): string {
  const covered = [
    'mocua.reading-cut.1',
    ...[cut.streamId, cut.seq, cut.hash, cut.until, cut.cutAt, cut.retentionVersion],
  ];
  return createHmac('sha256', key).update(JSON.stringify(covered)).digest('hex');
}

/** Whether somebody with the key made the mark, and what it stands for had been kept as long as its rule says. */
export function isLawfulCut(cut: SealedCut, key: KeyObject, versions: readonly ReadingRetention[]): boolean {
  const expected = Buffer.from(sealOf(cut, key), 'hex');
  const sealed = Buffer.from(cut.seal, 'hex');
  if (sealed.length !== expected.length || !timingSafeEqual(sealed, expected)) return false;
  const rule = versions.find((each) => each.version === cut.retentionVersion);
  return rule !== undefined && Date.parse(cut.until) < keptUntil(rule, new Date(cut.cutAt)).getTime();
}

/** Whose readings have to stay although they are old enough to go. */
export interface HeldReadings {
  readonly everybody: boolean;
  readonly subjects: ReadonlySet<string>;
}

/**
 * The readings at the beginning of a stretch that may go: written before an instant, none of them of somebody whose readings
 * have to stay. Behind the first that stays all stay, because a chain can only be cut from its beginning.
 */
export function cuttable(
  entries: readonly ChainedReading[],
  before: Date,
  { everybody, subjects }: HeldReadings,
): readonly ChainedReading[] {
  const stays = entries.findIndex(
    ({ at, subjectId }) => everybody || Date.parse(at) >= before.getTime() || subjects.has(subjectId),
  );
  return stays === -1 ? entries : entries.slice(0, stays);
}
