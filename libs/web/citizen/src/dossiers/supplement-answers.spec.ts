import { describe, expect, it } from '@jest/globals';
import type { Answers, FormDefinition } from '@mocua/contract';
import { compileForm, evaluateForm, type FormState, restrictTo, updateAnswer } from '@mocua/engine/eform';
import { supplementAnswers } from './supplement-answers';

const text = (vi: string) => ({ vi, en: vi });
const form: FormDefinition = {
  schemaVersion: 1,
  id: 'test',
  version: 1,
  title: text('Tờ khai'),
  pages: [
    {
      id: 'page',
      title: text('Trang'),
      sections: [
        {
          id: 'section',
          fields: [
            { id: 'name', type: 'text', maxLength: 50, label: text('Họ tên') },
            { id: 'other', type: 'confirmation', label: text('Giấy tờ khác') },
            { id: 'otherName', type: 'text', maxLength: 50, label: text('Tên giấy tờ'), visible: 'other' },
          ],
        },
      ],
    },
  ],
};
const before: Answers = { name: 'Phạm Thị Lụa' };

function asked(...ids: readonly string[]): FormState {
  const compiled = compileForm(form);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return evaluateForm(restrictTo(compiled.form, ids), before, { today: '2026-11-22' });
}

describe('the answers of a supplement', () => {
  it('are the asked ones and nothing else', () => {
    const state = updateAnswer(asked('name'), 'name', 'Phạm Thị Lựa');
    expect(supplementAnswers(state, before)).toEqual({ name: 'Phạm Thị Lựa' });
  });

  it('say that an asked answer was emptied', () => {
    expect(supplementAnswers(updateAnswer(asked('name'), 'name', null), before)).toEqual({ name: null });
  });

  it('bring along an answer that an asked one made visible', () => {
    const state = updateAnswer(updateAnswer(asked('other'), 'other', true), 'otherName', 'Bằng lái');
    expect(supplementAnswers(state, before)).toEqual({ other: true, otherName: 'Bằng lái' });
  });

  it('leave a following answer out as long as it did not change', () => {
    expect(supplementAnswers(updateAnswer(asked('other'), 'other', false), before)).not.toHaveProperty(
      'otherName',
    );
  });
});
