import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Plain bytes of a full chunk. */
export const chunkSize = 64 * 1024;
const tagLength = 16;
const magic = Buffer.from('MCF1');
const saltLength = 32;
const bindingLength = 32;
/** Longest head there can be: magic, length of the key id, key id, salt, binding. */
export const longestHead = magic.length + 1 + 255 + saltLength + bindingLength;
/** Stored bytes of a full chunk. */
export const storedChunkSize = chunkSize + tagLength;

/**
 * Head of a stored file: which master key, the salt of the file's own key, and a binding to the hash of the content,
 * so that two stored files cannot be swapped.
 */
export interface FileHead {
  readonly keyId: string;
  readonly salt: Buffer;
  readonly binding: Buffer;
  readonly length: number;
}

export function newHead(keyId: string): FileHead {
  const id = Buffer.from(keyId);
  if (id.length > 255) throw new Error('The key id is too long for a file head.');
  return {
    keyId,
    salt: randomBytes(saltLength),
    binding: Buffer.alloc(bindingLength),
    length: magic.length + 1 + id.length + saltLength + bindingLength,
  };
}

export function writeHead(head: FileHead): Buffer {
  const id = Buffer.from(head.keyId);
  return Buffer.concat([magic, Buffer.of(id.length), id, head.salt, head.binding]);
}

/** @throws Error when the bytes are not the head of a stored file */
export function readHead(bytes: Buffer): FileHead {
  const idLength = bytes[magic.length];
  if (idLength === undefined || !bytes.subarray(0, magic.length).equals(magic))
    throw new Error('Not a stored file.');
  const idEnd = magic.length + 1 + idLength;
  const saltEnd = idEnd + saltLength;
  const length = saltEnd + bindingLength;
  if (bytes.length < length) throw new Error('The stored file is cut short.');
  return {
    keyId: bytes.subarray(magic.length + 1, idEnd).toString(),
    salt: Buffer.from(bytes.subarray(idEnd, saltEnd)),
    binding: Buffer.from(bytes.subarray(saltEnd, length)),
    length,
  };
}

/** Encrypts and decrypts the chunks of one file; a chunk cannot be moved, repeated or left out unnoticed. */
export class FileCipher {
  private readonly contentKey: KeyObject;
  private readonly bindingKey: KeyObject;

  constructor(master: KeyObject, salt: Buffer) {
    this.contentKey = createSecretKey(
      Buffer.from(hkdfSync('sha256', master, salt, 'mocua/file-chunks/1', 32)),
    );
    this.bindingKey = createSecretKey(
      Buffer.from(hkdfSync('sha256', master, salt, 'mocua/file-binding/1', 32)),
    );
  }

  binding(sha256: string): Buffer {
    return createHmac('sha256', this.bindingKey).update(Buffer.from(sha256, 'hex')).digest();
  }

  isBoundTo(sha256: string, binding: Buffer): boolean {
    return timingSafeEqual(this.binding(sha256), binding);
  }

  encrypt(index: number, last: boolean, plain: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.contentKey, nonceOf(index, last));
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when the chunk is not the one that was written here */
  decrypt(index: number, last: boolean, stored: Buffer): Buffer {
    if (stored.length < tagLength) throw new Error('The stored file is cut short.');
    const end = stored.length - tagLength;
    const decipher = createDecipheriv('aes-256-gcm', this.contentKey, nonceOf(index, last), {
      authTagLength: tagLength,
    });
    decipher.setAuthTag(stored.subarray(end));
    return Buffer.concat([decipher.update(stored.subarray(0, end)), decipher.final()]);
  }
}

/** The key is fresh for each file, so position and end mark make the nonce unique. */
function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
