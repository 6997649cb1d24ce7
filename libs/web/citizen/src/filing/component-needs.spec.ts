import { describe, expect, it } from '@jest/globals';
import type { Answers, ComponentRequirement, FormDefinition } from '@mocua/contract';
import { compileForm, evaluateForm, type FormState } from '@mocua/engine/eform';
import { neededComponents } from './component-needs';

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
            { id: 'forOther', type: 'confirmation', label: text('Làm thay người khác') },
            { id: 'diedOn', type: 'date', label: text('Ngày mất'), visible: 'forOther' },
          ],
        },
      ],
    },
  ],
};

function filled(answers: Answers): FormState {
  const compiled = compileForm(form);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return evaluateForm(compiled.form, answers, { today: '2026-11-22' });
}

function component(visible: string, required = 'true'): ComponentRequirement {
  return { code: 'paper', name: text('Giấy tờ'), hint: null, visible, required, maxFiles: 1 };
}

describe('the papers that answers call for', () => {
  it('follow a condition on an answer', () => {
    expect(neededComponents([component('forOther')], filled({ forOther: true }))).toHaveLength(1);
    expect(neededComponents([component('forOther')], filled({}))).toHaveLength(0);
  });

  it('compare dates as dates', () => {
    const late = component('diedOn < today');
    expect(neededComponents([late], filled({ forOther: true, diedOn: '2026-11-21' }))).toHaveLength(1);
    expect(neededComponents([late], filled({ forOther: true }))).toHaveLength(0);
  });

  it('do not look at an answer that is hidden', () => {
    expect(
      neededComponents([component('diedOn != null')], filled({ forOther: false, diedOn: '2026-11-21' })),
    ).toHaveLength(0);
  });

  it('can be shown without being required', () => {
    expect(neededComponents([component('true', 'forOther')], filled({}))[0]?.required).toBe(false);
  });
});
