import { constants, createHash, timingSafeEqual, verify, type X509Certificate } from 'node:crypto';
import {
  type CertificateFault,
  certificateFault,
  readCertificate,
  type SignerCertificate,
} from './certificate';
import { der, type DerValue, firstDer, objectId, partsOf, tags } from './der';

/**
 * What the signatures say that another system put into a PDF.
 *
 * - `holds`: each covers what it has to, the last one the whole file, and every certificate is believed
 * - `none`: there is no signature in it
 * - `changed`: the file is not what was signed
 * - `unverifiable`: it may be right, but is of a kind that is not understood here, or its certificate is not believed
 */
export type ForeignSignature =
  | { readonly state: 'holds'; readonly signers: readonly string[] }
  | { readonly state: 'none' | 'changed' }
  | {
      readonly state: 'unverifiable';
      readonly fault: CertificateFault | 'format';
      readonly signers: readonly string[];
    };

interface FoundSignature {
  /** What was signed: everything up to the end of this revision but the place of the signature. */
  readonly covered: readonly [Buffer, Buffer];
  readonly endsAt: number;
  /** Null where it is written in a way that is not understood. */
  readonly message: Buffer | null;
}

interface Signer {
  readonly chain: readonly SignerCertificate[];
  readonly hash: string;
  readonly isPss: boolean;
  /** As they are signed: a SET. */
  readonly attributes: Buffer;
  readonly messageDigest: Buffer;
  readonly signature: Buffer;
}

const hashes = new Map(
  (
    [
      ['sha256', '2.16.840.1.101.3.4.2.1'],
      ['sha384', '2.16.840.1.101.3.4.2.2'],
      ['sha512', '2.16.840.1.101.3.4.2.3'],
    ] as const
  ).map(([name, id]) => [objectId(id).toString('hex'), name]),
);
const messageDigestId = objectId('1.2.840.113549.1.9.4');
const pssId = objectId('1.2.840.113549.1.1.10');
const certificatesTag = 0xa0;

/**
 * Looks at the signatures of a PDF that was not made here (ISO 32000-1, section 12.8; CMS with signed attributes, RFC 5652). Revocation
 * and time stamps are not looked at.
 *
 * @param at - when the certificates have to be valid
 */
export function checkForeignPdf(file: Buffer, roots: readonly X509Certificate[], at: Date): ForeignSignature {
  const found = signaturesIn(file);
  if (found === 'changed') return { state: 'changed' };
  const [last] = found.slice(-1);
  if (!last) return { state: 'none' };
  // What was added behind the last signature was signed by nobody.
  if (last.endsAt !== file.length) return { state: 'changed' };
  const signers: Signer[] = [];
  for (const { covered, message } of found) {
    const signer = message && signerOf(message);
    if (!signer) return { state: 'unverifiable', fault: 'format', signers: namesOf(signers) };
    if (!isSigned(signer, covered)) return { state: 'changed' };
    signers.push(signer);
  }
  const fault = signers.map(({ chain }) => certificateFault(chain, roots, at)).find((each) => each !== null);
  return fault === undefined
    ? { state: 'holds', signers: namesOf(signers) }
    : { state: 'unverifiable', fault, signers: namesOf(signers) };
}

function namesOf(signers: readonly Signer[]): string[] {
  return signers.flatMap(({ chain: [leaf] }) => (leaf ? [leaf.holder] : []));
}

/** In the order in which they were put in. */
function signaturesIn(file: Buffer): readonly FoundSignature[] | 'changed' {
  const text = file.toString('latin1');
  const found: FoundSignature[] = [];
  for (const range of text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)) {
    const [start = 0, before = 0, after = 0, rest = 0] = range.slice(1).map(Number);
    const endsAt = after + rest;
    // The only gap is the place of the signature itself.
    if (start !== 0 || before >= after || endsAt > file.length) return 'changed';
    const gap = /^<([0-9A-Fa-f\s]*)>$/u.exec(text.slice(before, after))?.[1];
    if (gap === undefined) return 'changed';
    const covered = [file.subarray(0, before), file.subarray(after, endsAt)] as const;
    found.push({ covered, endsAt, message: messageIn(Buffer.from(gap.replace(/\s/gu, ''), 'hex')) });
  }
  return found.sort((left, right) => left.endsAt - right.endsAt);
}

/** The place is larger than the signature; zeros follow it. */
function messageIn(room: Buffer): Buffer | null {
  try {
    return firstDer(room).bytes;
  } catch {
    return null; // another encoding than DER: said to be not understood
  }
}

function signerOf(message: Buffer): Signer | null {
  try {
    const [, wrapped] = partsOf(firstDer(message));
    const parts = wrapped ? partsOf(firstDer(wrapped.content)) : [];
    const certificates = parts.find(({ tag }) => tag === certificatesTag);
    const info = parts.at(-1)?.tag === tags.set && partsOf(parts.at(-1) as DerValue)[0];
    if (!certificates || !info) return null;
    const [, who, algorithm, attributes, signatureAlgorithm, signature] = partsOf(info);
    const hash = algorithm && hashes.get(partsOf(algorithm)[0]?.bytes.toString('hex') ?? '');
    if (!who || hash === undefined || attributes?.tag !== tags.attributes || !signatureAlgorithm) return null;
    const messageDigest = attributeOf(attributes, messageDigestId);
    const all = partsOf(certificates).map(({ bytes }) => readCertificate(bytes));
    const leaf = all.find(({ issuer, serial }) => who.content.equals(Buffer.concat([issuer, serial])));
    if (!leaf || !messageDigest || signature?.tag !== tags.octets) return null;
    return {
      chain: [leaf, ...all.filter((each) => each !== leaf)],
      hash,
      isPss: partsOf(signatureAlgorithm)[0]?.bytes.equals(pssId) ?? false,
      attributes: der(tags.set, attributes.content),
      messageDigest,
      signature: signature.content,
    };
  } catch {
    return null; // whatever cannot be read is of a kind that is not understood
  }
}

function attributeOf(attributes: DerValue, wanted: Buffer): Buffer | null {
  for (const attribute of partsOf(attributes)) {
    const [id, values] = partsOf(attribute);
    if (id?.bytes.equals(wanted) && values) return partsOf(values)[0]?.content ?? null;
  }
  return null;
}

function isSigned(
  { chain: [leaf], hash, isPss, attributes, messageDigest, signature }: Signer,
  covered: readonly [Buffer, Buffer],
): boolean {
  const digest = createHash(hash).update(covered[0]).update(covered[1]).digest();
  if (!leaf || digest.length !== messageDigest.length || !timingSafeEqual(digest, messageDigest))
    return false;
  const key = leaf.x509.publicKey;
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO };
  try {
    return verify(hash, attributes, { key, ...(isPss ? pss : {}) }, signature);
  } catch {
    return false; // a key of another kind than the signature: it is not of this certificate
  }
}
