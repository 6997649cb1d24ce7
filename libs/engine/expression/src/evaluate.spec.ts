import { describe, expect, it } from '@jest/globals';
import { FeelDate, FeelDuration } from './calendar-date';
import { evaluate, type EvaluationOptions } from './evaluate';
import { parseExpression } from './parser';
import type { FeelContext, FeelValue } from './value';

function run(text: string, context: FeelContext = {}, options: EvaluationOptions = {}) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.en);
  return evaluate(parsed.expression, context, options);
}
function valueOf(text: string, context: FeelContext = {}): FeelValue {
  const result = run(text, context);
  if (!result.ok) throw new Error(result.problem.en);
  return result.value;
}
const isoOf = (text: string, context: FeelContext = {}) => {
  const value = valueOf(text, context);
  return value instanceof FeelDate || value instanceof FeelDuration ? value.toString() : value;
};

describe('numbers', () => {
  it.each([
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['1.1 * 1.1 = 1.21', true],
    ['1 / 3 * 3 = 1', false],
    ['1 / 4', 0.25],
    ['2 / 3', 0.6666666666666666],
    ['9007199254740991 + 1 - 1', 9007199254740991],
    ['9007199254740991 * 9007199254740991 / 9007199254740991', 9007199254740991],
    ['1.50 = 1.5', true],
    ['-2 - -3', 1],
    ['-(1 + 2)', -3],
    ['1 - 1 - 1', -1],
    ['12 / 2 / 3', 2],
    ['1 / 0', null],
    ['1 + null', null],
    ['-"a"', null],
    ['modulo(-5, 3)', 1],
    ['modulo(5.5, 2)', 1.5],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['ceiling(1.2)', 2],
    ['abs(-0.5)', 0.5],
    ['decimal(2.5, 0)', 2],
    ['decimal(3.5, 0)', 4],
    ['decimal(-1.255, 2)', -1.26],
    ['0 * -1', 0],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  it('are taken from JavaScript by their shortest decimal', () => {
    expect(valueOf('a + b', { a: 0.1, b: 0.2 })).toBe(0.3);
    expect(valueOf('a * 10', { a: 1e-7 })).toBe(0.000001);
    expect(valueOf('a', { a: Number.NaN })).toBeNull();
    expect(valueOf('a + 1', { a: Infinity })).toBeNull();
  });
  it('that no JavaScript number holds are an error, never a wrong number', () => {
    expect(run('9007199254740991 * 10')).toMatchObject({
      ok: false,
      problem: { code: 'number.out-of-range' },
    });
    expect(valueOf('9007199254740991 * 10 > 9007199254740991')).toBe(true);
    expect(valueOf('1e0'.slice(0, 1))).toBe(1);
  });
});

describe('three-valued logic', () => {
  const table: readonly [boolean | null, boolean | null, boolean | null, boolean | null][] = [
    [true, true, true, true],
    [true, false, false, true],
    [true, null, null, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, null, false, null],
    [null, true, null, true],
    [null, false, false, null],
    [null, null, null, null],
  ];
  it.each(table)('%s with %s: and gives %s, or gives %s', (a, b, and, or) => {
    expect(valueOf('a and b', { a, b })).toBe(and);
    expect(valueOf('a or b', { a, b })).toBe(or);
  });
  it.each([
    ['not(null)', null],
    ['not(1)', null],
    ['not(true) or true', true],
    ['1 and false', false],
    ['1 and true', null],
    ['null = null', true],
    ['1 = null', false],
    ['null != 1', true],
    ['1 = "1"', null],
    ['1 < null', null],
    ['1 < "a"', null],
    ['if null then 1 else 2', 2],
    ['if 1 then 1 else 2', 2],
    ['true < false', null],
    ['missing', null],
    ['missing.more', null],
    ['missing = null', true],
    ['[1] = 1', null],
    ['[1, null] = [1, null]', true],
    ['{a: 1} = {a: 1.0}', true],
    ['{a: 1} = {b: 1}', false],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('membership', () => {
  it.each([
    ['1 in [1..3]', true],
    ['1 in (1..3]', false],
    ['3 in [1..3)', false],
    ['1 in [3..1]', false],
    ['null in [1..3]', null],
    ['"b" in ["a".."c"]', true],
    ['1 in ["a".."b"]', null],
    ['5 in (< 3, > 4)', true],
    ['5 in > 5', false],
    ['5 in >= 5', true],
    ['1 in [1, 2]', true],
    ['3 in (1, 2)', false],
    ['1 in ([1..2], 5)', true],
    ['1 in [5, [1..2]]', true],
    ['[1] in [[1], [2]]', true],
    ['null in [null]', true],
    ['1 in null', null],
    ['1 in [null]', false],
    ['1 in 1', true],
    ['2 in (1 + 1)', true],
    ['4 in (1 + 1) * 2', true],
    ['2 between 1 and 3 and true', true],
    ['1 + 2 between 1 and 3', true],
    ['null between 1 and 2', null],
    ['not(1 in [2])', true],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('lists, contexts and iterations', () => {
  const people: FeelValue = [
    { name: 'An', age: 17 },
    { name: 'Bình', age: 30 },
    { name: 'Chi', age: null },
  ];
  it.each<[string, FeelValue]>([
    ['people.name', ['An', 'Bình', 'Chi']],
    ['people[age >= 18].name', ['Bình']],
    ['people[item.age = null][1].name', 'Chi'],
    ['people[2].age', 30],
    ['people[-1].name', 'Chi'],
    ['people[9]', null],
    ['people[0]', null],
    ['[1, 2, 3, 4][item > 2]', [3, 4]],
    ['null[1]', null],
    ['5[1]', 5],
    ['"a"[item = "a"]', ['a']],
    ['[1, 2][index]', 2],
    ['some p in people satisfies p.age > 18', true],
    ['every p in people[age != null] satisfies p.age > 16', true],
    ['some x in [] satisfies true', false],
    ['every x in [] satisfies false', true],
    ['every x in null satisfies true', null],
    ['some x in [null] satisfies x > 1', null],
    ['some x in [null, 2] satisfies x > 1', true],
    ['every x in [null, 0] satisfies x > 1', false],
    ['some x in [1, 2], y in [x, 9] satisfies x + y = 4', true],
    ['for x in [1, 2], y in [x, 3] return x * y', [1, 3, 4, 6]],
    ['sum(for p in people[age != null] return p.age)', 47],
    ['count(people)', 3],
    ['count([])', 0],
    ['count(null)', null],
    ['count(1)', 1],
    ['sum([0.1, 0.2, 0.3])', 0.6],
    ['sum(1, 2)', 3],
    ['sum([])', null],
    ['sum([1, null])', null],
    ['min([3, 1, 2])', 1],
    ['max("a", "c", "b")', 'c'],
    ['max([])', null],
    ['max([1, "a"])', null],
    ['min(true, false)', null],
    ['append([1], 2, [3])', [1, 2, [3]]],
    ['list contains([1, null], null)', true],
    ['list contains([1], "1")', false],
    ['{a: 1, b: a + 1}.b', 2],
    ['{"họ tên": 1}', { 'họ tên': 1 }],
    ['[{a: 1}, {b: 1}].a', [1, null]],
  ])('%s', (text, expected) => {
    expect(valueOf(text, { people, index: 2 })).toEqual(expected);
  });
});

describe('texts', () => {
  it.each([
    ['"a" + "b"', 'ab'],
    ['"a" + 1', null],
    ['contains("Mở Cửa", "Cửa")', true],
    ['contains(null, "a")', null],
    ['starts with("0900000123", "09")', true],
    ['ends with("abc", "bc")', true],
    ['string length("👍ử")', 2],
    ['upper case("đường")', 'ĐƯỜNG'],
    ['lower case("ĐƯỜNG")', 'đường'],
    ['substring("đường", 2, 2)', 'ườ'],
    ['substring("abc", -2)', 'bc'],
    ['"\\u0041\\n\\"\\\\"', 'A\n"\\'],
    ['"a" < "b"', true],
    ['/* x */ "a" // y', 'a'],
  ])('%s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });
});

describe('dates', () => {
  const context: FeelContext = { born: FeelDate.parse('2008-11-23'), today: FeelDate.parse('2026-11-22') };
  it.each([
    ['date("2020-01-01")', '2020-01-01'],
    ['date("2020-02-30")', null],
    ['date("2020-1-1")', null],
    ['date(2024, 2, 29)', '2024-02-29'],
    ['date(2023, 2, 29)', null],
    ['date(2000, 2, 29)', '2000-02-29'],
    ['date(1900, 2, 29)', null],
    ['date(null)', null],
    ['date("2020-01-31") + duration("P1M")', '2020-02-29'],
    ['date("2020-03-31") - duration("P1M")', '2020-02-29'],
    ['date("2020-01-01") - duration("P1D")', '2019-12-31'],
    ['duration("P1D") + date("2020-02-28")', '2020-02-29'],
    ['date("2020-03-01") - date("2020-02-01")', 'P29D'],
    ['(date("2020-03-01") - date("2020-02-01")).days', 29],
    ['today.year * 10000 + today.month * 100 + today.day', 20261122],
    ['date("2026-11-23").weekday', 1],
    ['date("2026-11-22").weekday', 7],
    ['born + duration("P18Y") <= today', false],
    ['years and months duration(born, today).years', 17],
    ['years and months duration(born, date("2026-11-23")).years', 18],
    ['duration("P1Y") > duration("P11M")', true],
    ['duration("P1Y") = duration("P12M")', true],
    ['duration("P1M") = duration("P30D")', null],
    ['duration("P1Y2M").months', 2],
    ['duration("-P15D").days', -15],
    ['duration("P")', null],
    ['duration("P1M1D")', null],
    ['-duration("P1Y")', '-P1Y'],
    ['duration("P1D") * 3', 'P3D'],
    ['date("2020-01-01") + 1', null],
    ['date("2020-01-01") = "2020-01-01"', null],
    ['date("2020-01-02") in [date("2020-01-01")..date("2020-01-03")]', true],
    ['max(born, today)', '2026-11-22'],
    ['date("9999-12-31") + duration("P1D")', null],
    ['date("2020-01-01") - duration("P999999Y")', null],
  ])('%s', (text, expected) => {
    expect(isoOf(text, context)).toBe(expected);
  });
});

describe('hostile data', () => {
  it('never reaches a prototype', () => {
    const poisoned = JSON.parse('{"a": {"__proto__": {"x": 1}, "constructor": 2}}') as FeelContext;
    for (const text of [
      'constructor',
      '__proto__',
      'toString',
      'a.constructor',
      'a.__proto__',
      'a.__proto__.x',
      'a.toString',
      '"x".length',
      '[1].length',
      'hasOwnProperty',
      'a["constructor"]',
      '[a].constructor[1]',
      'date("2020-01-01").constructor',
      '{}.toString',
    ]) {
      const value = valueOf(text, poisoned);
      expect(value === null || (Array.isArray(value) && value.every((item) => item === null))).toBe(true);
    }
    expect(Object.keys(valueOf('a', poisoned) as object)).toEqual([]);
  });
  it('of unknown kinds reads as nothing', () => {
    const strange = {
      f: () => 1,
      d: new Date(0),
      m: new Map(),
      s: Symbol('s'),
      u: undefined,
    } as unknown as FeelContext;
    for (const name of ['f', 'd', 'm', 's', 'u', 'f.name', 'd.x']) expect(valueOf(name, strange)).toBeNull();
  });
  it('runs out of steps, not out of time', () => {
    const list = Array.from({ length: 200 }, (_unused, index) => index);
    const cubed = 'count(for a in list, b in list, c in list return a + b + c)';
    expect(run(cubed, { list })).toMatchObject({ ok: false, problem: { code: 'budget.steps' } });
    expect(run('1 + 1', {}, { maxSteps: 2 })).toMatchObject({ ok: false, problem: { code: 'budget.steps' } });
    const text = 'x'.repeat(1_000_000);
    expect(run('contains(t + t, "y")', { t: text })).toMatchObject({
      ok: false,
      problem: { code: 'budget.steps' },
    });
  });
  it('nested beyond reason is an error, not a stack overflow', () => {
    let deep: FeelValue = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(run('a = b', { a: deep, b: deep })).toMatchObject({
      ok: false,
      problem: { code: 'budget.depth' },
    });
    expect(run('a', { a: deep })).toMatchObject({ ok: false, problem: { code: 'budget.depth' } });
  });
});
