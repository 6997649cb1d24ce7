import { describe, expect, it } from '@jest/globals';
import type { Answers, FormDefinition } from '@mocua/contract';
import { compileForm, evaluateForm, type FormState } from '@mocua/engine/eform';
import { formProblems, problemsSince } from './form-problems';

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
            { id: 'name', type: 'text', label: text('Tên'), maxLength: 50, required: true },
            { id: 'forOther', type: 'confirmation', label: text('Làm thay') },
            {
              id: 'other',
              type: 'text',
              label: text('Người kia'),
              maxLength: 50,
              required: true,
              visible: 'forOther',
            },
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
const paths = (attempt: FormState | null, now: FormState): readonly string[] =>
  problemsSince(attempt, now, 'vi').map(({ path }) => path);

describe('what is shown as wrong', () => {
  const empty = filled({});

  it('is nothing before somebody wants to go on', () => {
    expect(paths(null, empty)).toEqual([]);
  });

  it('is what was asked and is still wrong', () => {
    expect(paths(empty, empty)).toEqual(['name']);
    expect(paths(empty, filled({ name: 'An' }))).toEqual([]);
  });

  it('is not a question that came up since, until the next attempt', () => {
    const revealed = filled({ name: 'An', forOther: true });
    expect(formProblems(revealed, 'vi').map(({ path }) => path)).toEqual(['other']);
    expect(paths(empty, revealed)).toEqual([]);
    expect(paths(revealed, revealed)).toEqual(['other']);
  });
});
