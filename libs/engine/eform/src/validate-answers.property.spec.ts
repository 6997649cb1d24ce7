import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aField, compiled, onePage, today } from '../test/form-builder';
import { answersFor, anyAnswer, anyForm } from '../test/random-form';
import { checkValue } from './check-value';
import { validateAnswers } from './validate-answers';

const formWithAnswers = anyForm.map(compiled).chain((form) => fc.tuple(fc.constant(form), answersFor(form)));

describe('validating any answers', () => {
  it.each(['draft', 'submission'] as const)('accepts its own result again, unchanged, as a %s', (mode) => {
    let accepted = 0;
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        const first = validateAnswers(form, answers, today, mode, { hidden: 'drop' });
        if (!first.ok) return;
        accepted += 1;
        expect(validateAnswers(form, first.answers, today, mode)).toEqual(first);
      }),
      { seed: 21, numRuns: 400 },
    );
    expect(accepted).toBeGreaterThan(30);
  });

  it('accepts as a draft whatever it accepts as a submission', () => {
    fc.assert(
      fc.property(formWithAnswers, ([form, answers]) => {
        if (validateAnswers(form, answers, today, 'submission').ok) {
          expect(validateAnswers(form, answers, today, 'draft').ok).toBe(true);
        }
      }),
      { seed: 22, numRuns: 400 },
    );
  });

  it('normalises a value once and for all', () => {
    const types = [
      'text',
      'paragraph',
      'date',
      'integer',
      'phone',
      'email',
      'personal-id',
      'address',
      'choice',
      'choices',
      'unit',
    ] as const;
    const odd = fc.oneof(
      anyAnswer,
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', maxLength: 3 }).map((text) => ({ text })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), odd, (type, value) => {
        const field = aField({ id: 'x', type });
        const once = checkValue(field, value);
        expect(checkValue(field, once.value).value).toEqual(once.value);
      }),
      { seed: 23, numRuns: 1500 },
    );
  });
});

describe('hostile answers', () => {
  const form = compiled(
    onePage({ id: 'name', type: 'text' }, { id: 'kids', type: 'choices' }, { id: 'home', type: 'address' }),
  );
  const problemsOf = (answers: unknown): number => {
    const result = validateAnswers(form, answers, today, 'submission');
    return result.ok ? 0 : result.problems.length;
  };

  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        fc.constantFrom('name', 'kids', 'home'),
        (value, key) => {
          expect(typeof problemsOf(value)).toBe('number');
          expect(typeof problemsOf({ [key]: value })).toBe('number');
        },
      ),
      { seed: 24, numRuns: 1000 },
    );
  });

  it('survives very deep nesting', () => {
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
    expect(problemsOf({ name: deep, kids: deep, home: deep })).toBe(3);
  });

  it('names at most a hundred of a hundred thousand unknown keys, and echoes none at length', () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_unused, index) => [`<b>${'k'.repeat(50)}${index}`, 1]),
    );
    const result = validateAnswers(form, many, today, 'submission');
    expect(result.ok ? [] : result.problems).toHaveLength(100);
    expect(JSON.stringify(result)).not.toContain('<b>');
    expect(problemsOf({ home: many })).toBe(1);
  });

  it('does not read through prototypes', () => {
    const inherited: unknown = Object.create({ name: 'Người Khác' });
    expect(validateAnswers(form, inherited, today, 'submission')).toEqual({ ok: true, answers: {} });
    expect(problemsOf(JSON.parse('{"home": {"__proto__": {"text": "x"}}}'))).toBe(1);
    expect(({} as Record<string, unknown>)['text']).toBeUndefined();
  });

  it('refuses lone surrogates, which no database text can hold', () => {
    expect(problemsOf({ name: 'a\udc00' })).toBe(1);
    expect(problemsOf({ home: { text: '\ud800' } })).toBe(1);
  });
});
