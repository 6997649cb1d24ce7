import { deflateSync } from 'node:zlib';

/** Smallest things that are what they say they are, padded to a size. */
export function aPdf(size = 2000): Buffer {
  const start = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n');
  const end = Buffer.from('\ntrailer<<>>\n%%EOF\n');
  return Buffer.concat([start, filler(size - start.length - end.length), end]);
}

export function aPng(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(2))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function aJpeg(size = 3000): Buffer {
  const start = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
  return Buffer.concat([start, filler(size - start.length - 2), Buffer.from('ffd9', 'hex')]);
}

/** Bytes that repeat only after a long time and hold no text. */
function filler(length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length));
  let state = 908;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = 0x80 | (state >>> 24);
  }
  return bytes;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
