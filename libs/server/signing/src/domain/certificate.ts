import { X509Certificate } from 'node:crypto';
import { objectId, partsOf, readDer, tags } from './der';

/** What a certificate says, as far as a signature needs it. */
export interface SignerCertificate {
  readonly x509: X509Certificate;
  /** Name of the issuer and serial number as they stand in the certificate, DER. */
  readonly issuer: Buffer;
  readonly serial: Buffer;
  /** Name of the holder in the certificate. */
  readonly holder: string;
  /** Number of the person in the certificate; null where it names none. */
  readonly personalId: string | null;
  /** Whether the key may sign documents; a certificate that says nothing about its use may. */
  readonly maySign: boolean;
}

/** Why a certificate does not stand for the person. */
export type CertificateFault = 'unreadable' | 'untrusted' | 'not-valid-then' | 'wrong-use' | 'wrong-person';

const keyUsage = objectId('2.5.29.15');
/** The deepest chain that is followed. */
const longestChain = 5;

/** @throws Error when the bytes are no certificate */
export function readCertificate(bytes: Buffer): SignerCertificate {
  const x509 = new X509Certificate(bytes);
  const [body] = partsOf(readDer(bytes));
  if (!body) throw new Error('a certificate without a body');
  const parts = partsOf(body);
  // The version stands before the serial number, in a tag of its own.
  const shift = parts[0]?.tag === 0xa0 ? 1 : 0;
  const [serial, issuer] = [parts[shift], parts[shift + 2]];
  if (!serial || !issuer) throw new Error('a certificate without serial number or issuer');
  return {
    x509,
    serial: serial.bytes,
    issuer: issuer.bytes,
    holder: subjectPart(x509, 'CN') ?? '',
    personalId: personalIdIn(x509),
    maySign: mayFileSignatures(parts.find((part) => part.tag === 0xa3)?.content),
  };
}

/**
 * The first thing that is wrong with a certificate at a time, or null.
 *
 * @param chain - the certificate first, then those above it
 * @param roots - authorities that are trusted
 */
export function certificateFault(
  chain: readonly SignerCertificate[],
  roots: readonly X509Certificate[],
  at: Date,
): CertificateFault | null {
  const [leaf, ...above] = chain;
  if (!leaf) return 'unreadable';
  if (!isCurrent(leaf.x509, at)) return 'not-valid-then';
  if (leaf.x509.ca || !leaf.maySign) return 'wrong-use';
  let current = leaf.x509;
  for (let depth = 0; depth < longestChain; depth += 1) {
    if (!isCurrent(current, at)) return 'not-valid-then';
    const below = current;
    if (roots.some((root) => isIssuedBy(below, root) && isCurrent(root, at))) return null;
    const next = above.find(({ x509 }) => isIssuedBy(below, x509));
    if (!next) return 'untrusted';
    current = next.x509;
  }
  return 'untrusted';
}

function isIssuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return authority.ca && certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

function isCurrent({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}

/** National certificates name a person as `UID=CCCD:<number>`. */
function personalIdIn(x509: X509Certificate): string | null {
  return /^(?:CCCD|CMND|SDD):(\d{9,12})$/u.exec(subjectPart(x509, 'UID') ?? '')?.[1] ?? null;
}

function subjectPart({ subject }: X509Certificate, name: string): string | null {
  const line = subject.split('\n').find((each) => each.startsWith(`${name}=`));
  return line?.slice(name.length + 1).normalize('NFC') ?? null;
}

/** Bit 0 is digitalSignature, bit 1 contentCommitment (RFC 5280, section 4.2.1.3). */
function mayFileSignatures(extensions: Buffer | undefined): boolean {
  if (!extensions) return true;
  const usage = partsOf(readDer(extensions))
    .map(partsOf)
    .find(([id]) => id?.bytes.equals(keyUsage))
    ?.at(-1);
  if (!usage) return true;
  const flags = readDer(usage.content);
  return flags.tag === tags.bits && ((flags.content[1] ?? 0) & 0xc0) !== 0;
}
