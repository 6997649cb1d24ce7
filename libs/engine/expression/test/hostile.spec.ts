import { afterAll, describe, expect, it } from '@jest/globals';
import { checkExpression } from '../src/check';
import { dependencies } from '../src/dependencies';
import { evaluate, evaluatePartially } from '../src/evaluate';
import { MAX_SOURCE_LENGTH, parseExpression } from '../src/parser';
import type { FeelContext } from '../src/value';

/** As much of a text as may be read. */
const filled = (unit: string, end = ''): string =>
  unit.repeat(Math.floor((MAX_SOURCE_LENGTH - end.length) / unit.length)) + end;
const entries = (count: number, entry: (at: number) => string): string =>
  `{${Array.from({ length: count }, (_unused, at) => entry(at)).join(', ')}}`;
const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};
const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_unused, at) => [`k${at}`, at]));
const long = 'a'.repeat(300_000);

/** Whatever comes, it is a value, a refusal, or the end of the budget; and nothing outside is touched. */
function outcomeOf(text: string, context: unknown = {}): string {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed.problems[0]?.code ?? '';
  checkExpression(parsed.expression, {});
  dependencies(parsed.expression);
  evaluatePartially(parsed.expression, context as FeelContext);
  const result = evaluate(parsed.expression, context as FeelContext);
  return result.ok ? JSON.stringify(result.value) : result.problem.code;
}

const members = Object.getOwnPropertyNames(Object.prototype);
afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(members));

describe('a bomb', () => {
  it.each<[string, string, string]>([
    // Texts that nest.
    ['brackets', filled('('), 'syntax.too-deep'],
    ['lists', filled('['), 'syntax.too-deep'],
    ['contexts', filled('{a:'), 'syntax.too-deep'],
    ['signs', filled('-'), 'syntax.too-deep'],
    ['negations', filled('not('), 'syntax.too-deep'],
    ['conditions', filled('if true then 1 else '), 'syntax.too-deep'],
    ['conditions in conditions', filled('if '), 'syntax.too-deep'],
    ['quantifiers', filled('some x in [1] satisfies '), 'syntax.too-deep'],
    ['iterations', filled('for x in [1] return '), 'syntax.too-deep'],
    ['iterations in sources', filled('for x in '), 'syntax.too-deep'],
    ['functions', filled('abs('), 'syntax.too-deep'],
    ['membership', filled('1 in ('), 'syntax.too-deep'],
    ['ranges', filled('[1..'), 'syntax.too-deep'],
    ['a sum', filled('1+', '1'), 'syntax.too-deep'],
    ['a product', filled('9*', '9'), 'syntax.too-deep'],
    ['a chain of tests', filled('a and ', 'a'), 'syntax.too-deep'],
    ['a path', filled('a.', 'a'), 'syntax.too-deep'],
    ['filters', `a${filled('[1]').slice(3)}`, 'syntax.too-deep'],
    // Texts that are long.
    ['too long a text', ' '.repeat(MAX_SOURCE_LENGTH + 1), 'syntax.too-long'],
    ['a megabyte in quotation marks', `"${'x'.repeat(1_000_000)}"`, 'syntax.too-long'],
    ['quotation marks that never close', `"${'\\"'.repeat(9_000)}`, 'syntax.text-not-closed'],
    ['a comment that never closes', `/*${'*'.repeat(19_000)}`, 'syntax.comment-not-closed'],
    ['comments without end', filled('/**/', '1'), '1'],
    ['names without sense', filled('a '), 'syntax.unexpected'],
    ['words that begin a function', filled('string '), 'syntax.unexpected'],
    ['a name of twenty thousand letters', 'n'.repeat(MAX_SOURCE_LENGTH), 'null'],
    // Numbers.
    ['a number of twenty thousand digits', '9'.repeat(MAX_SOURCE_LENGTH), 'number.out-of-range'],
    ['a fraction of twenty thousand digits', `0.${'1'.repeat(19_000)}`, 'number.out-of-range'],
    ['a power', '9 ** 9 ** 9', 'syntax.unsupported'],
    ['a product of large numbers', `product([${'999999999999999, '.repeat(99)}9])`, 'null'],
    ['a number in a text', 'number("' + '9'.repeat(19_000) + '")', 'null'],
    ['an exponent in a text', 'number("1e9999")', 'null'],
    ['an integer no computer number holds', '9007199254740991 * 9', 'number.out-of-range'],
    ['a rounding to a billion places', 'decimal(1.5, 1000000000)', 'null'],
    ['a date outside the calendar', 'date("9999-12-31") + duration("P999999Y")', 'null'],
    ['a duration without end', 'duration("P999999Y") * 9007199254740991', 'null'],
    // Loops and lists.
    ['an iteration to a billion', 'for i in 1..1000000000 return i', 'budget.steps'],
    ['an iteration to the largest number', 'for i in 1..9007199254740991 return i', 'budget.steps'],
    ['an iteration downward without end', 'for i in 0..-9007199254740991 return i', 'budget.steps'],
    ['iterations in iterations', 'for a in 1..99, b in 1..99, c in 1..99 return a', 'budget.steps'],
    [
      'quantifiers in quantifiers',
      'some a in 1..999 satisfies every b in 1..999 satisfies a > b',
      'budget.steps',
    ],
    [
      'a filter of a filter',
      '(for i in 1..200 return i)[count((for j in 1..200 return j)[item > 0]) > 0]',
      'budget.steps',
    ],
    [
      'a list that doubles',
      entries(60, (at) => (at === 0 ? 'v0: [1]' : `v${at}: concatenate(v${at - 1}, v${at - 1})`)),
      'budget.steps',
    ],
    [
      'a text that doubles',
      entries(60, (at) => (at === 0 ? 'v0: "xx"' : `v${at}: v${at - 1} + v${at - 1}`)),
      'budget.steps',
    ],
    [
      'a joined text that doubles',
      entries(60, (at) =>
        at === 0 ? 'v0: "xx"' : `v${at}: string join([v${at - 1}, v${at - 1}], v${at - 1})`,
      ),
      'budget.steps',
    ],
    [
      'a context that doubles',
      entries(60, (at) => (at === 0 ? 'v0: {p: 1, q: 1}' : `v${at}: {p: v${at - 1}, q: v${at - 1}}`)),
      'budget.steps',
    ],
    [
      'a context that deepens',
      `${entries(900, (at) => (at === 0 ? 'v0: 1' : `v${at}: [v${at - 1}]`))}.v899`,
      'budget.depth',
    ],
    [
      'equal doubles',
      `${entries(60, (at) => (at === 0 ? 'v0: [1, 1]' : `v${at}: [v${at - 1}, v${at - 1}]`))}.v59 = 1`,
      'null',
    ],
    [
      'a double flattened',
      `count(flatten(${entries(60, (at) => (at === 0 ? 'v0: [1, 1]' : `v${at}: [v${at - 1}, v${at - 1}]`))}.v59))`,
      'budget.steps',
    ],
    [
      'a double in words',
      `string(${entries(60, (at) => (at === 0 ? 'v0: [1, 1]' : `v${at}: [v${at - 1}, v${at - 1}]`))}.v59)`,
      'budget.steps',
    ],
    [
      'thousands of different texts',
      `"x" in [${Array.from({ length: 2_000 }, (_unused, at) => `"${at}"`).join(',')}]`,
      'false',
    ],
  ])('of %s', (_name, text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome);
  });
});

describe('data that', () => {
  it.each<[string, string, unknown, string]>([
    ['nests a hundred thousand levels, shown', 'a', { a: nested(100_000) }, 'budget.depth'],
    ['nests, compared', 'a = b', { a: nested(100_000), b: nested(100_000) }, 'budget.depth'],
    ['nests, flattened', 'flatten(a)', { a: nested(100_000) }, 'budget.depth'],
    ['nests, in words', 'string(a)', { a: nested(100_000) }, 'budget.depth'],
    ['nests, made distinct', 'distinct values([a, a])', { a: nested(100_000) }, 'budget.depth'],
    [
      'is wide, compared again and again',
      'count(for i in 1..999 return a = b)',
      { a: wide, b: { ...wide, z: 1 } },
      'budget.steps',
    ],
    [
      'is wide, copied again and again',
      'for i in 1..99 return context put(a, "x", i)',
      { a: wide },
      'budget.steps',
    ],
    [
      'is a long text, searched for its worst part',
      'contains(t, p)',
      { t: long, p: `b${long.slice(0, 150_000)}` },
      'budget.steps',
    ],
    [
      'is a long text, ordered again and again',
      'for i in 1..9 return t < u',
      { t: long, u: `${long}b` },
      'budget.steps',
    ],
    [
      'is a long text, equal again and again',
      'for i in 1..9 return t = u',
      { t: long, u: `${long.slice(1)}a` },
      'budget.steps',
    ],
    [
      'is a long text, in capitals again and again',
      'for i in 1..9 return upper case(t)',
      { t: long },
      'budget.steps',
    ],
    ['is a long list, summed', 'sum(l)', { l: Array.from({ length: 100_000 }, () => 1) }, 'budget.steps'],
    [
      'is a long list, sorted',
      'median(l)',
      { l: Array.from({ length: 100_000 }, (_unused, at) => -at) },
      'budget.steps',
    ],
    [
      'is a long list, compared by pairs',
      'count(distinct values(l))',
      { l: Array.from({ length: 500 }, (_unused, at) => [at]) },
      'budget.steps',
    ],
  ])('%s ends the budget', (_name, text, context, outcome) => {
    expect(outcomeOf(text, context)).toBe(outcome);
  });

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a class', class {}],
    ['a map', new Map([['a', 1]])],
    ['a day of the host', new Date(0)],
    ['a symbol', Symbol('s')],
    ['a big integer', 10n],
    ['a promise', Promise.resolve(1)],
    ['a pattern', /(a+)+$/u],
    ['not a number', Number.NaN],
    ['infinity', Infinity],
  ])('is %s counts as nothing', (_name, value) => {
    expect(outcomeOf('x', { x: value })).toBe('null');
    expect(outcomeOf('x.a', { x: value })).toBe('null');
    expect(outcomeOf('x + 1', { x: value })).toBe('null');
  });
});

describe('a name of the prototype', () => {
  const names = [...members, 'prototype', '__proto__'];
  it.each([...new Set(names)])('%s is never read, in any way, and never made', (name) => {
    const own = JSON.parse(`{"a": {"${name}": {"x": 1}}}`) as FeelContext;
    for (const text of [
      name,
      `a.${name}`,
      `a.${name}.x`,
      `get value(a, "${name}")`,
      `get value({}, "${name}")`,
      `[a].${name}[1]`,
      `"text".${name}`,
      `@"2026-11-22".${name}`,
      `a[${name}]`,
    ])
      expect(['null', '[]', '[null]']).toContain(outcomeOf(text, own));
    for (const text of [
      `{${name}: 1}`,
      `{"${name}": 1}`,
      `for ${name} in [1] return 1`,
      `some ${name} in [1] satisfies true`,
    ])
      expect(outcomeOf(text)).toBe('name.reserved');
    expect(outcomeOf(`context put({}, "${name}", 1)`)).toBe('null');
    expect(outcomeOf('context merge([a])', own)).toBe('{}');
    expect(outcomeOf('get entries(a)', own)).toBe('[]');
    expect(outcomeOf('a', own)).toBe('{}');
    expect(outcomeOf('string(a)', own)).toBe('"{}"');
  });

  it('is no function that can be called', () => {
    for (const name of [
      'constructor',
      'eval',
      'Function',
      'toString',
      'valueOf',
      'require',
      'import',
      'globalThis',
    ])
      expect(outcomeOf(`${name}("x")`)).toBe('function.unknown');
  });

  it('is unknown to the type check', () => {
    for (const name of names) {
      const parsed = parseExpression(name);
      if (parsed.ok) expect(checkExpression(parsed.expression, {}).problems[0]?.code).toBe('name.unknown');
    }
  });
});
