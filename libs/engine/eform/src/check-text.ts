/** Why a value is not accepted. `type`: it cannot even be kept in a draft. `content`: kept as typed, to be corrected. */
export interface Issue<Code extends string = string> {
  readonly code: Code;
  readonly severity: 'type' | 'content';
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What may never be stored: control characters except line break and tab, lone surrogates, non-characters, and
 * marks that reverse the reading direction (they can make a paper read differently from what was typed).
 */
const refused = /[\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]|(?![\n\t])\p{Cc}/u;

/** Patterns of stored text, for the JSON Schema; a value that matches is already normal, apart from NFC. */
export const linePattern =
  '^(?!\\s)[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\ufffe\\uffff\\u202a-\\u202e\\u2066-\\u2069]*(?<!\\s)$';
export const paragraphPattern =
  '^(?!\\s)(?:[\\n\\t]|[^\\p{Cc}\\p{Cs}\\ufffe\\uffff\\u202a-\\u202e\\u2066-\\u2069])*(?<!\\s)$';

/** One line in NFC, trimmed; line breaks and tabs become spaces. Null when it holds refused characters. */
export function cleanLine(raw: string): string | null {
  const line = raw
    .replace(/[\r\n\t\u2028\u2029]+/gu, ' ')
    .normalize('NFC')
    .trim();
  return refused.test(line) ? null : line;
}

/** Several lines in NFC, trimmed, with `\n` as the only line break. Null when it holds refused characters. */
export function cleanParagraph(raw: string): string | null {
  const text = raw.replace(/\r\n?/gu, '\n').normalize('NFC').trim();
  return refused.test(text) ? null : text;
}

/** Length as a person counts: code points, like `maxLength` of JSON Schema. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
