import { expressionProblem, type ExpressionProblem } from './problem';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end';
  /** For `text`: the value without quotation marks and escapes. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export type LexResult =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: ExpressionProblem };

const blank = /\s+|\/\/[^\n]*/uy;
const word = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const number = /\d+(?:\.\d+)?|\.\d+/uy;
const sign = /\.\.|<=|>=|!=|\*\*|[-+*/=<>()[\]{},.:@]/uy;
const plainText = /[^"\\]+/uy;
const escape = /\\(?:(["'\\nrt])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6}))/uy;
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function unescaped(match: RegExpExecArray): string | null {
  if (match[1] !== undefined) return controls[match[1]] ?? match[1];
  const point = Number.parseInt(match[2] ?? match[3] ?? '', 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : null;
}

function readText(source: string, start: number): Token | ExpressionProblem {
  let value = '';
  let at = start + 1;
  while (at < source.length) {
    if (source[at] === '"') return { kind: 'text', text: value, from: start, to: at + 1 };
    const plain = matchAt(plainText, source, at);
    if (plain) {
      value += plain[0];
      at += plain[0].length;
      continue;
    }
    const escaped = matchAt(escape, source, at);
    const piece = escaped ? unescaped(escaped) : null;
    if (!escaped || piece === null) {
      return expressionProblem('syntax.escape', at, Math.min(at + 2, source.length), {
        found: source.slice(at, at + 2),
      });
    }
    value += piece;
    at += escaped[0].length;
  }
  return expressionProblem('syntax.text-not-closed', start, source.length);
}

/** Cuts source text into tokens, in time linear in its length. */
export function tokenize(source: string): LexResult {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      if (end < 0)
        return { ok: false, problem: expressionProblem('syntax.comment-not-closed', at, source.length) };
      at = end + 2;
      continue;
    }
    const skipped = matchAt(blank, source, at);
    if (skipped) {
      at += skipped[0].length;
      continue;
    }
    if (source[at] === '"') {
      const token = readText(source, at);
      if ('code' in token) return { ok: false, problem: token };
      tokens.push(token);
      at = token.to;
      continue;
    }
    const token = readToken(source, at);
    if (!token) {
      const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
      const expected = {
        vi: 'tên, số, chữ trong nháy kép hoặc phép tính',
        en: 'a name, a number, a quoted text or an operator',
      };
      return {
        ok: false,
        problem: expressionProblem('syntax.unexpected', at, at + found.length, { found, expected }),
      };
    }
    tokens.push(token);
    at = token.to;
  }
  tokens.push({ kind: 'end', text: '', from: at, to: at });
  return { ok: true, tokens };
}

function readToken(source: string, at: number): Token | null {
  for (const [kind, pattern] of [
    ['name', word],
    ['number', number],
    ['sign', sign],
  ] as const) {
    const match = matchAt(pattern, source, at);
    if (match) return { kind, text: match[0], from: at, to: at + match[0].length };
  }
  return null;
}
