import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scaled } from '@mocua/testing/scaled';
import { evaluate, evaluatePartially } from '../src/evaluate';
import { parseExpression } from '../src/parser';
import type { FeelContext, FeelValue } from '../src/value';
import { context, expressions, SEED } from './expression-arbitrary';

function partially(text: string, given: FeelContext) {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.en ?? ''}`);
  const result = evaluatePartially(parsed.expression, given, { maxSteps: 100_000 });
  if (!result.ok) throw new Error(result.problem.en);
  return result;
}

describe('with answers missing', () => {
  it.each<[string, FeelContext, FeelValue, readonly string[]]>([
    ['copies * 8000', {}, null, ['copies']],
    ['copies * 8000', { copies: 2 }, 16_000, []],
    ['hasPension = true', {}, null, ['hasPension']],
    ['hasPension != true', {}, null, ['hasPension']],
    ['area in ["urban", "rural"]', {}, null, ['area']],
    ['area in ("urban", other)', { area: 'urban' }, true, []],
    ['area in ("urban", other)', { area: 'rural' }, null, ['other']],
    ['area in [other, "urban"]', { area: 'rural' }, null, ['other']],
    ['if isPoor then 0 else 8000', {}, null, ['isPoor']],
    ['if isPoor then 0 else price', { isPoor: true }, 0, []],
    ['if isPoor then 0 else price', { isPoor: false }, null, ['price']],
    ['age >= 75 or ill', { age: 80 }, true, []],
    ['age >= 75 or ill', { age: 70 }, null, ['ill']],
    ['age >= 75 and ill', { age: 70 }, false, []],
    ['(age > 5 or ill) and poor', { age: 9 }, null, ['poor']],
    ['copies = null', {}, true, []],
    ['copies != null', {}, false, []],
    ['is defined(copies)', {}, false, []],
    ['get or else(copies, 1) * 100', {}, 100, []],
    ['if copies = null then 1 else copies', {}, 1, []],
    ['count(people[age > 18])', { people: [] }, 0, []],
    ['count(people[age > 18])', { people: [{ age: 20 }] }, 1, []],
    ['count(people[age > 18])', { people: [{ age: 20 }, { age: null }] }, null, []],
    ['count(people[age > limit])', { people: [{ age: 20 }] }, null, ['limit']],
    ['[][n]', {}, null, ['n']],
    ['count(people)', {}, null, ['people']],
    ['some p in people satisfies p.age > 18', { people: [{ age: 20 }, {}] }, true, []],
    ['every p in people satisfies p.age > 18', { people: [{ age: 20 }, {}] }, null, []],
    ['[x, 1] = [2, 3]', {}, false, []],
    ['[x, 1] = [2, 1]', {}, null, ['x']],
    ['{a: x} = {a: 1}', {}, null, ['x']],
    ['list contains([1, x], 1)', {}, true, []],
    ['list contains([1, x], 2)', {}, null, ['x']],
    ['filing.level = "L2"', { filing: { level: null } }, null, ['filing.level']],
    ['filing.level = "L2"', {}, null, ['filing']],
    ['string join([a, "b"])', {}, null, ['a']],
    ['distinct values([a, 1])', {}, null, ['a']],
    ['string([a])', {}, null, ['a']],
    ['for x in [1, 2] return x * y', {}, [null, null], ['y']],
    ['1 / 0', {}, null, []],
    ['some x in [1] satisfies x > y', {}, null, ['y']],
    ['{x: null, b: x}.b', { x: 5 }, null, []],
  ])('%s with %j', (text, given, value, missing) => {
    expect(partially(text, given)).toEqual({ ok: true, value, missing });
  });
});

/** Whether nothing in a value is open. */
function isKnown(value: FeelValue): boolean {
  if (value === null) return false;
  if (Array.isArray(value)) return value.every(isKnown);
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return true;
  return Object.values(value).every((member) => isKnown(member as FeelValue));
}

/** The same value with about a tenth of its parts not known. */
function withGaps(value: FeelValue, dice: number[]): FeelValue {
  if (Array.isArray(value)) return value.map((item: FeelValue) => gapOr(item, dice));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, gapOr(member as FeelValue, dice)]),
  );
}
const gapOr = (value: FeelValue, dice: number[]): FeelValue =>
  (dice.shift() ?? 9) === 0 ? null : withGaps(value, dice);

// The author's own looks at an absence are meant to change when the answer comes.
const looksAtAbsence = /= null|is defined|get or else/u;

describe('generated expressions', () => {
  const names = Object.keys(context);
  const gaps = fc.subarray(names);

  it('whose value is known keep it when more answers come', () => {
    const chances = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(expressions, chances, (text, dice) => {
        fc.pre(!looksAtAbsence.test(text));
        const left = [...dice];
        const before = partially(text, withGaps(context, left) as FeelContext).value;
        if (isKnown(before)) expect(partially(text, context).value).toEqual(before);
      }),
      { seed: SEED, numRuns: scaled(2_000, 60_000) },
    );
  });

  it('whose value is known with every answer have the value that FEEL gives', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        fc.pre(!looksAtAbsence.test(text));
        const { value } = partially(text, context);
        const parsed = parseExpression(text);
        const usual = parsed.ok ? evaluate(parsed.expression, context, { maxSteps: 100_000 }) : null;
        if (isKnown(value)) expect(usual).toEqual({ ok: true, value });
      }),
      { seed: SEED, numRuns: scaled(1_000, 40_000) },
    );
  });

  it('say which answers they wait for: with those given, nothing else is missing', () => {
    fc.assert(
      fc.property(expressions, gaps, (text, hidden) => {
        const fewer = Object.fromEntries(
          names
            .filter((name) => !hidden.includes(name))
            .map((name) => [name, context[name as keyof typeof context]]),
        );
        for (const name of partially(text, fewer).missing) {
          const [root] = name.split('.');
          expect(
            hidden.includes(root ?? '') ||
              context[root as keyof typeof context] === null ||
              name.includes('.'),
          ).toBe(true);
        }
      }),
      { seed: SEED, numRuns: scaled(500, 20_000) },
    );
  });
});
