import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  privateEncrypt,
  X509Certificate,
} from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPeople } from '@mocua/server/identity/demo';
import { certificate, extension, nameOf, newKey } from '../tls/certificates';
import { bits, der, objectId, octets, sequence, yes } from '../tls/der';

/** A credential of somebody, with what the service needs to sign for it. */
export interface Credential {
  readonly credentialId: string;
  readonly holder: string;
  /** Certificate, issuing authority and root, DER. */
  readonly chain: readonly [Buffer, Buffer, Buffer];
  /** Signs a SHA-256 digest: the bytes whose digest it is are never seen here. */
  sign(digest: Buffer): Buffer;
}

interface AuthorityFile {
  readonly root: string;
  readonly issuing: string;
  readonly issuingKey: string;
}

const day = 86_400_000;
/** Before every clock that tests set. */
const beginning = new Date('2025-01-01T00:00:00Z');
const longOver = new Date('2025-06-30T00:00:00Z');
const rootName = nameOf('Gốc thử nghiệm của Mở Cửa');
const issuingName = nameOf('Ký số từ xa thử nghiệm của Mở Cửa');

/** What is wrong with a credential, by the end of its id. */
const flaws = ['het-han', 'nguoi-khac', 'he-khac', 'sai-chu-ky', 'khoa-khac'] as const;
type Flaw = (typeof flaws)[number];

/**
 * The authority of the sandbox, made at the first start and kept, so that what was signed yesterday holds today. Every
 * demo person has the credential `CTS-<key>`; with an ending it has a flaw: `.het-han` (expired), `.nguoi-khac` (names
 * another person), `.he-khac` (of an authority nobody knows), `.sai-chu-ky` (signs something else), `.khoa-khac` (signs
 * with another key).
 */
export class DemoAuthority {
  private readonly issued = new Map<string, Credential>();

  private constructor(
    private readonly own: AuthorityFile,
    private readonly foreign: AuthorityFile,
    private readonly now: Date,
  ) {}

  /** @param folder - gets `authority.pem`, which others are to trust, and the keys beside it */
  static async open(folder: string, now: Date): Promise<DemoAuthority> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, 'authority.json');
    const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    const own = known === null ? makeAuthority(now) : (JSON.parse(known) as AuthorityFile);
    if (known === null) await writeFile(path, JSON.stringify(own), { mode: 0o600 });
    await writeFile(join(folder, 'authority.pem'), own.root);
    return new DemoAuthority(own, makeAuthority(now), now);
  }

  credential(credentialId: string): Credential | null {
    const known = this.issued.get(credentialId);
    if (known) return known;
    const [, key, ending] = /^CTS-([a-z]+)(?:\.([a-z-]+))?$/u.exec(credentialId) ?? [];
    const flaw = flaws.find((each) => each === ending) ?? null;
    const person = demoPeople.find((each) => each.key === key);
    if (!person || (ending !== undefined && flaw === null)) return null;
    const other = demoPeople.find((each) => each.key !== key && each.personalId !== null);
    const holder = flaw === 'nguoi-khac' && other ? other : person;
    const made = this.issue(credentialId, { name: holder.name, personalId: holder.personalId }, flaw);
    this.issued.set(credentialId, made);
    return made;
  }

  private issue(
    credentialId: string,
    holder: { name: string; personalId: string | null },
    flaw: Flaw | null,
  ): Credential {
    const authority = flaw === 'he-khac' ? this.foreign : this.own;
    const { publicKey, privateKey } = signingKey();
    const leaf = certificate({
      subject: nameOf(holder.name, `CCCD:${holder.personalId ?? ''}`),
      publicKey,
      issuer: issuingName,
      issuerKey: createPrivateKey(authority.issuingKey),
      from: beginning,
      until: flaw === 'het-han' ? longOver : new Date(this.now.getTime() + 365 * day),
      // digitalSignature and contentCommitment
      extensions: [extension('2.5.29.15', unusedBits(6, 0xc0), true)],
    });
    const key = flaw === 'khoa-khac' ? signingKey().privateKey : privateKey;
    return {
      credentialId,
      holder: holder.name,
      chain: [derOf(leaf), derOf(authority.issuing), derOf(authority.root)],
      sign: (digest) => signDigest(flaw === 'sai-chu-ky' ? Buffer.alloc(32, 7) : digest, key),
    };
  }
}

function makeAuthority(now: Date): AuthorityFile {
  const [root, issuing] = [newKey(), newKey()];
  const from = beginning;
  const until = new Date(now.getTime() + 3_650 * day);
  const isAuthority = extension('2.5.29.19', sequence(yes), true);
  const common = { issuer: rootName, issuerKey: root.privateKey, from, until, extensions: [isAuthority] };
  return {
    root: certificate({ ...common, subject: rootName, publicKey: root.publicKey }),
    issuing: certificate({ ...common, subject: issuingName, publicKey: issuing.publicKey }),
    issuingKey: issuing.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Services of this kind sign with RSA. */
function signingKey(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

/** PKCS #1 v1.5 over a digest that is given (RFC 8017, section 9.2). */
function signDigest(digest: Buffer, key: KeyObject): Buffer {
  const sha256 = sequence(objectId('2.16.840.1.101.3.4.2.1'), der(0x05));
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, sequence(sha256, octets(digest)));
}

/** Bits with some of the last byte unused. */
function unusedBits(unused: number, byte: number): Buffer {
  const value = bits(Buffer.from([byte]));
  value[2] = unused;
  return value;
}

function derOf(pem: string): Buffer {
  return new X509Certificate(pem).raw;
}
