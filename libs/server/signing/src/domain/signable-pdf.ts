import { sha256 } from './cms';

/** Room for a signature in hex digits: certificates of three levels with RSA keys fit in. */
const roomInHex = 20_000;
/** Digits of a number in the byte range; PDFs stay far below. */
const rangeWidth = 10;

/** A PDF with an empty place for a signature. What was printed stands unchanged at its beginning. */
export interface SignablePdf {
  readonly bytes: Buffer;
  /** SHA-256 over everything but the empty place. */
  readonly digest: Buffer;
  /** Where the hex digits of the signature go. */
  readonly room: { readonly at: number; readonly length: number };
}

/** What the signature says beside the name of the signer. */
export interface SignatureWords {
  readonly signer: string;
  readonly reason: string;
  /** Time the signer claims; there is no time stamp of an authority. */
  readonly at: Date;
}

/**
 * Adds a signature field by an incremental update (ISO 32000-1, sections 7.5.6 and 12.8). Understands what our own
 * printer writes: a classic cross-reference table, one object after another.
 *
 * @throws Error for a PDF of another make
 */
export function makeSignable(printed: Buffer, words: SignatureWords): SignablePdf {
  const text = printed.toString('latin1');
  const trailer = trailerOf(text);
  const catalog = objectOf(text, trailer, trailer.root);
  const pageId = firstPage(text, trailer, catalog);
  const page = objectOf(text, trailer, pageId);
  if (catalog.includes('/AcroForm')) throw new Error('a PDF that has a form already');
  const [signatureId, widgetId] = [trailer.size, trailer.size + 1];
  const annotations = /\/Annots\s*\[([^\]]*)\]/u.exec(page);
  const newPage = annotations
    ? page.replace(annotations[0], `/Annots [${annotations[1] ?? ''} ${String(widgetId)} 0 R]`)
    : page.replace(/>>\s*$/u, `  /Annots [${String(widgetId)} 0 R]\n>>`);
  const newCatalog = catalog.replace(
    />>\s*$/u,
    `  /AcroForm << /Fields [${String(widgetId)} 0 R] /SigFlags 3 >>\n>>`,
  );
  const objects = [
    [trailer.root, newCatalog],
    [pageId, newPage],
    [signatureId, signatureDictionary(words)],
    [widgetId, widget(pageId, signatureId)],
  ] as const;
  return withRange(append(printed, objects, trailer));
}

/** Puts the signature into its place. @throws Error when it does not fit */
export function embed({ bytes, room }: SignablePdf, message: Buffer): Buffer {
  const hex = message.toString('hex');
  if (hex.length > room.length) throw new Error('a signature that is larger than its place');
  const signed = Buffer.from(bytes);
  signed.write(hex.padEnd(room.length, '0'), room.at, 'latin1');
  return signed;
}

interface Trailer {
  readonly size: number;
  readonly root: number;
  readonly info: string;
  readonly id: string;
  readonly startXref: number;
  /** Where each object begins. */
  readonly offsets: readonly number[];
}

function trailerOf(text: string): Trailer {
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(-60))?.[1]);
  const table = /^xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s+)+)trailer/u.exec(text.slice(startXref || 0));
  if (!table) throw new Error('not a PDF of our printer');
  const tail = text.slice(startXref + table[0].length);
  return {
    size: Number(table[1]),
    root: referenceIn(tail, 'Root'),
    startXref,
    info: /\/Info \d+ 0 R/u.exec(tail)?.[0] ?? '',
    id: /\/ID \[.*?\]/su.exec(tail)?.[0] ?? '',
    offsets: (table[2] ?? '').match(/\d{10}(?= \d{5})/gu)?.map(Number) ?? [],
  };
}

function referenceIn(text: string, name: string): number {
  const found = new RegExp(`/${name}\\s*\\[?\\s*(\\d+) 0 R`, 'u').exec(text)?.[1];
  if (found === undefined) throw new Error('not a PDF of our printer');
  return Number(found);
}

/** A dictionary that stands for itself. */
function objectOf(text: string, { offsets }: Trailer, id: number): string {
  const start = offsets[id];
  const head = `${String(id)} 0 obj`;
  const end = start === undefined ? -1 : text.indexOf('endobj', start);
  if (start === undefined || end < 0 || !text.startsWith(head, start))
    throw new Error('not a PDF of our printer');
  return text.slice(start + head.length, end).trim();
}

function firstPage(text: string, trailer: Trailer, catalog: string): number {
  let id = referenceIn(catalog, 'Pages');
  for (let depth = 0; depth < 8; depth += 1) {
    const node = objectOf(text, trailer, id);
    if (/\/Type\s*\/Page(?!s)/u.test(node)) return id;
    id = referenceIn(node, 'Kids');
  }
  throw new Error('not a PDF of our printer');
}

function signatureDictionary({ signer, reason, at }: SignatureWords): string {
  const range = [0, '*', '*', '*'].map((part) => String(part).padEnd(rangeWidth)).join(' ');
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${textString(signer)} /Reason ${textString(reason)} /M (${pdfDate(at)})`,
    `/ByteRange [${range}]`,
    `/Contents <${'0'.repeat(roomInHex)}> >>`,
  ].join('\n');
}

/** An invisible field: what people read of the signature is printed on the page. */
function widget(pageId: number, signatureId: number): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T (KySo1) /F 132 /Rect [0 0 0 0] /P ${String(pageId)} 0 R /V ${String(signatureId)} 0 R >>`;
}

function append(
  printed: Buffer,
  objects: readonly (readonly [id: number, content: string])[],
  trailer: Trailer,
): Buffer {
  let position = printed.length + 1;
  const pieces = objects.map(([id, content]) => {
    const piece = `${String(id)} 0 obj\n${content}\nendobj\n`;
    const at = position;
    position += Buffer.byteLength(piece, 'latin1');
    return { id, at, piece };
  });
  const table = [...pieces]
    .sort((left, right) => left.id - right.id)
    .map(({ id, at }) => `${String(id)} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    .join('');
  const { size, root, info, id, startXref } = trailer;
  const end = [
    `xref\n${table}trailer`,
    `<< /Size ${String(size + 2)} /Root ${String(root)} 0 R ${info} ${id} /Prev ${String(startXref)} >>`,
    `startxref\n${String(position)}\n%%EOF\n`,
  ].join('\n');
  return Buffer.concat([
    printed,
    Buffer.from('\n'),
    Buffer.from(pieces.map(({ piece }) => piece).join(''), 'latin1'),
    Buffer.from(end, 'latin1'),
  ]);
}

function withRange(bytes: Buffer): SignablePdf {
  const contents = bytes.lastIndexOf('/Contents <');
  const open = contents + '/Contents '.length;
  const close = open + roomInHex + 2;
  const range = bytes.lastIndexOf('/ByteRange [', contents) + '/ByteRange ['.length;
  const numbers = [0, open, close, bytes.length - close];
  bytes.write(numbers.map((each) => String(each).padEnd(rangeWidth)).join(' '), range, 'latin1');
  return {
    bytes,
    digest: sha256(bytes.subarray(0, open), bytes.subarray(close)),
    room: { at: open + 1, length: roomInHex },
  };
}

/** UTF-16 with its mark, as PDF wants text beyond Latin letters. */
function textString(text: string): string {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_each, at) => text.charCodeAt(at))];
  return `<${units.map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/\D/gu, '').slice(0, 14)}Z`;
}
