import type { BodyOf, ResponseOf, listSigningKeys, verifyReceipt } from '@mocua/contract';

export type SignedReceipt = BodyOf<typeof verifyReceipt>;
export type SigningKey = ResponseOf<typeof listSigningKeys>['keys'][number];
/** `unsupported`: this browser has no Ed25519; somebody else must check. */
export type Verdict = 'valid' | 'invalid' | 'unsupported';

/** Reads a pasted or uploaded receipt; null when it is none. */
export function readReceipt(text: string): SignedReceipt | null {
  try {
    const value: unknown = JSON.parse(text);
    return isReceipt(value) ? value : null;
  } catch {
    // what a person pastes need not be JSON; that is the answer, not a failure
    return null;
  }
}

/** Checks hash and signature with the browser's own cryptography; nothing leaves the device. */
export async function checkReceipt(receipt: SignedReceipt, keys: readonly SigningKey[]): Promise<Verdict> {
  const key = keys.find((candidate) => candidate.kid === receipt.keyId);
  if (key === undefined) return 'invalid';
  const content = new TextEncoder().encode(receipt.canonical);
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return 'unsupported';
  const digest = new Uint8Array(await subtle.digest('SHA-256', content));
  if (hex(digest) !== receipt.sha256.toLowerCase()) return 'invalid';
  const signature = fromBase64(receipt.signature);
  if (signature === null) return 'invalid';
  try {
    const { kty, crv, x } = key;
    const publicKey = await subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
    return (await subtle.verify({ name: 'Ed25519' }, publicKey, signature, content)) ? 'valid' : 'invalid';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return 'unsupported';
    throw error;
  }
}

function isReceipt(value: unknown): value is SignedReceipt {
  if (typeof value !== 'object' || value === null) return false;
  return ['canonical', 'sha256', 'signature', 'keyId'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'string',
  );
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Standard or URL alphabet, with or without padding. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]+=*$/u.test(standard)) return null;
  return Uint8Array.from(atob(standard), (character) => character.charCodeAt(0));
}
