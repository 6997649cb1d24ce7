import type { PartyId } from '@mocua/contract';

export const partyKinds = ['person', 'organisation', 'foreigner'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Level of the electronic identity behind a log-in. @legal NĐ 69/2024 as amended by NĐ 320/2026 Điều 7 */
export type IdentityLevel = 'L1' | 'L2' | 'FOREIGNER' | 'ORG';

/** Claims of an e-identity under the names forms prefill from; dates are ISO. */
export type ClaimName =
  | 'fullName'
  | 'birthDate'
  | 'personalId'
  | 'phone'
  | 'email'
  | 'address'
  | 'gender'
  | 'taxCode'
  | 'enterpriseCode';
export type ClaimValues = Readonly<Partial<Record<ClaimName, string>>>;

/** What a party's e-identity said at the last log-in (or at registration at a counter). */
export interface PartyClaims {
  readonly values: ClaimValues;
  /** `vneid`, or `chip-card` for what a kiosk read from a card; null for what a counter recorded. */
  readonly provider: string | null;
  /** ISO instant at which the source gave them. */
  readonly obtainedAt: string;
  readonly level: IdentityLevel | null;
}

/** Somebody for whom a person may act, with the ground. */
export interface ActingForOption {
  readonly partyId: PartyId;
  readonly displayName: string;
  readonly kind: 'self' | 'guardian' | 'delegate' | 'organisation';
  /** Why, in words for the record; null for oneself. */
  readonly ground: string | null;
  /** Last day of the representation; null for oneself, and where it has no end. */
  readonly validTo: string | null;
}

/** The sealed form of claims: what forms use, and what the provider said about the account. */
export interface StoredClaims {
  readonly values: ClaimValues;
  readonly account: {
    readonly provider: string;
    readonly subject: string;
    readonly type: string;
    readonly assurance: string;
  } | null;
}
