/** Either the text, or the offset of the first byte that is no UTF-8 with the text before it. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly byte: number; readonly before: string };

const chunk = 8192;

/** Strict UTF-8: no overlong forms, no surrogates, nothing beyond U+10FFFF. A byte order mark is kept as a character. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  let text = '';
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const [point, length] = readPoint(bytes, at);
    if (length === 0) return { ok: false, byte: at, before: text + String.fromCodePoint(...points) };
    points.push(point);
    at += length;
    if (points.length < chunk) continue;
    text += String.fromCodePoint(...points);
    points = [];
  }
  return { ok: true, text: text + String.fromCodePoint(...points) };
}

/** The code point at an offset and how many bytes it takes; length 0 when there is none. */
function readPoint(bytes: Uint8Array, at: number): readonly [point: number, length: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [0, 0];
  let point = first & (0x7f >> length);
  for (let next = 1; next < length; next += 1) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return [0, 0];
    point = (point << 6) | (byte & 0x3f);
  }
  const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < smallest || surrogate || point > 0x10ffff ? [0, 0] : [point, length];
}
