import type { AssignmentId, PartyId, Role, UnitId } from '@mocua/contract';
import type { Validity } from './validity';

/** How a signature is introduced. @legal NĐ 30/2020/NĐ-CP Điều 13 */
export const signingCapacities = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'] as const;
export type SigningCapacity = (typeof signingCapacities)[number];

/** A person's role in a unit for a time; several may hold at once and each command names one of them. */
export interface Assignment extends Validity {
  readonly assignmentId: AssignmentId;
  readonly partyId: PartyId;
  readonly unitId: UnitId;
  readonly role: Role;
  readonly signingCapacity: SigningCapacity | null;
  /** Job title printed below a signature. */
  readonly title: string;
  /** The assignment this one stands in for, with its holder; null when it is the person's own. */
  readonly delegatedFrom: { readonly assignmentId: AssignmentId; readonly partyId: PartyId } | null;
  readonly ground: string;
}
