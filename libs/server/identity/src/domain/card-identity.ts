import type { ClaimValues } from './party';
import type { ProvenIdentity } from './identity-claims';

/**
 * What a reader gives of the chip of an identity card, in the names readers in Vietnam use. Readers give more (parents,
 * religion, marks of the face); nothing else is taken.
 */
export interface CardData {
  readonly idCode: string;
  readonly personName: string;
  /** `dd/MM/yyyy` */
  readonly dateOfBirth: string;
  readonly gender: string;
  readonly residencePlace: string;
  /** `dd/MM/yyyy`; empty for a card without an end. */
  readonly expiryDate: string;
}

/**
 * Who a card says its holder is; null for a card that names nobody or has run out.
 *
 * @param today - `YYYY-MM-DD` in Vietnam
 * @legal NĐ 118/2025 Điều 17(2a), as amended by NĐ 309/2026: at a kiosk the card takes the place of the check of identity
 */
export function readCardIdentity(card: CardData, today: string): ProvenIdentity | null {
  const personName = card.personName.normalize('NFC').trim();
  if (!/^\d{12}$/u.test(card.idCode) || personName === '') return null;
  const expiry = isoDate(card.expiryDate);
  if (expiry !== null && expiry < today) return null;
  const values: Record<string, string | null> = {
    fullName: personName,
    personalId: card.idCode,
    birthDate: isoDate(card.dateOfBirth),
    gender: { Nam: 'male', Nữ: 'female' }[card.gender] ?? null,
    address: card.residencePlace.normalize('NFC').trim() || null,
  };
  return {
    kind: 'person',
    level: 'L2',
    displayName: personName,
    identifiers: [{ kind: 'personal-id', value: card.idCode }],
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as ClaimValues,
    account: { subject: 'chip-card', type: '1', assurance: '2' },
  };
}

function isoDate(value: string): string | null {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/u.exec(value);
  return match === null ? null : `${match[3]}-${match[2]}-${match[1]}`;
}
