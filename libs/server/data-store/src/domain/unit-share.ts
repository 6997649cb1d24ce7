import type { PartyId, StoredPaperId, UnitId, UnitShareId, UnitShareState } from '@mocua/contract';

/** A share with an agency; what for lies sealed under the giver's key. */
export interface UnitShare {
  readonly shareId: UnitShareId;
  readonly paperId: StoredPaperId;
  readonly owner: PartyId;
  readonly sharedBy: PartyId;
  readonly unitId: UnitId;
  readonly purposeValueId: string;
  /** The consent it rests on. */
  readonly consentId: string;
  readonly sharedAt: Date;
  /** Last day, `YYYY-MM-DD` in Vietnam. */
  readonly until: string;
  readonly endedAt: Date | null;
}

/** A unit as far as sharing goes. */
export interface UnitAtHand {
  readonly unitId: UnitId;
  readonly kind: string;
}

/** Kinds of unit that people know as an agency. A division is one of its agency's rooms; what is outside keeps its own store. */
const agencies: ReadonlySet<string> = new Set([
  'people-committee',
  'department',
  'one-stop-centre',
  'branch',
]);

/** Whether people may share with a unit. */
export function isAgency({ kind }: UnitAtHand): boolean {
  return agencies.has(kind);
}

/**
 * The agency whose shares an officer of a unit reads: the unit itself, or the agency that the division belongs to. A share
 * reaches neither the agencies above or below the one it names, nor a reception point, where others' staff sits.
 *
 * @param ancestry - the unit, then its parent, up to the root
 */
export function agencyOf(ancestry: readonly UnitAtHand[]): UnitId | null {
  const nearest = ancestry.find(({ kind }) => kind !== 'division');
  return nearest !== undefined && isAgency(nearest) ? nearest.unitId : null;
}

/**
 * How a share stands on a day. It names one agency: when that closes or merges the share ends with it, because the person
 * chose whom to trust and the successor is somebody else.
 */
export function unitShareState(
  { endedAt, until }: Pick<UnitShare, 'endedAt' | 'until'>,
  {
    today,
    unitOpen,
    consentHolds,
  }: { readonly today: string; readonly unitOpen: boolean; readonly consentHolds: boolean },
): UnitShareState {
  if (endedAt !== null) return 'ended';
  if (until < today) return 'run-out';
  if (!unitOpen) return 'unit-closed';
  return consentHolds ? 'open' : 'consent-withdrawn';
}
