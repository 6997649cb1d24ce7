import type { DeviceId, PartyId } from '@mocua/contract';
import type { CardData } from './domain/card-identity';

/** A value read back; `erased` once the key of its subject has been destroyed. */
export type OpenedSecret = { readonly erased: true } | { readonly erased: false; readonly value: unknown };

/**
 * Keeps personal values under the key of one person. The personal data domain implements it; the applications bind it.
 * An abstract class instead of an interface, so that it is the injection token as well.
 */
export abstract class SubjectVault {
  /** Seals and stores a JSON value; the id is what the identity tables hold. */
  abstract put(subjectId: PartyId, kind: string, value: unknown): Promise<{ readonly valueId: string }>;
  /** Opens values in one trip; unknown ids are absent from the map. */
  abstract openMany(valueIds: readonly string[]): Promise<ReadonlyMap<string, OpenedSecret>>;
}

/** Kinds of identifier a party may carry. */
export const identifierKinds = ['personal-id', 'passport', 'tax-code', 'enterprise-code'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Keyed, one-way index over identifiers: finds an equal value without storing it. Bound by the applications. */
export abstract class BlindIndex {
  /** Fingerprint, equal for equal (kind, value) only; normalises the value itself. */
  abstract of(kind: IdentifierKind, value: string): string;
}

/** What lies on the card reader of a kiosk. */
export type CardOnReader =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  /** `holderMatched`: the reader compared the face in front of it, or a PIN, with the chip. */
  | { readonly kind: 'card'; readonly holderMatched: boolean; readonly data: CardData };

/**
 * Port: the chip card reader of a kiosk. The server asks the reader's bridge itself and takes the word of no browser for
 * who stands in front of it. A reading is given once.
 */
export abstract class CardReader {
  /** @throws Problem `kiosk.card-reader-unavailable` */
  abstract take(deviceId: DeviceId): Promise<CardOnReader>;
}
