import { describe, expect, it } from '@jest/globals';
import type { Answers } from '@mocua/contract';
import fc from 'fast-check';
import { compiled, today } from '../test/form-builder';
import { anyAnswer, anyForm } from '../test/random-form';
import type { CompiledForm } from './compiled-form';
import { evaluateForm, updateAnswer } from './evaluate-form';
import type { FormState } from './form-state';

/** Everything a page can see, as plain data. */
function visibleData(state: FormState): unknown {
  return {
    pages: state.pages,
    answers: state.answers,
    fields: [...state.form.fields.keys()].map((id) => state.field(id)),
    groups: state.section('groups')?.groups?.map((group) => [...group.fields.entries()]),
    section: state.section('groups')?.problems,
  };
}

function pathsOf(form: CompiledForm): readonly string[] {
  const inner = form.sections.get('groups')?.fields.map((field) => field.definition.id) ?? [];
  return [
    ...form.fields.keys(),
    ...[0, 1, 2].flatMap((index) => inner.map((id) => `groups.${index}.${id}`)),
    'groups',
  ];
}

describe('updating answers one by one', () => {
  it('ends where evaluating from scratch ends, after any sequence', () => {
    const step = fc.tuple(fc.nat(1000), anyAnswer);
    fc.assert(
      fc.property(anyForm, fc.array(step, { maxLength: 25 }), (definition, steps) => {
        const form = compiled(definition);
        const paths = pathsOf(form);
        let state = evaluateForm(form, {}, today);
        for (const [pick, value] of steps) {
          state = updateAnswer(state, paths[pick % paths.length] ?? '', value);
          expect(visibleData(state)).toEqual(visibleData(evaluateForm(form, state.answers, today)));
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  it('does not change the state it started from', () => {
    fc.assert(
      fc.property(anyForm, fc.nat(1000), anyAnswer, (definition, pick, value) => {
        const form = compiled(definition);
        const paths = pathsOf(form);
        const state = evaluateForm(form, {}, today);
        const before = JSON.stringify(visibleData(state));
        updateAnswer(state, paths[pick % paths.length] ?? '', value);
        expect(JSON.stringify(visibleData(state))).toBe(before);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  it('never throws on answers that are anything', () => {
    fc.assert(
      fc.property(anyForm, fc.anything({ withNullPrototype: true }), (definition, answers) => {
        expect(evaluateForm(compiled(definition), answers as Answers, today).pages).toHaveLength(2);
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
