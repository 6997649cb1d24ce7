import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring';

/** Kinds of identifier that can be looked up without being stored in the clear. */
export type BlindIndexKind = 'personal-id' | 'passport' | 'tax-code' | 'enterprise-code' | 'phone' | 'email';

/** Finds a person by an identifier that the database does not hold in the clear. */
export class BlindIndex {
  constructor(private readonly keys: KeyRing) {}

  /**
   * Keyed fingerprint of an identifier, base64url without padding (43 characters).
   *
   * @param kind - separates equal digits of different meaning
   * @param value - normalised with {@link normaliseIdentifier} here, so callers cannot disagree
   */
  of(kind: BlindIndexKind, value: string): string {
    const normalised = normaliseIdentifier(kind, value);
    return createHmac('sha256', this.keys.stable('blind-index'))
      .update(`${kind}\u0000${normalised}`)
      .digest('base64url');
  }
}

/** One spelling for each identifier: `+84 90 000 0001` and `0900000001` are the same phone. */
export function normaliseIdentifier(kind: BlindIndexKind, value: string): string {
  const text = value.normalize('NFKC').trim();
  if (kind === 'phone') return text.replace(/[^\d+]/gu, '').replace(/^(?:\+|00)84/u, '0');
  if (kind === 'email') return text.toLowerCase();
  return text.replace(/[\s.-]/gu, '').toUpperCase();
}
