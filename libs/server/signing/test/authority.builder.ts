import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { der, objectId, octets, sequence, setOf, smallInteger } from '../src/domain/der';

/** A key with the certificate that names its holder. */
export interface Holder {
  readonly certificate: Buffer;
  readonly key: KeyObject;
}

export interface WishedCertificate {
  readonly name: string;
  readonly personalId?: string;
  readonly from?: Date;
  readonly until?: Date;
  readonly isAuthority?: boolean;
  readonly mayOnlyEncrypt?: boolean;
}

const algorithm = sequence(objectId('1.2.840.10045.4.3.2'));

/** An authority with one below it, made for one test. */
export class Authority {
  readonly root = issue({ name: 'Gốc thử', isAuthority: true });
  readonly issuing = issue({ name: 'Cấp chứng thư thử', isAuthority: true }, this.root);

  get roots(): X509Certificate[] {
    return [new X509Certificate(this.root.certificate)];
  }

  /** Certificate first, then the one above. */
  chainOf(holder: Holder): Buffer[] {
    return [holder.certificate, this.issuing.certificate];
  }

  issue(wish: WishedCertificate): Holder {
    return issue(wish, this.issuing);
  }
}

function issue(wish: WishedCertificate, by?: Holder): Holder {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuerKey = by?.key ?? privateKey;
  const subject = nameOf(wish);
  const usage = wish.isAuthority ? [1, 0x06] : wish.mayOnlyEncrypt ? [4, 0x10] : [6, 0xc0];
  const extensions = [
    ...(wish.isAuthority ? [extension('2.5.29.19', sequence(der(0x01, Buffer.from([0xff]))))] : []),
    extension('2.5.29.15', der(0x03, Buffer.from(usage))),
  ];
  const content = sequence(
    der(0xa0, smallInteger(2)),
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    algorithm,
    by ? subjectOf(by.certificate) : subject,
    sequence(
      time(wish.from ?? new Date('2026-01-01T00:00:00Z')),
      time(wish.until ?? new Date('2029-01-01T00:00:00Z')),
    ),
    subject,
    publicKey.export({ format: 'der', type: 'spki' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, issuerKey));
  return { certificate: sequence(content, algorithm, signature), key: privateKey };
}

const subjects = new Map<string, Buffer>();

/** Names are kept by certificate, so that an issuer is named exactly as its subject. */
function subjectOf(certificate: Buffer): Buffer {
  const { subject } = new X509Certificate(certificate);
  const known = subjects.get(subject);
  if (!known) throw new Error('an issuer that was not made here');
  return known;
}

function nameOf({ name, personalId }: WishedCertificate): Buffer {
  const part = (id: string, text: string): Buffer =>
    setOf(sequence(objectId(id), der(0x0c, Buffer.from(text))));
  const encoded = sequence(
    ...(personalId === undefined ? [] : [part('0.9.2342.19200300.100.1.1', `CCCD:${personalId}`)]),
    part('2.5.4.3', name),
  );
  subjects.set(`${personalId === undefined ? '' : `UID=CCCD:${personalId}\n`}CN=${name}`, encoded);
  return encoded;
}

function extension(id: string, content: Buffer): Buffer {
  return sequence(objectId(id), der(0x01, Buffer.from([0xff])), octets(content));
}

function time(at: Date): Buffer {
  return der(
    0x17,
    Buffer.from(
      at
        .toISOString()
        .replace(/[-:T]|\.\d+/gu, '')
        .slice(2),
    ),
  );
}
