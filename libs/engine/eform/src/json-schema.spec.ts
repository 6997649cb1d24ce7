import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { aDefinition, aPage, aSection, compiled, group, onePage, today } from '../test/form-builder';
import { answersFor, plainForm } from '../test/random-form';
import type { CompiledForm } from './compiled-form';
import { toJsonSchema } from './json-schema';
import { validateAnswers } from './validate-answers';

function oracle(form: CompiledForm): (answers: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true, allErrors: false });
  addFormats(ajv, ['date']);
  const validate = ajv.compile(toJsonSchema(form));
  return (answers) => validate(answers);
}

describe('the JSON Schema of a form', () => {
  it('accepts exactly what the engine accepts without changing it, on forms without conditions', () => {
    const seen = { accepted: 0, refused: 0 };
    const cases = plainForm
      .map(compiled)
      .chain((form) =>
        fc.tuple(fc.constant(form), fc.array(answersFor(form), { minLength: 20, maxLength: 20 })),
      );
    fc.assert(
      fc.property(cases, ([form, many]) => {
        const accepts = oracle(form);
        for (const answers of many) {
          const mine = validateAnswers(form, answers, today, 'submission');
          const unchanged =
            mine.ok && JSON.stringify(sorted(mine.answers)) === JSON.stringify(sorted(answers));
          if (accepts(answers) !== unchanged)
            throw new Error(JSON.stringify({ answers, mine, fields: form.definition.pages }));
          if (mine.ok) expect(accepts(mine.answers)).toBe(true);
          seen[mine.ok ? 'accepted' : 'refused'] += 1;
        }
      }),
      { seed: 31, numRuns: 60 },
    );
    expect(seen.accepted).toBeGreaterThan(150);
    expect(seen.refused).toBeGreaterThan(150);
  });

  it.each([
    ['text', 'Lò Thị Mây'],
    ['paragraph', 'một\nhai'],
    ['date', '2024-02-29'],
    ['integer', 7],
    ['choice', 'yes'],
    ['choices', ['a', 'b']],
    ['confirmation', true],
    ['personal-id', '099123456789'],
    ['phone', '0900000123'],
    ['email', 'may@example.vn'],
    ['address', { text: 'Tổ 4', wardCode: '03127' }],
    ['unit', '3f0c1a5e-0000-4000-8000-000000000099'],
  ] as const)('accepts a normal %s', (type, value) => {
    expect(oracle(compiled(onePage({ id: 'x', type, required: true })))({ x: value })).toBe(true);
  });

  it('requires only what is required whatever the answers are', () => {
    const form = compiled(
      aDefinition(
        aPage('page', [
          aSection('top', [
            { id: 'kind', type: 'choice', required: true },
            { id: 'detail', type: 'text', required: true, visible: 'kind = "yes"' },
            { id: 'more', type: 'text', required: 'kind = "yes"' },
          ]),
          aSection('groups', [{ id: 'name', type: 'text', required: true }], { repeat: group(1, 2) }),
        ]),
      ),
    );
    expect(toJsonSchema(form)['required']).toEqual(['kind', 'groups']);
  });
});

/** The same data with its keys in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
