import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '@mocua/contract';
import { aDefinition, aPage, aSection, onePage, said } from '../test/form-builder';
import { compileForm } from './compile-form';
import { compilePublished } from './compile-published';

describe('a published form', () => {
  it('is the same without being checked again', () => {
    const definition = aDefinition(
      aPage('one', [
        aSection('plain', [
          { id: 'born', type: 'date', max: 'today' },
          { id: 'old', type: 'text', visible: 'born < today', required: 'born != null' },
          { id: 'twice', type: 'integer', calculate: 'count(children) * 2' },
        ]),
      ]),
      aPage(
        'two',
        [
          aSection(
            'children',
            [
              { id: 'age', type: 'integer' },
              { id: 'school', type: 'text', visible: 'age > 5' },
            ],
            { repeat: { min: 0, max: 5, itemTitle: said('Người con') } },
          ),
        ],
        { visible: 'born != null' },
      ),
    );
    const checked = compileForm(definition);
    expect(checked.ok).toBe(true);
    expect(compilePublished(definition)).toEqual(checked);
  });

  it.each([
    ['a later version of the schema', { ...onePage(), schemaVersion: 2 } as unknown as FormDefinition],
    ['a type of field that this program does not know', onePage({ id: 'it', type: 'drawing' as 'text' })],
    ['an expression that it cannot read', onePage({ id: 'it', type: 'text', visible: '1 +' })],
  ])('with %s is refused', (_title, definition) => {
    expect(compilePublished(definition).ok).toBe(false);
  });
});
