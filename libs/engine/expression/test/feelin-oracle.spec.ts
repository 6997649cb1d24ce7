import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate as evaluateByFeelin } from 'feelin';
import { scaled } from '@mocua/testing/scaled';
import { checkExpression } from '../src/check';
import { dependencies } from '../src/dependencies';
import { evaluate } from '../src/evaluate';
import { parseExpression } from '../src/parser';
import type { FeelContext } from '../src/value';
import { context, expressions, scope, SEED } from './expression-arbitrary';

function mine(text: string, given: FeelContext = context): unknown {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problems[0]?.en ?? ''}`);
  const result = evaluate(parsed.expression, given, { maxSteps: 100_000 });
  if (!result.ok) throw new Error(result.problem.en);
  return plain(result.value);
}

/** Dates and durations of either engine as text; nothing as null; no negative zero. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return value + 0;
  if (typeof value !== 'object') return value;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null)
    return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

describe('the reference engine feelin', () => {
  it('gives the same value for generated expressions', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        expect(mine(text)).toEqual(plain(evaluateByFeelin(text, context).value));
      }),
      { seed: SEED, numRuns: scaled(2_500, 100_000) },
    );
  });

  // Where this engine keeps to the letter of DMN, or to what an author means, and feelin does not.
  it.each([
    ['0.1 + 0.2 = 0.3', true, false],
    ['mean([1, 2, 2]) * 3 = 5', false, true],
    ['1 < "a"', null, false],
    // Comparison binds tighter than `or`; feelin takes the rest of the line for what stands after `in`.
    ['1 in [5] or true', true, false],
    ['1 in [3..1]', false, true],
    ['1 in [null..3]', null, true],
    ['some x in [null] satisfies x > 1', null, false],
    ['[1] = 1', null, true],
    ['[1, 2] = [1]', false, null],
    ['duration("P1Y") = duration("P3D")', null, false],
    ['-duration("P1D")', '-P1D', null],
    ['duration("P1D") * 2', 'P2D', null],
    ['max(date("2020-01-01"), date("2021-01-01"))', '2021-01-01', null],
    ['min(date("2020-01-01"))', '2020-01-01', null],
    ['years and months duration(date("2020-01-31"), date("2020-02-29"))', 'P0M', 'P29D'],
    ['[1, 2][null]', [], null],
    ['[null, 1][item = null]', [null], []],
    ['["ab", "b"][contains(item, "a")]', ['ab'], []],
    ['for i in 1..0 return i', [1, 0], null],
    ['substring("abc", 0)', null, 'c'],
    ['median([10, 9, 1])', 9, 10],
    ['mode([2.5, -1, -1])', [-1], [-1]],
    ['insert before([1, 2], -1, 9)', [1, 9, 2], [9, 1, 2]],
    ['remove([1, 2, 3], -1)', [1, 2], [1, 3]],
    ['remove([1], 5)', null, [1]],
    ['sublist([1, 2, 3], -5)', null, [2, 3]],
    ['concatenate([1], null)', null, [1, null]],
    ['number("", ",", ".")', null, 0],
    ['number("0x10", ",", ".")', null, 16],
    ['string(1 / 3)', '0.3333333333333333333333333333333333', '0.3333333333333333'],
  ])('known difference: %s', (text, here, there) => {
    expect(mine(text)).toEqual(here);
    expect(plain(evaluateByFeelin(text, {}).value)).toEqual(there);
  });
});

describe('generated expressions', () => {
  it('pass the type check, and their value has the type that was found', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const parsed = parseExpression(text);
        if (!parsed.ok) throw new Error(text);
        const { problems, type } = checkExpression(parsed.expression, scope);
        // A generated comparison may ask for a text that cannot be there; that is told, and is no fault of types.
        expect(problems.filter(({ code }) => code !== 'choice.unknown')).toEqual([]);
        const value = mine(text);
        const kind = Array.isArray(value) ? 'list' : typeof value === 'object' ? 'context' : typeof value;
        const found =
          typeof type === 'object' ? type.kind : type === 'date' || type === 'duration' ? 'string' : type;
        if (value !== null && found !== 'any') expect(kind).toBe(found);
      }),
      { seed: SEED, numRuns: scaled(500, 20_000) },
    );
  });

  it('depend on nothing but the names they are said to read', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const parsed = parseExpression(text);
        if (!parsed.ok) throw new Error(text);
        const named = new Set(dependencies(parsed.expression));
        const kept = Object.fromEntries(Object.entries(context).filter(([name]) => named.has(name)));
        expect(mine(text, kept)).toEqual(mine(text));
      }),
      { seed: SEED, numRuns: scaled(500, 20_000) },
    );
  });

  it('mean the same after a trip through JSON', () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const parsed = parseExpression(text);
        if (!parsed.ok) throw new Error(text);
        const stored = JSON.parse(JSON.stringify(parsed.expression)) as typeof parsed.expression;
        expect(evaluate(stored, context)).toEqual(evaluate(parsed.expression, context));
      }),
      { seed: SEED, numRuns: scaled(150, 6_000) },
    );
  });
});

const pieces = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '.',
  '..',
  ':',
  '+',
  '-',
  '*',
  '/',
  '=',
  '<',
  '>=',
  '"',
  '"a"',
  '\\',
  'if ',
  'then ',
  'else ',
  'in ',
  'and ',
  'some ',
  'x ',
  'not',
  'between ',
  '1',
  '0.5',
  'a',
  'date',
  'string ',
  'length',
  '//',
  '/*',
  '*/',
  '\n',
  ' ',
  '__proto__',
  'constructor',
  '🙂',
  '\u0000',
];

describe('any text', () => {
  it('is answered with a tree that evaluates, or with a problem inside the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
      fc.tuple(expressions, fc.nat(), fc.constantFrom(...pieces)).map(([text, at, piece]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + piece + text.slice(cut + 1);
      }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseExpression(text);
        if (parsed.ok) {
          evaluate(parsed.expression, context);
          checkExpression(parsed.expression, scope);
          return;
        }
        for (const problem of parsed.problems) {
          expect(problem.from).toBeGreaterThanOrEqual(0);
          expect(problem.to).toBeGreaterThanOrEqual(problem.from);
          expect(problem.to).toBeLessThanOrEqual(text.length);
          expect(problem.vi).not.toMatch(/undefined/u);
        }
      }),
      { seed: SEED, numRuns: scaled(1500, 60_000) },
    );
  });
});
