import { describe, expect, it } from '@jest/globals';
import type { Answers, ComponentRequirement } from '@mocua/contract';
import { aDefinition, aPage, aSection, said } from '../test/form-builder';
import { compileForm } from './compile-form';
import { evaluateForm } from './evaluate-form';
import type { FormState } from './form-state';
import { neededComponents } from './needed-components';

const form = aDefinition(
  aPage('page', [
    aSection('plain', [
      { id: 'forOther', type: 'confirmation' },
      { id: 'diedOn', type: 'date', visible: 'forOther' },
      { id: 'kinds', type: 'choices' },
      { id: 'copies', type: 'integer' },
    ]),
    aSection('children', [{ id: 'age', type: 'integer' }], {
      repeat: { min: 0, max: 5, itemTitle: said('Người con') },
    }),
  ]),
);

function filled(answers: Answers): FormState {
  const compiled = compileForm(form);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return evaluateForm(compiled.form, answers, { today: '2026-11-22' });
}

function paper(visible: string, required = 'true'): ComponentRequirement {
  return { code: 'paper', name: said('Giấy tờ'), hint: null, visible, required, maxFiles: 1 };
}

describe('the papers that answers call for', () => {
  const cases: readonly [title: string, visible: string, answers: Answers, asked: boolean][] = [
    ['whatever the answers are', 'true', {}, true],
    ['a tick that is set', 'forOther', { forOther: true }, true],
    ['a tick that is not', 'forOther', {}, false],
    ['a date before today, as a date', 'diedOn < today', { forOther: true, diedOn: '2026-11-21' }, true],
    ['a date that is not before', 'diedOn < today', { forOther: true, diedOn: '2026-11-22' }, false],
    ['a date nobody gave: undecided is not asked for', 'diedOn < today', { forOther: true }, false],
    ['an answer that is hidden', 'diedOn != null', { forOther: false, diedOn: '2026-11-21' }, false],
    ['one of several ticks', 'list contains(kinds, "b")', { kinds: ['a', 'b'] }, true],
    ['a number', 'copies > 1', { copies: 2 }, true],
    [
      'some group of a section that repeats',
      'some c in children satisfies c.age < 6',
      { children: [{ age: 9 }, { age: 3 }] },
      true,
    ],
    ['no group', 'some c in children satisfies c.age < 6', {}, false],
    ['a condition that cannot be read', '1 +', {}, false],
  ];

  it.each(cases)('by %s', (_title, visible, answers, asked) => {
    expect(neededComponents([paper(visible)], filled(answers))).toHaveLength(asked ? 1 : 0);
  });

  it('can be shown without being required', () => {
    const [need] = neededComponents([paper('true', 'forOther')], filled({}));
    expect(need?.required).toBe(false);
    expect(neededComponents([paper('true', 'forOther')], filled({ forOther: true }))[0]?.required).toBe(true);
  });

  it('keep the order of the procedure', () => {
    const papers = ['a', 'b', 'c'].map((code) => ({ ...paper(code === 'b' ? 'false' : 'true'), code }));
    expect(neededComponents(papers, filled({})).map(({ component }) => component.code)).toEqual(['a', 'c']);
  });
});
