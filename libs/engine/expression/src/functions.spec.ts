import { describe, expect, it } from '@jest/globals';
import { checkExpression } from './check';
import { compileExpression } from './compile';
import { evaluate } from './evaluate';
import { parseExpression } from './parser';
import type { FeelType, TypeScope } from './type';

function valueOf(text: string): unknown {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.en);
  const result = evaluate(parsed.expression, {});
  if (!result.ok) throw new Error(result.problem.en);
  return JSON.parse(JSON.stringify(result.value));
}

// The relations of DMN 1.5, section 10.3.4.7.
describe('intervals', () => {
  it.each([
    ['before(1, 10)', true],
    ['before(10, 1)', false],
    ['before(1, [1..10])', false],
    ['before(1, (1..10])', true],
    ['before([1..10], 10)', false],
    ['before([1..10), 10)', true],
    ['before([1..10], [15..20])', true],
    ['before([1..10), [10..20])', true],
    ['after(12, [1..10])', true],
    ['after([1..10], 12)', false],
    ['after([11..20], [1..11))', true],
    ['meets([1..5], [5..10])', true],
    ['meets([1..5), [5..10])', false],
    ['met by([5..10], [1..5])', true],
    ['overlaps([1..5], [3..8])', true],
    ['overlaps([1..5], [6..8])', false],
    ['overlaps([1..5), [5..8])', false],
    ['overlaps before([1..5], [3..8])', true],
    ['overlaps before([1..5], [6..8])', false],
    ['overlaps before([1..5], [5..8])', true],
    ['overlaps before([1..5], (5..8])', false],
    ['overlaps before([1..5), [1..5])', false],
    ['overlaps before([1..5], (1..5])', true],
    ['overlaps after([3..8], [1..5])', true],
    ['overlaps after([5..8], [1..5])', true],
    ['overlaps after([6..8], [1..5])', false],
    ['finishes(10, [1..10])', true],
    ['finishes(10, [1..10))', false],
    ['finishes([5..10], [1..10])', true],
    ['finishes([5..10), [1..10])', false],
    ['finishes([1..10], [1..10])', true],
    ['finished by([1..10], 10)', true],
    ['finished by([1..10], [5..10])', true],
    ['includes([1..10], 5)', true],
    ['includes([1..10], 12)', false],
    ['includes([1..10], [4..6])', true],
    ['includes((1..10], 1)', false],
    ['includes([1..10), [1..10])', false],
    ['during(5, [1..10])', true],
    ['during([4..6], [1..10])', true],
    ['during(1, (1..10])', false],
    ['starts(1, [1..10])', true],
    ['starts(1, (1..10])', false],
    ['starts([1..5], [1..10])', true],
    ['starts((1..5], [1..10])', false],
    ['started by([1..10], 1)', true],
    ['started by([1..10], [1..5])', true],
    ['coincides(5, 5)', true],
    ['coincides([1..5], [1..5])', true],
    ['coincides([1..5), [1..5])', false],
    ['before(1, "a")', null],
    ['includes([null..5], 3)', null],
    ['during(@"2026-11-22", [@"2026-11-01"..@"2026-11-30"])', true],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });
});

describe('functions', () => {
  it.each<[string, unknown]>([
    ['all([])', true],
    ['any([])', false],
    ['all([true, null])', null],
    ['all([false, null])', false],
    ['any(null)', null],
    ['mean([1, 2])', 1.5],
    ['mean([])', null],
    ['median([8, 2, 5, 3, 4])', 4],
    ['median([6, 1, 2, 3])', 2.5],
    ['mode([6, 3, 9, 6, 6])', [6]],
    ['mode([6, 1, 9, 6, 1])', [1, 6]],
    ['mode([])', []],
    ['product([2, 3, 4])', 24],
    ['product([])', null],
    ['round up(5.5, 0)', 6],
    ['round up(-1.126, 2)', -1.13],
    ['round down(-5.5, 0)', -5],
    ['round half up(1.125, 2)', 1.13],
    ['round half down(-2.5, 0)', -2],
    ['round half up(15999, -3)', 16_000],
    ['floor(15999, -3)', 15_000],
    ['ceiling(-1.56, 1)', -1.5],
    ['odd(-3)', true],
    ['even(2.5)', false],
    ['abs(@"-P5M")', 'P5M'],
    ['2 * @"P1Y"', 'P2Y'],
    ['@"P1Y" * 0.5', null],
    ['@"P14D" / @"P7D"', 2],
    ['@"P14D" / @"P0D"', null],
    ['number("1 200 000,5", " ", ",")', 1_200_000.5],
    ['number("12,5", null, ",")', 12.5],
    ['number("1.5", ".", ".")', null],
    ['substring before("foobar", "bar")', 'foo'],
    ['substring before("foobar", "xyz")', ''],
    ['substring after("foobar", "ob")', 'ar'],
    ['string join(["a", null, "c"], "-")', 'a-c'],
    ['string join(["a", 1])', null],
    ['string(null)', null],
    ['string([1, "a", @"2026-11-22"])', '[1, "a", 2026-11-22]'],
    ['string({a: 1, "b c": "x\\"y"})', '{a: 1, "b c": "x\\"y"}'],
    ['concatenate([1, 2], [3])', [1, 2, 3]],
    ['insert before([1, 3], 2, 2)', [1, 2, 3]],
    ['insert before([1], 2, 2)', [1, 2]],
    ['insert before([1], 3, 2)', null],
    ['remove([1, 2, 3], -1)', [1, 2]],
    ['list replace([2, 4, 7], 3, 6)', [2, 4, 6]],
    ['sublist([4, 5, 6], 1, 2)', [4, 5]],
    ['sublist([4, 5, 6], 0)', null],
    ['reverse([1, null])', [null, 1]],
    ['index of([1, 2, 3, 2], 2)', [2, 4]],
    ['union([1, 2], [2, 3])', [1, 2, 3]],
    ['distinct values([1, null, 1, null, [1], [1]])', [1, null, [1]]],
    ['flatten([[1, 2], [[3]], 4])', [1, 2, 3, 4]],
    ['get value({a: 1}, "a")', 1],
    ['get value(null, "a")', null],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['context put({a: 1}, "b", 2)', { a: 1, b: 2 }],
    ['context merge([{a: 1}, {a: 2}])', { a: 2 }],
    ['is defined(null)', false],
    ['get or else(null, 5)', 5],
    ['get or else(false, true)', false],
    ['day of week(@"2026-11-22")', 'Sunday'],
    ['month of year(@"2026-11-22")', 'November'],
    ['day of year(@"2024-12-31")', 366],
    ['week of year(@"2005-01-01")', 53],
    ['week of year(@"2026-01-01")', 1],
    ['week of year(@"9999-12-31")', 52],
    ['for i in 1..3 return i * i', [1, 4, 9]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in (1..4) return i', [2, 3]],
    ['for i in 1..null return i', null],
    ['every i in 1..3 satisfies i < 4', true],
    ['@"PT0S" = @"P0D"', true],
    ['1 in (null, 1)', true],
    ['1 in (null, 2)', false],
  ])('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });
});

describe('the type check', () => {
  const scope: TypeScope = {
    copies: 'number',
    area: { kind: 'text', oneOf: ['urban', 'rural'] },
    people: { kind: 'list', of: { kind: 'context', fields: { age: 'number' } } },
    born: 'date',
  };
  const checked = (text: string) => {
    const parsed = parseExpression(text);
    if (!parsed.ok) throw new Error(parsed.problems[0]?.en);
    return checkExpression(parsed.expression, scope);
  };

  it.each<[string, FeelType]>([
    ['get or else(copies, 1)', 'number'],
    ['mean(people.age)', 'number'],
    ['mode(people.age)', { kind: 'list', of: 'number' }],
    ['concatenate(people.age, [1])', { kind: 'list', of: 'number' }],
    ['reverse(people)[1].age', 'number'],
    ['@"2026-11-22" - born', 'duration'],
    ['@"P14D" / @"P7D"', 'number'],
    ['abs(@"-P3D")', 'duration'],
    ['for i in 1..copies return born', { kind: 'list', of: 'date' }],
    ['area', 'string'],
    ['[area, "x"]', { kind: 'list', of: 'string' }],
    ['before(born, @"2026-11-22")', 'boolean'],
    ['includes([1..5], copies)', 'boolean'],
  ])('knows that %s is %j', (text, type) => {
    expect(checked(text)).toEqual({ problems: [], type });
  });

  it.each([
    ['area = "city"', 'choice.unknown'],
    ['area in ["urban", "city"]', 'choice.unknown'],
    ['"city" != area', 'choice.unknown'],
    ['append(["a"], "abc")[item = "An"]', 'choice.unknown'],
    ['before(born, 5)', 'type.comparison'],
    ['before(people, 5)', 'type.mismatch'],
    ['includes([1..born], copies)', 'type.comparison'],
    ['abs(area)', 'type.mismatch'],
    ['for i in 1..area return i', 'type.mismatch'],
    ['@"2026-02-30" > born', 'date.invalid'],
    ['@"P1M1D" > @"P1M"', 'duration.invalid'],
    ['max([1..2])', 'range.place'],
  ])('finds what is wrong with %s: %s', (text, code) => {
    const [problem] = checked(text).problems;
    expect(problem?.code).toBe(code);
    expect(`${problem?.vi} ${problem?.en}`).not.toMatch(/[{}]|undefined/u);
  });

  it('says which result a place needs', () => {
    expect(compileExpression('copies > 1', scope, 'boolean')).toMatchObject({ ok: true });
    expect(compileExpression('copies', scope, 'boolean')).toMatchObject({
      ok: false,
      problems: [{ code: 'type.result', from: 0, to: 6, vi: 'Kết quả phải là đúng hoặc sai, ở đây là số.' }],
    });
    expect(compileExpression('copies >', scope, 'boolean')).toMatchObject({ ok: false });
    expect(compileExpression('copes', scope, 'any')).toMatchObject({ ok: false });
  });
});
