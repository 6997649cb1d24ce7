import { describe, expect, it } from '@jest/globals';
import { checkExpression } from './check';
import { parseExpression } from './parser';
import type { FeelType, TypeScope } from './type';

const scope: TypeScope = {
  age: 'number',
  name: 'string',
  married: 'boolean',
  born: 'date',
  today: 'date',
  unknown: 'any',
  tags: { kind: 'list', of: 'string' },
  children: { kind: 'list', of: { kind: 'context', fields: { name: 'string', born: 'date' } } },
  address: { kind: 'context', fields: { wardCode: 'string', text: 'string' } },
};
function check(text: string) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.problems[0]?.en);
  return checkExpression(parsed.expression, scope);
}

describe('a sound expression', () => {
  it.each<[string, FeelType]>([
    ['age >= 18 and married', 'boolean'],
    ['age * 1.5 + 2', 'number'],
    ['name + "x"', 'string'],
    ['born + duration("P18Y")', 'date'],
    ['(today - born).days', 'number'],
    ['years and months duration(born, today).years >= 18', 'boolean'],
    ['if married then name else null', 'string'],
    ['if married then name else age', 'any'],
    ['children.name', { kind: 'list', of: 'string' }],
    ['children[born < today][1].name', 'string'],
    [
      'children[item.name = "An"]',
      { kind: 'list', of: { kind: 'context', fields: { name: 'string', born: 'date' } } },
    ],
    ['some c in children satisfies c.born > date("2020-01-01")', 'boolean'],
    ['for c in children return c.born', { kind: 'list', of: 'date' }],
    ['name in ["a", "b"]', 'boolean'],
    ['list contains(tags, "x")', 'boolean'],
    ['"x" in tags', 'boolean'],
    ['age in [1..5]', 'boolean'],
    ['max(for c in children return c.born)', 'date'],
    ['sum([1, 2])', 'number'],
    ['append(tags, "x")', { kind: 'list', of: 'string' }],
    ['unknown + 1', 'any'],
    ['address.wardCode = null', 'boolean'],
    ['null', 'null'],
  ])('%s', (text, type) => {
    expect(check(text)).toEqual({ problems: [], type });
  });
});

describe('a mistaken expression', () => {
  it.each([
    ['agee > 1', 'name.unknown', 0, 4],
    ['address.ward', 'name.unknown', 0, 12],
    ['children.age', 'name.unknown', 0, 12],
    ['toString', 'name.unknown', 0, 8],
    ['age = "18"', 'type.comparison', 0, 10],
    ['born > "2020-01-01"', 'type.comparison', 0, 19],
    ['age + name', 'type.mismatch', 6, 10],
    ['age and married', 'type.mismatch', 0, 3],
    ['if age then 1 else 2', 'type.mismatch', 3, 6],
    ['not(name)', 'type.mismatch', 4, 8],
    ['some x in age satisfies true', 'type.mismatch', 10, 13],
    ['married > true', 'type.mismatch', 0, 7],
    ['name in [1..2]', 'type.comparison', 8, 14],
    ['name in ["a", 2]', 'type.comparison', 14, 15],
    ['starts with(age, "1")', 'type.mismatch', 12, 15],
    ['date("2026-02-30")', 'date.invalid', 5, 17],
    ['duration("18Y")', 'duration.invalid', 9, 14],
    ['[1..2] = 3', 'range.place', 0, 6],
    ['tags[name]', 'type.mismatch', 5, 9],
    ['-name', 'type.mismatch', 0, 5],
    ['today + 30', 'type.mismatch', 0, 5],
  ])('%s: %s', (text, code, from, to) => {
    const [problem] = check(text).problems;
    expect(problem).toMatchObject({ code, from, to });
    expect(`${problem?.vi} ${problem?.en}`).not.toMatch(/[{}]|undefined/u);
  });

  it('speaks to the person who wrote the form', () => {
    expect(check('age = "18"').problems[0]?.vi).toBe('Không so sánh được số với chữ.');
  });
});
