import { describe, expect, it } from '@jest/globals';
import { aDefinition, aPage, aSection, compiled, group, today } from '../test/form-builder';
import { evaluateForm, updateAnswer } from './evaluate-form';
import { journey } from './journey';
import { mergeSupplement, restrictTo } from './supplement';
import { validateAnswers } from './validate-answers';

const form = compiled(
  aDefinition(
    aPage('person', [
      aSection('who', [
        { id: 'name', type: 'text', required: true },
        { id: 'phone', type: 'phone' },
      ]),
    ]),
    aPage('record', [
      aSection('what', [
        { id: 'known', type: 'choice', required: true },
        { id: 'number', type: 'text', visible: 'known = "yes"', required: true },
        { id: 'year', type: 'integer', visible: 'known = "no"', required: true },
      ]),
    ]),
    aPage('family', [aSection('children', [{ id: 'name', type: 'text' }], { repeat: group(0, 3) })]),
  ),
);
const old = { name: 'Lò Thị Mây', known: 'no', year: 1985, children: [{ name: 'An' }] };

describe('answering a supplement', () => {
  it('locks what was not asked for', () => {
    const state = evaluateForm(restrictTo(form, ['phone']), old, today);
    expect(state.field('phone')?.locked).toBe(false);
    expect(state.field('name')?.locked).toBe(true);
    expect(updateAnswer(state, 'name', 'Người Khác')).toBe(state);
    expect(updateAnswer(state, 'phone', '0900000123').field('phone')?.value).toBe('0900000123');
  });

  it('walks only through pages on which something is asked', () => {
    expect(journey(evaluateForm(restrictTo(form, ['phone']), old, today)).map((page) => page.id)).toEqual([
      'person',
    ]);
    expect(journey(evaluateForm(restrictTo(form, ['children']), old, today)).map((page) => page.id)).toEqual([
      'family',
    ]);
  });

  it('takes a section id for all its fields', () => {
    expect([...restrictTo(form, ['who', 'nobody']).open.asked]).toEqual(['name', 'phone']);
  });

  it('opens what an asked answer newly shows', () => {
    const restricted = restrictTo(form, ['known']);
    const merged = mergeSupplement(old, { known: 'yes', number: '12/1985' }, restricted.open);
    expect(merged).toEqual({ ok: true, answers: { ...old, known: 'yes', number: '12/1985' } });
    const checked = validateAnswers(restricted, merged.ok ? merged.answers : {}, today, 'submission', {
      hidden: 'drop',
    });
    expect(checked).toEqual({
      ok: true,
      answers: { name: 'Lò Thị Mây', known: 'yes', number: '12/1985', children: [{ name: 'An' }] },
    });
  });

  it('does not let a following answer that was already there be changed', () => {
    const result = mergeSupplement(old, { year: 1990 }, restrictTo(form, ['known']).open);
    expect(result.ok ? [] : result.problems.map((problem) => `${problem.path}:${problem.code}`)).toEqual([
      'year:locked',
    ]);
  });

  it.each([
    ['another field', { name: 'Người Khác' }, 'name'],
    ['a group of a section', { children: [{ name: 'Bình' }] }, 'children'],
    ['an emptied field', { name: null }, 'name'],
    ['an invented key', { extra: 'x' }, 'extra'],
  ])('refuses a change of %s', (_title, changed, path) => {
    const result = mergeSupplement(old, { phone: '0900000123', ...changed }, ['phone']);
    expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('accepts the unchanged rest being sent along, and keeps what is not sent', () => {
    expect(mergeSupplement(old, { ...old, phone: '0900000123' }, ['phone'])).toEqual({
      ok: true,
      answers: { ...old, phone: '0900000123' },
    });
    expect(mergeSupplement(old, { year: 1986 }, ['year'])).toEqual({
      ok: true,
      answers: { ...old, year: 1986 },
    });
  });

  it('empties an asked answer', () => {
    expect(mergeSupplement({ ...old, phone: '0900000123' }, { phone: null }, ['phone'])).toEqual({
      ok: true,
      answers: old,
    });
  });

  it('does not hold a person to problems in locked answers', () => {
    const restricted = restrictTo(form, ['phone']);
    const answers = { ...old, year: 'năm cũ', phone: '0900000123' };
    expect(validateAnswers(restricted, answers, today, 'submission').ok).toBe(true);
  });
});
