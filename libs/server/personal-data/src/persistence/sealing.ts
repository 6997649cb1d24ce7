import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';

/** Tells whoever counts them of every decryption, with the associated text; silent while nobody listens. */
export const unsealed = channel('mocua:unsealed');

const format = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

/** Encrypts with AES-256-GCM under a fresh random nonce: `format | nonce | tag | ciphertext`. */
export function seal(key: KeyObject, plain: Buffer, associated: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body]);
}

/**
 * Decrypts what {@link seal} made.
 *
 * @throws Error when the bytes, the key or the associated text are not those of the sealing
 */
export function unseal(key: KeyObject, sealed: Buffer, associated: string): Buffer {
  if (sealed.length < headLength || sealed[0] !== format)
    throw new Error('Not a sealed value of a known format.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(Buffer.from(associated)).setAuthTag(sealed.subarray(1 + nonceLength, headLength));
  const plain = Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]);
  if (unsealed.hasSubscribers) unsealed.publish(associated);
  return plain;
}
