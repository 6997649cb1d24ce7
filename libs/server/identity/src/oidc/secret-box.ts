import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** Authenticated encryption (AES-256-GCM) of short-lived values under a key derived from a configured secret. */
export class SecretBox {
  private readonly key: Buffer;

  /** @param purpose - values of one purpose cannot be opened as another */
  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'mocua-identity', purpose, 32));
  }

  seal(plain: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when the value is not ours or was changed. */
  open(sealed: Buffer): string | null {
    if (sealed.length < ivBytes + tagBytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    try {
      return (
        decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes), undefined, 'utf8') +
        decipher.final('utf8')
      );
    } catch {
      // The tag does not match: somebody changed the value, or the secret has been replaced meanwhile.
      return null;
    }
  }
}
