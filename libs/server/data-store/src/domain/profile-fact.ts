import { fillingFactKinds } from '@mocua/contract';
import type {
  LocalizedText,
  PartyId,
  ProfileFactId,
  ProfileFactKind,
  ProfileFactSource,
} from '@mocua/contract';

/** What a fact says; lies sealed. */
export interface FactWords {
  readonly text: string;
  /** For an account only. */
  readonly bank?: string;
  readonly holder?: string;
}

/** One version of a fact, without its words. */
export interface FactRow {
  readonly factId: ProfileFactId;
  readonly owner: PartyId;
  readonly kind: ProfileFactKind;
  readonly version: number;
  readonly source: ProfileFactSource;
  readonly valueId: string;
  readonly fillsForms: boolean;
  /** Put aside by its owner; a hidden one never fills forms. */
  readonly hidden: boolean;
  /** Last day it holds, `YYYY-MM-DD` in Vietnam. */
  readonly validUntil: string | null;
  readonly addedAt: Date;
  readonly supersededAt: Date | null;
}

export interface ProfileFact extends FactRow {
  readonly words: FactWords;
}

/**
 * Whether somebody answers for it. What a person said themselves is never verified, and the e-identity passes telephone number
 * and e-mail on without having checked them.
 */
export function isVerified({ source, kind }: Pick<FactRow, 'source' | 'kind'>): boolean {
  return source === 'identity' && kind === 'permanent-address';
}

const bases = {
  own: {
    vi: 'Bạn tự khai, chưa ai kiểm tra; lưu theo ý muốn của bạn',
    en: 'Your own words, checked by nobody; kept because you want it',
  },
  verified: {
    vi: 'VNeID đã xác thực; lưu theo ý muốn của bạn',
    en: 'Verified by VNeID; kept because you want it',
  },
  declared: {
    vi: 'Bạn khai ở VNeID, chưa ai kiểm tra; lưu theo ý muốn của bạn',
    en: 'What you told VNeID, checked by nobody; kept because you want it',
  },
} as const satisfies Record<string, LocalizedText>;

/** Where a fact comes from, and why it is kept, in words for its owner. */
export function basisOf(fact: Pick<FactRow, 'source' | 'kind'>): LocalizedText {
  if (fact.source === 'own') return bases.own;
  return isVerified(fact) ? bases.verified : bases.declared;
}

/** Whether it says the same, so that keeping it again makes no version. */
export function saysTheSame(left: FactWords, right: FactWords): boolean {
  return left.text === right.text && left.bank === right.bank && left.holder === right.holder;
}

/** Whether its last day has passed. */
export function isExpired({ validUntil }: Pick<FactRow, 'validUntil'>, today: string): boolean {
  return validUntil !== null && validUntil < today;
}

/** Whether it may fill a form today. */
export function mayFill(fact: FactRow, today: string): boolean {
  const asked = fillingFactKinds.includes(fact.kind);
  return asked && fact.fillsForms && !fact.hidden && fact.supersededAt === null && !isExpired(fact, today);
}
