import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';

/** A receipt anybody can check offline; the shape of the contract's `signedReceipt`. */
export interface SignedReceipt {
  /** RFC 8785 canonical JSON. */
  readonly canonical: string;
  /** SHA-256 of `canonical` in UTF-8, hex. */
  readonly sha256: string;
  /** Ed25519 over the UTF-8 bytes of `canonical`, base64url. */
  readonly signature: string;
  readonly keyId: string;
}

/** Public key as listed for offline checks (RFC 8037). */
export interface SigningKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly kid: string;
  readonly x: string;
}

/** Signs receipts with a key that lies outside the database. */
export class ReceiptSigner {
  private readonly publicKeys: ReadonlyMap<string, KeyObject>;
  private readonly current: { readonly keyId: string; readonly key: KeyObject };

  /** @param privateKeys - Ed25519 keys, the newest first; older ones stay for checking */
  constructor(privateKeys: readonly KeyObject[]) {
    const [newest] = privateKeys;
    if (newest === undefined) throw new Error('A receipt signer needs a key.');
    this.current = { keyId: keyIdOf(newest), key: newest };
    this.publicKeys = new Map(privateKeys.map((key) => [keyIdOf(key), createPublicKey(key)]));
  }

  /** Opens the key in `receipt-signing.pem`, making it on the first run. */
  static open(directory: string): ReceiptSigner {
    const path = join(directory, 'receipt-signing.pem');
    const pem = readIfPresent(path) ?? writeOnce(directory, path);
    return new ReceiptSigner([createPrivateKey(pem)]);
  }

  /** @param content - plain JSON; key order does not matter */
  sign(content: object): SignedReceipt {
    const canonical = canonicalize(content);
    if (canonical === undefined) throw new Error('A receipt must be a JSON object.');
    const bytes = Buffer.from(canonical, 'utf8');
    return {
      canonical,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      signature: sign(null, bytes, this.current.key).toString('base64url'),
      keyId: this.current.keyId,
    };
  }

  /** Whether text, hash and signature belong together and the key is ours. */
  verify(receipt: SignedReceipt): boolean {
    const key = this.publicKeys.get(receipt.keyId);
    if (key === undefined) return false;
    const bytes = Buffer.from(receipt.canonical, 'utf8');
    if (createHash('sha256').update(bytes).digest('hex') !== receipt.sha256.toLowerCase()) return false;
    const signature = Buffer.from(receipt.signature, 'base64url');
    return signature.length === 64 && verify(null, bytes, key, signature);
  }

  /** Public keys, the newest first. */
  keys(): SigningKey[] {
    return [...this.publicKeys].map(([kid, key]) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      kid,
      x: coordinateOf(key),
    }));
  }
}

function coordinateOf(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('Not an Ed25519 key.');
  return x;
}

/** RFC 7638 thumbprint, shortened: the same key has the same name in every process. */
function keyIdOf(key: KeyObject): string {
  const x = coordinateOf(createPublicKey(key));
  const thumbprint = createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');
  return thumbprint.slice(0, 16);
}

function readIfPresent(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Hard link instead of rename: when two processes start at once, both end with the key of the first. */
function writeOnce(directory: string, path: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeSync(descriptor, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(path, 'utf8');
}
