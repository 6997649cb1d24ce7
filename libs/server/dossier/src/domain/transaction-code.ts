import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another, read aloud or on a blurred print. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Provisional code of a filing before reception, for example `T261122-7KQ4M9XA`. Not guessable, not a dossier code. */
export function transactionCode(day: string): string {
  const random = Array.from({ length: 8 }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return `T${day.slice(2).replaceAll('-', '')}-${random}`;
}
