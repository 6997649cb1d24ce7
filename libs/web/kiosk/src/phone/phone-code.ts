/** What a QR code of a machine carries behind the hash of its address. */
export interface PhoneCode {
  readonly kind: 'sign-in' | 'draft';
  readonly code: string;
}

/** Null for an address that carries no code of ours. */
export function readPhoneCode(hash: string): PhoneCode | null {
  const match = /^#([dt])=([A-Za-z0-9_-]{20,60})$/u.exec(hash);
  return match === null ? null : { kind: match[1] === 'd' ? 'sign-in' : 'draft', code: match[2] ?? '' };
}
