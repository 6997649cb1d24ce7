import { createHash, X509Certificate } from 'node:crypto';
import type { Credential } from '../signing/demo-authority';
import { der, integer, objectId, octets, sequence, setOf } from '../tls/der';
import { pdfOf } from '../web/one-page';

/** Room for the signature in hex digits. */
const room = 16_000;
const rangeWidth = 10;
const sha256 = sequence(objectId('2.16.840.1.101.3.4.2.1'), der(0x05));
const rsaWithSha256 = sequence(objectId('1.2.840.113549.1.1.11'), der(0x05));
const one = integer(Buffer.from([1]));

/** One line of text, with a signature over the whole file (ISO 32000-1, section 12.8; CMS in the place of its contents). */
export function signedPage(line: string, credential: Credential): Buffer {
  const text = `BT /F1 24 Tf 60 760 Td (${line}) Tj ET`;
  const range = [0, '*', '*', '*'].map((part) => String(part).padEnd(rangeWidth)).join(' ');
  const page = pdfOf([
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]/SigFlags 3>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[6 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>stream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(Con dau)/F 132/Rect[0 0 0 0]/P 3 0 R/V 7 0 R>>',
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange [${range}]/Contents <${'0'.repeat(room)}>>>`,
  ]);
  const open = page.indexOf('/Contents <0') + '/Contents '.length;
  const close = open + room + 2;
  const numbers = [0, open, close, page.length - close].map((each) => String(each).padEnd(rangeWidth));
  page.write(numbers.join(' '), page.indexOf('/ByteRange [') + '/ByteRange ['.length, 'latin1');
  const digest = createHash('sha256').update(page.subarray(0, open)).update(page.subarray(close)).digest();
  const hex = messageOf(digest, credential).toString('hex');
  if (hex.length > room) throw new Error('a signature that is larger than its place');
  page.write(hex, open + 1, 'latin1');
  return page;
}

/** The signature as CMS (RFC 5652) with the attributes a signature has to have. */
function messageOf(digest: Buffer, { chain, sign }: Credential): Buffer {
  const attributes = setOf(
    sequence(objectId('1.2.840.113549.1.9.3'), setOf(objectId('1.2.840.113549.1.7.1'))),
    sequence(objectId('1.2.840.113549.1.9.4'), setOf(octets(digest))),
  );
  const signature = sign(createHash('sha256').update(attributes).digest());
  const signer = sequence(
    one,
    sequence(...issuerAndSerial(chain[0])),
    sha256,
    der(0xa0, attributes.subarray(attributes.length - contentLength(attributes))),
    rsaWithSha256,
    octets(signature),
  );
  const data = sequence(objectId('1.2.840.113549.1.7.1'));
  const certificates = der(0xa0, ...chain);
  return sequence(
    objectId('1.2.840.113549.1.7.2'),
    der(0xa0, sequence(one, setOf(sha256), data, certificates, setOf(signer))),
  );
}

/** As they stand in the certificate: version, serial number, algorithm, issuer. */
function issuerAndSerial(certificate: Buffer): [issuer: Buffer, serial: Buffer] {
  const { serialNumber } = new X509Certificate(certificate);
  const serial = integer(Buffer.from(serialNumber, 'hex'));
  const body = certificate.subarray(headerLength(certificate));
  let at = headerLength(body);
  const parts: Buffer[] = [];
  for (let index = 0; index < 4; index += 1) {
    const rest = body.subarray(at);
    const part = rest.subarray(0, headerLength(rest) + contentLength(rest));
    parts.push(part);
    at += part.length;
  }
  const issuer = parts[3];
  if (!issuer) throw new Error('a certificate without an issuer');
  return [issuer, serial];
}

function headerLength(value: Buffer): number {
  const first = value[1] ?? 0;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
}

function contentLength(value: Buffer): number {
  const first = value[1] ?? 0;
  return first < 0x80 ? first : value.readUIntBE(2, first & 0x7f);
}
