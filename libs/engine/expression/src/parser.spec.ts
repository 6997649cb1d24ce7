import { describe, expect, it } from '@jest/globals';
import { dependencies } from './dependencies';
import { MAX_SOURCE_LENGTH, parseExpression } from './parser';

const problemOf = (text: string) => {
  const result = parseExpression(text);
  return result.ok ? null : result.problems[0];
};
const namesOf = (text: string) => {
  const result = parseExpression(text);
  return result.ok ? dependencies(result.expression) : null;
};

describe('a mistake in the text', () => {
  it.each([
    ['', 'syntax.unexpected', 0, 0],
    ['1 +', 'syntax.unexpected', 3, 3],
    ['(1', 'syntax.unexpected', 2, 2],
    ['1 2', 'syntax.unexpected', 2, 3],
    ['"abc', 'syntax.text-not-closed', 0, 4],
    ['"a\\q"', 'syntax.escape', 2, 4],
    ['/* a', 'syntax.comment-not-closed', 0, 4],
    ['a ; b', 'syntax.unexpected', 2, 3],
    ['2 ** 3', 'syntax.unsupported', 2, 4],
    ['function(a) a', 'syntax.unsupported', 0, 8],
    ['matches("a", "(a+)+$")', 'function.unknown', 0, 7],
    ['foo(1)', 'function.unknown', 0, 3],
    ['contains("a")', 'function.arguments', 0, 13],
    ['if a then b', 'syntax.unexpected', 11, 11],
    ['some in [1] satisfies true', 'syntax.unexpected', 5, 7],
    ['1 between 2', 'syntax.unexpected', 11, 11],
    ['a.', 'syntax.unexpected', 2, 2],
    ['{__proto__: 1}', 'name.reserved', 1, 10],
    ['for constructor in [1] return 1', 'name.reserved', 4, 15],
    ['99999999999999999999999999999999999999', 'number.out-of-range', 0, 38],
    ['not', 'syntax.unexpected', 0, 3],
  ])('%s: %s', (text, code, from, to) => {
    expect(problemOf(text)).toMatchObject({ code, from, to });
  });

  it('is told in both languages without a hole', () => {
    const problem = problemOf('contains("a")');
    expect(problem?.vi).toBe('Hàm “contains” nhận 2 giá trị, ở đây có 1.');
    expect(problem?.en).toBe('The function “contains” takes 2 arguments, here are 1.');
  });
});

describe('hostile text', () => {
  const deep = 100_000;
  it.each([
    ['brackets', '('.repeat(deep)],
    ['lists', '['.repeat(deep)],
    ['contexts', '{a:'.repeat(deep)],
    ['signs', '-'.repeat(deep)],
    ['conditions', 'if true then 1 else '.repeat(deep / 10)],
    ['a chain', `1${'+1'.repeat(deep)}`],
    ['a path', `a${'.a'.repeat(deep)}`],
    ['filters', `a${'[1]'.repeat(deep)}`],
    ['names', 'a '.repeat(deep)],
    ['one megabyte of text', `"${'x'.repeat(1_000_000)}"`],
    ['one megabyte of blanks', ' '.repeat(1_000_000)],
  ])('%s: refused at once', (_name, text) => {
    expect(problemOf(text)?.code).toBe('syntax.too-long');
  });

  it('within the length limit is refused for its depth, without running out of stack', () => {
    for (const unit of [
      '(',
      '[',
      '{a:',
      '-',
      '1+',
      'not(',
      'a.',
      'a in (',
      'if a then b else ',
      'some x in ',
    ]) {
      const text = unit.repeat(Math.floor(MAX_SOURCE_LENGTH / unit.length));
      expect(['syntax.too-deep', 'syntax.unexpected']).toContain(problemOf(text)?.code);
    }
    for (const text of [`1${'+1'.repeat(9_000)}`, `a${'.b'.repeat(9_000)}`, `a${'[1]'.repeat(6_000)}`]) {
      expect(problemOf(text)?.code).toBe('syntax.too-deep');
    }
  });
});

describe('the names an expression reads', () => {
  it.each([
    ['a + b * a', ['a', 'b']],
    ['a.b.c', ['a']],
    ['some x in items satisfies x.age > limit', ['items', 'limit']],
    ['for x in a, y in x return x + y + z', ['a', 'z']],
    ['items[item > limit]', ['items', 'limit']],
    ['items[age > 1]', ['age', 'items']],
    ['{a: b, c: a}', ['b']],
    ['if a then b else c', ['a', 'b', 'c']],
    ['a in [b..c], d'.replace(', d', ''), ['a', 'b', 'c']],
    ['a in (< b, [c..d], e)', ['a', 'b', 'c', 'd', 'e']],
    ['years and months duration(birthDate, today).years >= 18', ['birthDate', 'today']],
    ['1 + 1', []],
    ['tên_người + họ', ['họ', 'tên_người']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual([...names].sort());
  });
});

it('a parsed expression is plain data that survives JSON', () => {
  const result = parseExpression(
    'some x in items satisfies x.price * 1.10 > 0.5 and not(x.name in ["a", "b"])',
  );
  if (!result.ok) throw new Error('must parse');
  expect(JSON.parse(JSON.stringify(result.expression))).toEqual(result.expression);
});
