import { createHash, verify } from 'node:crypto';
import type { SignerCertificate } from './certificate';
import { der, objectId, octets, sequence, setOf, smallInteger, tags } from './der';

const signedData = objectId('1.2.840.113549.1.7.2');
const data = objectId('1.2.840.113549.1.7.1');
const contentType = objectId('1.2.840.113549.1.9.3');
const messageDigest = objectId('1.2.840.113549.1.9.4');
const signingCertificateV2 = objectId('1.2.840.113549.1.9.16.2.47');
const sha256Algorithm = sequence(objectId('2.16.840.1.101.3.4.2.1'));
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const rsaWithSha256 = sequence(objectId('1.2.840.113549.1.1.11'), Buffer.from([0x05, 0x00]));

export function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * What is signed: the digest of the document and the certificate it is signed with (ETSI EN 319 122-1, baseline B), as
 * a SET in DER. Its SHA-256 is what a remote service gets to see.
 */
export function signedAttributes(documentDigest: Buffer, certificate: SignerCertificate): Buffer {
  const { raw } = certificate.x509;
  const issuerAndSerial = sequence(sequence(der(0xa4, certificate.issuer)), certificate.serial);
  return setOf(
    attribute(contentType, data),
    attribute(messageDigest, octets(documentDigest)),
    // SHA-256 is the default of the attribute and so left out.
    attribute(signingCertificateV2, sequence(sequence(sequence(octets(sha256(raw)), issuerAndSerial)))),
  );
}

/**
 * The signature as CMS without its content. The same parts give the same bytes, so that a stored one is checked by
 * making it again.
 */
export function signatureMessage(
  attributes: Buffer,
  chain: readonly SignerCertificate[],
  signature: Buffer,
): Buffer {
  const [leaf] = chain;
  if (!leaf) throw new Error('a signature without a certificate');
  const signer = sequence(
    smallInteger(1),
    sequence(leaf.issuer, leaf.serial),
    sha256Algorithm,
    der(tags.attributes, contentOf(attributes)),
    leaf.x509.publicKey.asymmetricKeyType === 'ec' ? ecdsaWithSha256 : rsaWithSha256,
    octets(signature),
  );
  const certificates = [...chain.map(({ x509 }) => x509.raw)].sort((left, right) =>
    Buffer.compare(left, right),
  );
  const content = sequence(
    smallInteger(1),
    setOf(sha256Algorithm),
    sequence(data),
    der(0xa0, ...certificates),
    setOf(signer),
  );
  return sequence(signedData, der(0xa0, content));
}

/** Whether the holder of the certificate signed these attributes. */
export function isSignatureOf(
  attributes: Buffer,
  certificate: SignerCertificate,
  signature: Buffer,
): boolean {
  try {
    return verify('sha256', attributes, certificate.x509.publicKey, signature);
  } catch {
    // A key of another kind than the signature: it is not of this certificate.
    return false;
  }
}

function attribute(id: Buffer, value: Buffer): Buffer {
  return sequence(id, setOf(value));
}

function contentOf(set: Buffer): Buffer {
  const first = set[1] ?? 0;
  return set.subarray(first < 0x80 ? 2 : 2 + (first & 0x7f));
}
