import jsonc, { type Node, type ParseError } from 'jsonc-parser';
import { decodeUtf8 } from './decode-utf8';
import { type FoundFault, type RecordFault, sayFaults } from './record-fault';

/** The biggest real record has 64 kB. */
export const maxBytes = 2 * 1024 * 1024;
const maxDepth = 16;
const maxValues = 100_000;

export type ParsedDocument =
  | { readonly ok: true; readonly text: string; readonly root: Node }
  | { readonly ok: false; readonly faults: readonly RecordFault[] };

/** From bytes to a JSON tree that knows where each value stands. Refuses what is not one strict JSON document. */
export function parseDocument(bytes: Uint8Array): ParsedDocument {
  const decoded = decode(bytes);
  if ('faults' in decoded) return { ok: false, faults: decoded.faults };
  const { text } = decoded;
  const refuse = (...found: FoundFault[]): ParsedDocument => ({ ok: false, faults: sayFaults(text, found) });
  if (text.trim() === '') return refuse(atStart('empty-file'));
  if (/^\s*</u.test(text)) return refuse(atStart('web-page'));
  const bomb = findBomb(text);
  if (bomb) return refuse(bomb);
  const errors: ParseError[] = [];
  const root = jsonc.parseTree(text, errors, {
    disallowComments: true,
    allowTrailingComma: false,
    allowEmptyContent: false,
  });
  const [first] = errors;
  // What follows the first error is mostly its consequence.
  if (first) return refuse(syntaxFault(text, first));
  return root ? { ok: true, text, root } : refuse(atStart('empty-file'));
}

function atStart(code: FoundFault['code'], params: FoundFault['params'] = {}): FoundFault {
  return { code, offset: 0, path: [], params };
}

function decode(bytes: Uint8Array): { readonly text: string } | { readonly faults: readonly RecordFault[] } {
  if (bytes.length > maxBytes)
    return { faults: sayFaults('', [atStart('too-big', { max: maxBytes / 1024 })]) };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { faults: sayFaults('', [atStart('utf16')]) };
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) {
    const { byte, before } = decoded;
    const fault = { code: 'not-utf8', offset: before.length, path: [], params: { byte: byte + 1 } } as const;
    return { faults: sayFaults(before, [fault]) };
  }
  // Windows editors begin a UTF-8 file with a byte order mark. It says nothing, so a blank keeps the columns right.
  const text = decoded.text.startsWith('\ufeff') ? ` ${decoded.text.slice(1)}` : decoded.text;
  return { text };
}

/** The tree parser works recursively, so depth and size are counted before it runs. */
function findBomb(text: string): FoundFault | null {
  let depth = 0;
  let values = 0;
  for (let at = 0, inText = false; at < text.length; at += 1) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at += 1;
      else if (character === '"') inText = false;
      continue;
    }
    if (character === '"') inText = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === ',' || character === ':') values += 1;
    if (depth > maxDepth) return { code: 'too-deep', offset: at, path: [], params: { max: maxDepth } };
    if (values > maxValues) return { code: 'too-many', offset: at, path: [], params: { max: maxValues } };
  }
  return null;
}

const syntaxWords: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  InvalidSymbol: [
    'chữ này không có dấu ngoặc kép, hoặc không phải JSON.',
    'this is not in quotes, or not JSON.',
  ],
  InvalidNumberFormat: ['số viết sai.', 'this number is malformed.'],
  PropertyNameExpected: [
    'thiếu tên trường, hoặc thừa dấu phẩy.',
    'a field name is missing, or a comma too many.',
  ],
  ValueExpected: ['thiếu giá trị, hoặc thừa dấu phẩy.', 'a value is missing, or a comma too many.'],
  ColonExpected: ['thiếu dấu hai chấm.', 'a colon is missing.'],
  CommaExpected: ['thiếu dấu phẩy.', 'a comma is missing.'],
  CloseBraceExpected: ['thiếu dấu }.', 'a } is missing.'],
  CloseBracketExpected: ['thiếu dấu ].', 'a ] is missing.'],
  EndOfFileExpected: ['còn nội dung sau khi tệp đã kết thúc.', 'there is more after the end.'],
  InvalidCommentToken: ['JSON không có chú thích.', 'JSON has no comments.'],
  UnexpectedEndOfComment: ['JSON không có chú thích.', 'JSON has no comments.'],
  UnexpectedEndOfString: ['thiếu dấu ngoặc kép đóng.', 'a closing quote is missing.'],
  UnexpectedEndOfNumber: ['số viết sai.', 'this number is malformed.'],
  InvalidUnicode: ['mã \\u viết sai.', 'a \\u escape is malformed.'],
  InvalidEscapeCharacter: ['dấu \\ đứng sai chỗ.', 'a backslash stands in the wrong place.'],
  InvalidCharacter: [
    'có ký tự điều khiển hoặc xuống dòng trong chuỗi.',
    'there is a control character or a line break inside a text.',
  ],
};

function syntaxFault(text: string, { error, offset, length }: ParseError): FoundFault {
  const trimmed = text.trimEnd();
  const end = trimmed.length;
  const reachesEnd = offset + length >= end && !/[\]}]$/u.test(trimmed);
  if (offset >= end || reachesEnd)
    return { code: 'cut-off', offset: Math.min(offset, text.length), path: [] };
  const name = jsonc.printParseErrorCode(error);
  const [vi, en] = syntaxWords[name] ?? ['không đọc được.', 'cannot be read.'];
  // What is missing belongs behind the value before it, often on the line above.
  const missing = name === 'CommaExpected' || name === 'ColonExpected';
  const at = missing ? text.slice(0, offset).trimEnd().length : offset;
  const path = jsonc.getLocation(text, at).path.filter((step) => step !== '');
  return { code: 'syntax', offset: at, path, params: { vi, en } };
}
