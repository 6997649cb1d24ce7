import { parseDecimal } from './decimal';
import { functionNames, functions } from './functions';
import { tokenize, type Token } from './lexer';
import { expressionProblem, type ExpressionProblem, type ProblemParam } from './problem';
import type {
  BinaryOperator,
  ComparisonOperator,
  ExpressionNode,
  NamedNode,
  ParsedExpression,
} from './syntax-tree';
import { MAX_DEPTH, Refusal, TokenCursor } from './token-cursor';
import { isReservedName } from './value';

/** Longest source text that is read, in UTF-16 units. */
export const MAX_SOURCE_LENGTH = 20_000;

export type ParseResult =
  | { readonly ok: true; readonly expression: ParsedExpression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] };

const keywords = new Set([
  'and',
  'or',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'in',
  'between',
  'for',
  'return',
  'true',
  'false',
  'null',
  'not',
  'function',
  'instance',
  'external',
]);

const comparisons = new Set<string>(['=', '!=', '<', '<=', '>', '>=']);

/** How tightly an operator binds; a higher number binds tighter. */
const strength: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  between: 3,
  in: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
};
const ADDITION = 4;
const NEGATION = 6;

const AN_EXPRESSION = { vi: 'một giá trị', en: 'a value' };
const A_NAME = { vi: 'một tên', en: 'a name' };

class Parser extends TokenCursor {
  private nesting = 0;

  parse(): ExpressionNode {
    const node = this.expression(0);
    if (this.peek().kind !== 'end')
      this.unexpected({ vi: 'phép tính hoặc hết biểu thức', en: 'an operator or the end' });
    return node;
  }

  private expression(weakest: number): ExpressionNode {
    const start = this.peek();
    this.nesting += 1;
    if (this.nesting > MAX_DEPTH) this.tooDeep(start.from, start.to);
    const node = this.continued(this.prefix(), weakest);
    this.nesting -= 1;
    return node;
  }

  private continued(first: ExpressionNode, weakest: number): ExpressionNode {
    let left = this.postfix(first);
    for (;;) {
      const token = this.peek();
      const power =
        token.kind === 'sign' || token.kind === 'name'
          ? Object.hasOwn(strength, token.text)
            ? strength[token.text]
            : undefined
          : undefined;
      if (power === undefined || power <= weakest) return left;
      this.position += 1;
      left = this.infix(left, token.text, power);
    }
  }

  private infix(left: ExpressionNode, operator: string, power: number): ExpressionNode {
    const from = left.at[0];
    if (operator === 'between') {
      const low = this.expression(ADDITION - 1);
      this.need('and');
      const high = this.expression(ADDITION - 1);
      return this.made({ kind: 'between', of: left, low, high, at: [from, high.at[1]] }, [left, low, high]);
    }
    if (operator === 'in') {
      const tests = this.tests();
      const to = this.peek(-1).to;
      return this.made({ kind: 'in', of: left, tests, at: [from, to] }, [left, ...tests]);
    }
    const right = this.expression(power);
    const at = [from, right.at[1]] as const;
    return this.made({ kind: 'binary', operator: operator as BinaryOperator, left, right, at }, [
      left,
      right,
    ]);
  }

  private tests(): readonly ExpressionNode[] {
    if (!this.at('(')) return [this.test(ADDITION - 1)];
    const open = this.next();
    const first = this.test(0);
    if (this.at('..')) return [this.range(open, first)];
    const tests = [first];
    while (this.skip(',')) tests.push(this.test(0));
    this.need(')');
    if (tests.length > 1 || first.kind === 'test' || first.kind === 'range') return tests;
    return [this.continued(first, ADDITION - 1)];
  }

  private test(weakest: number): ExpressionNode {
    const token = this.peek();
    if (token.kind !== 'sign' || !comparisons.has(token.text)) return this.expression(weakest);
    this.position += 1;
    const to = this.expression(ADDITION - 1);
    return this.made(
      { kind: 'test', operator: token.text as ComparisonOperator, to, at: [token.from, to.at[1]] },
      [to],
    );
  }

  private range(open: Token, low: ExpressionNode): ExpressionNode {
    this.need('..');
    const high = this.expression(0);
    if (!this.at(')') && !this.at(']')) this.unexpected({ vi: '“)” hoặc “]”', en: '“)” or “]”' });
    const close = this.next();
    const lowIncluded = open.text === '[';
    const highIncluded = close.text === ']';
    return this.made({ kind: 'range', low, high, lowIncluded, highIncluded, at: [open.from, close.to] }, [
      low,
      high,
    ]);
  }

  private postfix(first: ExpressionNode): ExpressionNode {
    let node = first;
    for (;;) {
      const from = node.at[0];
      if (this.skip('.')) {
        const name = this.next();
        if (name.kind !== 'name') {
          this.position -= 1;
          this.unexpected(A_NAME);
        }
        node = this.made({ kind: 'path', of: node, name: name.text, at: [from, name.to] }, [node]);
      } else if (this.skip('[')) {
        const by = this.expression(0);
        const close = this.need(']');
        node = this.made({ kind: 'filter', of: node, by, at: [from, close.to] }, [node, by]);
      } else {
        return node;
      }
    }
  }

  private prefix(): ExpressionNode {
    const token = this.peek();
    if (token.kind === 'number') return this.number(this.next());
    if (token.kind === 'text') {
      this.position += 1;
      return this.made({ kind: 'literal', value: token.text, at: [token.from, token.to] }, []);
    }
    if (token.kind === 'name') return this.word(token);
    if (this.skip('-')) {
      const of = this.expression(NEGATION);
      return this.made({ kind: 'negate', of, at: [token.from, of.at[1]] }, [of]);
    }
    if (this.skip('(')) {
      const inner = this.expression(0);
      if (this.at('..')) return this.range(token, inner);
      this.need(')');
      return inner;
    }
    if (this.skip('[')) return this.list(token);
    if (this.skip('{')) return this.context(token);
    if (this.skip('@')) return this.temporalLiteral(token);
    return this.unexpected(AN_EXPRESSION);
  }

  private number(token: Token): ExpressionNode {
    const value = parseDecimal(token.text);
    const at = [token.from, token.to] as const;
    if (value === null) return this.refuse('number.out-of-range', token.from, token.to, {});
    if (typeof value === 'number') return this.made({ kind: 'literal', value, at }, []);
    return this.made({ kind: 'decimal', text: value.toString(), at }, []);
  }

  /** `@"2026-11-22"` and `@"P3M"`: short for `date(…)` and `duration(…)`. */
  private temporalLiteral(sign: Token): ExpressionNode {
    const { kind, text, from, to } = this.peek();
    if (kind !== 'text') this.unexpected({ vi: 'ngày trong nháy kép', en: 'a date in quotation marks' });
    this.position += 1;
    const literal = this.made({ kind: 'literal', value: text, at: [from, to] }, []);
    const name = /^-?P/u.test(text) ? 'duration' : 'date';
    return this.made({ kind: 'call', name, args: [literal], at: [sign.from, to] }, [literal]);
  }

  private list(open: Token): ExpressionNode {
    const items: ExpressionNode[] = [];
    if (!this.at(']')) {
      const first = this.expression(0);
      if (this.at('..')) return this.range(open, first);
      items.push(first);
      while (this.skip(',')) items.push(this.expression(0));
    }
    const close = this.need(']');
    return this.made({ kind: 'list', items, at: [open.from, close.to] }, items);
  }

  private context(open: Token): ExpressionNode {
    const entries: NamedNode[] = [];
    if (!this.at('}')) {
      do {
        const key = this.peek();
        if (key.kind !== 'name' && key.kind !== 'text') this.unexpected(A_NAME);
        this.position += 1;
        if (isReservedName(key.text)) this.refuse('name.reserved', key.from, key.to, { name: key.text });
        this.need(':');
        entries.push({ name: key.text, value: this.expression(0) });
      } while (this.skip(','));
    }
    const close = this.need('}');
    return this.made(
      { kind: 'context', entries, at: [open.from, close.to] },
      entries.map((entry) => entry.value),
    );
  }

  private word(token: Token): ExpressionNode {
    const words = this.functionWords();
    if (words > 0) return this.call(token, words);
    const at = [token.from, token.to] as const;
    switch (token.text) {
      case 'true':
      case 'false':
      case 'null':
        this.position += 1;
        return this.made(
          { kind: 'literal', value: token.text === 'null' ? null : token.text === 'true', at },
          [],
        );
      case 'if':
        return this.conditional();
      case 'some':
      case 'every':
      case 'for':
        return this.iteration(token.text);
      default:
    }
    if (keywords.has(token.text)) this.unexpected(AN_EXPRESSION);
    if (this.at('(', 1)) this.refuse('function.unknown', token.from, token.to, { name: token.text });
    this.position += 1;
    return this.made({ kind: 'name', name: token.text, at }, []);
  }

  /** How many words of a function name stand here, followed by its bracket; 0 for none. */
  private functionWords(): number {
    let name = '';
    for (let count = 1; count <= 5 && this.peek(count - 1).kind === 'name'; count += 1) {
      name += (count > 1 ? ' ' : '') + this.peek(count - 1).text;
      if (this.at('(', count)) return functionNames.has(name) ? count : 0;
    }
    return 0;
  }

  private call(first: Token, words: number): ExpressionNode {
    const name = this.tokens
      .slice(this.position, this.position + words)
      .map((token) => token.text)
      .join(' ');
    this.position += words + 1;
    const args: ExpressionNode[] = [];
    if (!this.at(')')) {
      do args.push(this.expression(0));
      while (this.skip(','));
    }
    const close = this.need(')');
    const definition = functions.get(name);
    if (definition && (args.length < definition.least || args.length > definition.most)) {
      this.refuse('function.arguments', first.from, close.to, {
        name,
        expected: arity(definition.least, definition.most),
        found: args.length,
      });
    }
    return this.made({ kind: 'call', name, args, at: [first.from, close.to] }, args);
  }

  private conditional(): ExpressionNode {
    const start = this.need('if');
    const condition = this.expression(0);
    this.need('then');
    const whenTrue = this.expression(0);
    this.need('else');
    const otherwise = this.expression(0);
    const at = [start.from, otherwise.at[1]] as const;
    return this.made({ kind: 'if', condition, whenTrue, otherwise, at }, [condition, whenTrue, otherwise]);
  }

  /** What an iteration goes through: a list, or whole numbers `1..n`. */
  private source(): ExpressionNode {
    const low = this.expression(0);
    if (!this.skip('..')) return low;
    const high = this.expression(0);
    return this.made(
      { kind: 'range', low, high, lowIncluded: true, highIncluded: true, at: [low.at[0], high.at[1]] },
      [low, high],
    );
  }

  private iteration(kind: 'some' | 'every' | 'for'): ExpressionNode {
    const start = this.next();
    const over: NamedNode[] = [];
    do {
      const name = this.peek();
      if (name.kind !== 'name' || keywords.has(name.text)) this.unexpected(A_NAME);
      if (isReservedName(name.text)) this.refuse('name.reserved', name.from, name.to, { name: name.text });
      this.position += 1;
      this.need('in');
      over.push({ name: name.text, value: this.source() });
    } while (this.skip(','));
    this.need(kind === 'for' ? 'return' : 'satisfies');
    const body = this.expression(0);
    return this.made({ kind, over, body, at: [start.from, body.at[1]] }, [
      ...over.map((entry) => entry.value),
      body,
    ]);
  }
}

function arity(least: number, most: number): ProblemParam {
  if (least === most) return least;
  return most === Infinity
    ? { vi: `từ ${least} trở lên`, en: `at least ${least}` }
    : { vi: `${least} đến ${most}`, en: `${least} to ${most}` };
}

/** Reads FEEL text. Any text is answered: with a tree, or with the first problem and its place. */
export function parseExpression(text: string): ParseResult {
  if (text.length > MAX_SOURCE_LENGTH) {
    return {
      ok: false,
      problems: [
        expressionProblem('syntax.too-long', MAX_SOURCE_LENGTH, text.length, { limit: MAX_SOURCE_LENGTH }),
      ],
    };
  }
  const lexed = tokenize(text);
  if (!lexed.ok) return { ok: false, problems: [lexed.problem] };
  try {
    return { ok: true, expression: { version: 1, root: new Parser(lexed.tokens).parse() } };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, problems: [cause.problem] };
    throw cause;
  }
}
