import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** New opaque secret of 256 bits for a cookie or a header. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a secret. The lookup goes by this hash, so that neither the database nor the time of a lookup tells
 * anything about the secret; a fast hash is enough because the secret is random.
 */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares two secrets in constant time. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(hashOfSecret(left), hashOfSecret(right));
}

/** Letters and digits that cannot be mistaken for each other when read aloud or typed at a kiosk. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** New code to type: twelve characters (59 bits), shown in groups of four. */
export function newRegistrationCode(): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    for (const byte of randomBytes(24)) {
      // Bytes beyond the last full round of the alphabet would favour its first letters.
      if (byte < 248 && letters.length < 12) letters.push(alphabet.charAt(byte % alphabet.length));
    }
  }
  return `${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}-${letters.slice(8).join('')}`;
}

/** The one spelling of a typed code: capitals, no separators. */
export function normaliseRegistrationCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/gu, '');
}

/** Two digits to compare on two screens; they are no secret. */
export function newMatchNumber(): string {
  return String(randomInt(10, 100));
}

/** New code of eight characters (39 bits) to be told at a counter, shown in groups of four. */
export function newCounterCode(): string {
  return newRegistrationCode().slice(0, 9);
}
