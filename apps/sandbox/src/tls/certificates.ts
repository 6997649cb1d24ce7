import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { bits, der, integer, objectId, octets, sequence, setOf, time, utf8, yes } from './der';

export interface KeyAndCertificate {
  readonly cert: string;
  readonly key: string;
}

/** What the TLS listener of the sandbox shows; made anew at every start, so that no private key lies in the repository. */
export interface SandboxCertificates {
  /** Authority that a client is to trust, PEM. */
  readonly ca: string;
  readonly valid: KeyAndCertificate;
  /** Of the same authority, for the same names, out of date since yesterday. */
  readonly expired: KeyAndCertificate;
}

export interface CertificateWish {
  readonly subject: Buffer;
  readonly publicKey: KeyObject;
  readonly issuer: Buffer;
  readonly issuerKey: KeyObject;
  readonly from: Date;
  readonly until: Date;
  readonly extensions: readonly Buffer[];
}

const day = 86_400_000;
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const authority = nameOf('Sandbox of Mo Cua');

export function makeCertificates(now: Date): SandboxCertificates {
  const root = newKey();
  const leaf = newKey();
  const at = (days: number): Date => new Date(now.getTime() + days * day);
  const ca = certificate({
    subject: authority,
    publicKey: root.publicKey,
    issuer: authority,
    issuerKey: root.privateKey,
    from: at(-30),
    until: at(3_650),
    extensions: [extension('2.5.29.19', sequence(yes), true)], // basicConstraints: an authority
  });
  const key = leaf.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const leafUntil = (days: number): KeyAndCertificate => ({
    key,
    cert: certificate({
      subject: nameOf('localhost'),
      publicKey: leaf.publicKey,
      issuer: authority,
      issuerKey: root.privateKey,
      from: at(-20),
      until: at(days),
      extensions: [extension('2.5.29.17', loopbackNames(), false)],
    }),
  });
  return { ca, valid: leafUntil(365), expired: leafUntil(-1) };
}

export function newKey(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** subjectAltName: `localhost` and `127.0.0.1`. */
function loopbackNames(): Buffer {
  return sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
}

export function extension(id: string, content: Buffer, isCritical: boolean): Buffer {
  return sequence(objectId(id), ...(isCritical ? [yes] : []), octets(content));
}

/** A distinguished name. @param userId - stands before the common name, as national certificates have it */
export function nameOf(common: string, userId?: string): Buffer {
  const part = (id: string, text: string): Buffer => setOf(sequence(objectId(id), utf8(text)));
  return sequence(
    ...(userId === undefined ? [] : [part('0.9.2342.19200300.100.1.1', userId)]),
    part('2.5.4.3', common),
  );
}

/** A certificate in PEM. */
export function certificate({
  subject,
  publicKey,
  issuer,
  issuerKey,
  from,
  until,
  extensions,
}: CertificateWish): string {
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(randomBytes(16)),
    ecdsaWithSha256,
    issuer,
    sequence(time(from), time(until)),
    subject,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signed = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, issuerKey)));
  const lines = signed.toString('base64').match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
