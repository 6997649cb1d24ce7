import { describe, expect, it } from '@jest/globals';
import type { Answers } from '@mocua/contract';
import { aDefinition, aPage, aSection, compiled, group, onePage, options, today } from '../test/form-builder';
import type { FieldWish } from '../test/form-builder';
import { inLanguage } from './eform-problem';
import { validateAnswers } from './validate-answers';
import type { ValidationMode, ValidationOptions } from './validate-answers';

function verdict(
  field: FieldWish,
  value: unknown,
  mode: ValidationMode = 'submission',
  rest: ValidationOptions = {},
): unknown {
  const result = validateAnswers(compiled(onePage(field)), { [field.id]: value }, today, mode, rest);
  return result.ok
    ? (result.answers[field.id] ?? null)
    : result.problems.map((problem) => problem.code).join();
}

describe('values of each type', () => {
  const unit = '3f0c1a5e-0000-4000-8000-000000000099';
  const accepted: readonly [type: FieldWish['type'], given: unknown, stored: unknown][] = [
    ['text', '  Nguyễn  ', 'Nguyễn'],
    ['text', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['text', 'hai\ndòng', 'hai dòng'],
    ['text', '   ', null],
    ['paragraph', ' một\r\nhai ', 'một\nhai'],
    ['date', '1985-03-07', '1985-03-07'],
    ['date', '7/3/1985', '1985-03-07'],
    ['date', '1985-3-7', '1985-03-07'],
    ['date', '--', null],
    ['date', '29/02/2024', '2024-02-29'],
    ['integer', 12, 12],
    ['integer', ' 12 ', 12],
    ['integer', '1.200.000', 1_200_000],
    ['integer', -0, 0],
    ['choice', 'yes', 'yes'],
    ['choices', ['a', 'c'], ['a', 'c']],
    ['choices', [], null],
    ['confirmation', true, true],
    ['confirmation', false, null],
    ['personal-id', '099 123 456 789', '099123456789'],
    ['phone', '0900000123', '0900000123'],
    ['phone', '+84 900 000 123', '0900000123'],
    ['phone', '0900.000.123', '0900000123'],
    ['phone', '84900000123', '0900000123'],
    ['phone', '+84 (0)900 000 123', '0900000123'],
    ['email', ' lo.may+1@example.vn ', 'lo.may+1@example.vn'],
    ['address', { text: ' Tổ 4 ', wardName: 'Phường Nà Mây' }, { text: 'Tổ 4', wardName: 'Phường Nà Mây' }],
    ['address', { text: '' }, null],
    ['unit', unit.toUpperCase(), unit],
  ];
  it.each(accepted)('stores %s %j as %j', (type, given, stored) => {
    expect(verdict({ id: 'x', type }, given)).toEqual(stored);
  });

  const refused: readonly [type: FieldWish['type'], given: unknown, code: string][] = [
    ['text', 5, 'wrong-type'],
    ['text', 'x'.repeat(101), 'too-long'],
    ['text', 'a\u0000b', 'bad-characters'],
    ['text', 'a\ud800b', 'bad-characters'],
    ['text', 'a\u202eb', 'bad-characters'],
    ['date', '1985-02-29', 'not-a-date'],
    ['date', '31/4/2020', 'not-a-date'],
    ['date', '1899-12-31', 'too-early'],
    ['date', '85-3-7', 'not-a-date'],
    ['date', '1985-3-', 'not-a-date'],
    ['date', 19850307, 'wrong-type'],
    ['integer', 1.5, 'not-a-number'],
    ['integer', '1.5', 'not-a-number'],
    ['integer', 'mười', 'not-a-number'],
    ['integer', 1e300, 'not-a-number'],
    ['integer', true, 'wrong-type'],
    ['choice', 'maybe', 'not-an-option'],
    ['choice', ['yes'], 'wrong-type'],
    ['choices', ['a', 'a'], 'not-an-option'],
    ['choices', ['a', 'z'], 'not-an-option'],
    ['choices', 'a', 'wrong-type'],
    ['confirmation', 'true', 'wrong-type'],
    ['personal-id', '09912345678', 'not-a-personal-id'],
    ['personal-id', '09912345678x', 'not-a-personal-id'],
    ['phone', '900000123', 'not-a-phone'],
    ['phone', '09000001234', 'not-a-phone'],
    ['email', 'lo.may@', 'not-an-email'],
    ['email', 'lo may@example.vn', 'not-an-email'],
    ['email', `${'a'.repeat(300)}@example.vn`, 'not-an-email'],
    ['address', 'Tổ 4', 'wrong-type'],
    ['address', { text: 'Tổ 4', extra: 1 }, 'wrong-type'],
    ['address', { wardName: 'Phường Nà Mây' }, 'incomplete-address'],
    ['unit', 'sở tư pháp', 'not-a-unit'],
  ];
  it.each(refused)('refuses %s %j with %s', (type, given, code) => {
    expect(verdict({ id: 'x', type }, given)).toBe(code);
  });

  it('answers at once for a text made to slow a pattern down', () => {
    expect(verdict({ id: 'x', type: 'email' }, `a@${'a-'.repeat(125)}`)).toBe('not-an-email');
  });

  const required: readonly [FieldWish['type'], string][] = [
    ['text', 'required'],
    ['choice', 'required-choice'],
    ['choices', 'required-choices'],
    ['confirmation', 'required-confirmation'],
    ['date', 'required-date'],
    ['unit', 'required-unit'],
  ];
  it.each(required)('asks for a missing %s in its own words', (type, code) => {
    expect(verdict({ id: 'x', type, required: true }, null)).toBe(code);
  });

  it('counts characters as a person does', () => {
    expect(verdict({ id: 'x', type: 'text', maxLength: 2 }, '𠀀𠀀')).toBe('𠀀𠀀');
  });

  it('keeps what was typed in a draft, but not what cannot be stored', () => {
    expect(verdict({ id: 'x', type: 'date' }, '31-4', 'draft')).toBe('31-4');
    expect(verdict({ id: 'x', type: 'phone' }, '0900', 'draft')).toBe('0900');
    expect(verdict({ id: 'x', type: 'text' }, 'x'.repeat(150), 'draft')).toBe('x'.repeat(150));
    expect(verdict({ id: 'x', type: 'text' }, 'x'.repeat(5000), 'draft')).toBe('too-long');
    expect(verdict({ id: 'x', type: 'text' }, 'a\u0000', 'draft')).toBe('bad-characters');
    expect(verdict({ id: 'x', type: 'text' }, 7, 'draft')).toBe('wrong-type');
    expect(verdict({ id: 'x', type: 'text', required: true }, '', 'draft')).toBeNull();
  });
});

const form = compiled(
  onePage(
    { id: 'kind', type: 'choice', required: true },
    { id: 'detail', type: 'text', visible: 'kind = "yes"', required: true },
    { id: 'copies', type: 'integer', min: 1, max: 9, required: true },
    { id: 'fee', type: 'integer', calculate: 'copies * 2000' },
  ),
);
const good: Answers = { kind: 'no', copies: 2 };

function codes(
  answers: unknown,
  mode: ValidationMode = 'submission',
  rest: ValidationOptions = {},
): readonly string[] {
  const result = validateAnswers(form, answers, today, mode, rest);
  return result.ok ? [] : result.problems.map((problem) => `${problem.path}:${problem.code}`);
}

describe('whole answers', () => {
  it('adds calculated values to a submission, not to a draft', () => {
    expect(validateAnswers(form, good, today, 'submission')).toEqual({
      ok: true,
      answers: { ...good, fee: 4000 },
    });
    expect(validateAnswers(form, { ...good, fee: 1 }, today, 'draft')).toEqual({ ok: true, answers: good });
  });

  it('accepts a calculated value only when it is the same', () => {
    expect(codes({ ...good, fee: 4000 })).toEqual([]);
    expect(codes({ ...good, fee: 0 })).toEqual(['fee:calculated-differs']);
  });

  it('refuses values of hidden fields in a submission and drops them from a draft', () => {
    const answers = { ...good, detail: 'cũ' };
    expect(codes(answers)).toEqual(['detail:hidden']);
    expect(validateAnswers(form, answers, today, 'draft')).toEqual({ ok: true, answers: good });
    expect(codes(answers, 'submission', { hidden: 'drop' })).toEqual([]);
  });

  it('refuses keys that the form does not have, also as a draft', () => {
    expect(codes({ ...good, extra: 1 })).toEqual(['extra:unknown-answer']);
    expect(codes({ ...good, toString: 1 }, 'draft')).toEqual(['toString:unknown-answer']);
    expect(codes(JSON.parse('{"__proto__": {"kind": "no"}}'), 'draft')).toEqual(['__proto__:unknown-answer']);
  });

  it('lists what is missing in the order of the form', () => {
    expect(codes({})).toEqual(['kind:required-choice', 'copies:required']);
    expect(codes({}, 'draft')).toEqual([]);
  });

  it('checks one page alone when asked to', () => {
    expect(codes({}, 'submission', { only: ['copies'] })).toEqual(['copies:required']);
  });

  it('refuses answers that are no object', () => {
    for (const answers of [null, undefined, 5, 'x', [], [good]])
      expect(codes(answers, 'draft')).toEqual([':wrong-type']);
  });

  it('says how to fix it in both languages', () => {
    const result = validateAnswers(form, { kind: 'no', copies: 10 }, today, 'submission');
    const problems = result.ok ? [] : result.problems;
    expect(inLanguage(problems, 'vi')).toEqual([
      { path: 'copies', code: 'too-high', message: 'Hãy ghi “Mục copies” không quá 9.' },
    ]);
    expect(inLanguage(problems, 'en')[0]?.message).toBe('Enter 9 or less for “Mục copies (en)”.');
  });

  it('asks the caller which units exist', () => {
    const id = '3f0c1a5e-0000-4000-8000-000000000099';
    expect(verdict({ id: 'x', type: 'unit' }, id, 'submission', { unitExists: () => false })).toBe(
      'not-a-unit',
    );
    expect(
      verdict({ id: 'x', type: 'unit' }, id, 'submission', {
        unitExists: (_id, filter) => filter === 'register-keeper',
      }),
    ).toBe(id);
  });

  it('holds a field that is not editable to what the identity said', () => {
    const field: FieldWish = {
      id: 'x',
      type: 'text',
      prefill: { source: 'identity', claim: 'fullName', editable: false },
    };
    expect(verdict(field, 'Lò Thị Mây', 'submission', { prefilled: { x: 'Lò Thị Mây' } })).toBe('Lò Thị Mây');
    expect(verdict(field, 'Người Khác', 'draft', { prefilled: { x: 'Lò Thị Mây' } })).toBe('not-editable');
  });
});

describe('groups of a repeating section', () => {
  const family = compiled(
    aDefinition(
      aPage('page', [
        aSection('top', [{ id: 'has', type: 'choice', options: options('yes', 'no') }]),
        aSection(
          'children',
          [
            { id: 'name', type: 'text', required: true },
            { id: 'born', type: 'date', max: 'today' },
          ],
          {
            repeat: group(1, 2),
            visible: 'has = "yes"',
          },
        ),
      ]),
    ),
  );
  const check = (answers: unknown, mode: ValidationMode = 'submission'): unknown => {
    const result = validateAnswers(family, answers, today, mode);
    return result.ok ? result.answers : result.problems.map((problem) => `${problem.path}:${problem.code}`);
  };

  it('normalises each group', () => {
    expect(check({ has: 'yes', children: [{ name: ' An ', born: '1/2/2020' }] })).toEqual({
      has: 'yes',
      children: [{ name: 'An', born: '2020-02-01' }],
    });
  });

  it.each([
    ['too many groups', { has: 'yes', children: [{}, {}, {}] }, ['children:too-many-groups']],
    ['a group that is no object', { has: 'yes', children: ['An'] }, ['children.0:wrong-type']],
    ['groups that are no list', { has: 'yes', children: { name: 'An' } }, ['children:wrong-type']],
    [
      'an unknown key in a group',
      { has: 'yes', children: [{ nick: 'An' }] },
      ['children.0.nick:unknown-answer'],
    ],
    ['a missing group', { has: 'yes' }, ['children.0.name:required']],
    [
      'a wrong date in a group',
      { has: 'yes', children: [{ name: 'An', born: '2030-01-01' }] },
      ['children.0.born:too-late'],
    ],
    ['groups of a hidden section', { has: 'no', children: [{ name: 'An' }] }, ['children:hidden']],
  ])('refuses %s', (_title, answers, problems) => {
    expect(check(answers)).toEqual(problems);
  });

  it('drops the groups of a hidden section from a draft', () => {
    expect(check({ has: 'no', children: [{ name: 'An' }] }, 'draft')).toEqual({ has: 'no' });
  });
});
