/** One value of DER (X.690): its tag, its content, and the bytes of the whole. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly bytes: Buffer;
}

export const tags = {
  objectId: 0x06,
  bits: 0x03,
  octets: 0x04,
  sequence: 0x30,
  set: 0x31,
  attributes: 0xa0,
} as const;

/** Reads one value and nothing behind it. @throws Error for anything that is no DER */
export function readDer(bytes: Buffer): DerValue {
  const value = readAt(bytes, 0);
  if (value.bytes.length !== bytes.length) throw new Error('bytes behind the end of a DER value');
  return value;
}

/** Reads the first value, whatever stands behind it. @throws Error for anything that is no DER */
export function firstDer(bytes: Buffer): DerValue {
  return readAt(bytes, 0);
}

/** The values inside a constructed one. */
export function partsOf({ content }: DerValue): readonly DerValue[] {
  const parts: DerValue[] = [];
  for (let at = 0; at < content.length;) {
    const part = readAt(content, at);
    parts.push(part);
    at += part.bytes.length;
  }
  return parts;
}

function readAt(bytes: Buffer, at: number): DerValue {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new Error('not a DER value');
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 4 || at + 2 + more > bytes.length) throw new Error('not a DER length');
  const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
  const start = at + 2 + more;
  const end = start + length;
  if (end > bytes.length) throw new Error('a DER value that ends too early');
  return { tag, content: bytes.subarray(start, end), bytes: bytes.subarray(at, end) };
}

export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => der(tags.sequence, ...parts);
/** A set of values, in the order that DER wants. */
export const setOf = (...parts: readonly Buffer[]): Buffer =>
  der(tags.set, ...[...parts].sort((left, right) => Buffer.compare(left, right)));
export const octets = (content: Buffer): Buffer => der(0x04, content);
export const smallInteger = (value: number): Buffer => der(0x02, Buffer.from([value]));

/** @param dotted - for example `1.2.840.113549.1.7.2` */
export function objectId(dotted: string): Buffer {
  const [one = 0, two = 0, ...rest] = dotted.split('.').map(Number);
  return der(tags.objectId, Buffer.from([one * 40 + two, ...rest.flatMap(base128)]));
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  const short = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  return Buffer.from([0x80 | short.length, ...short]);
}

function base128(part: number): number[] {
  const digits = [part & 0x7f];
  for (let rest = part >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}
