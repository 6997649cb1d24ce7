import type { UnitId } from '@mocua/contract';
import type { Validity } from './validity';

/** What a unit is. Nothing may branch on a level of government; competence and trees are data. */
export const unitKinds = [
  'people-committee',
  'department',
  'division',
  'one-stop-centre',
  'branch',
  'reception-point',
  'external',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * One node of the unit tree. Closed units stay, so that old dossiers keep the name under which they were handled.
 *
 * @legal QĐ 20/2020/QĐ-TTg (agency identifier, at most 35 characters)
 */
export interface Unit extends Validity {
  readonly unitId: UnitId;
  readonly parentId: UnitId | null;
  readonly kind: UnitKind;
  /** Level as data, for display and statistics: `province`, `commune`, `special-zone`, … */
  readonly levelCode: string;
  readonly name: string;
  readonly shortName: string;
  /** Null for units without an identifier of their own (divisions, reception points). */
  readonly agencyIdentifier: string | null;
  readonly calendarId: string;
  readonly address: string;
  /** Whether the unit keeps original registers (sổ gốc) and can issue copies from them. */
  readonly keepsRegisters: boolean;
}

/** How a unit went over into another. */
export interface UnitSuccession {
  readonly predecessorId: UnitId;
  readonly successorId: UnitId;
  readonly kind: 'merged' | 'renamed' | 'split';
  /** First day of the successor's competence. */
  readonly effectiveFrom: string;
  readonly ground: string;
}

const agencyIdentifierPattern = /^[A-Z0-9]+(?:\.[A-Z0-9]+)*$/u;

/** Whether a text is a well-formed agency identifier. */
export function isAgencyIdentifier(value: string): boolean {
  return value.length <= 35 && agencyIdentifierPattern.test(value);
}
