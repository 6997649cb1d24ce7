import { describe, expect, it } from '@jest/globals';
import type { FormDefinition } from '@mocua/contract';
import fc from 'fast-check';
import { aDefinition, aPage, aSection, group, onePage } from '../test/form-builder';
import type { FieldWish } from '../test/form-builder';
import { compileForm } from './compile-form';

function codesOf(definition: FormDefinition): readonly string[] {
  const result = compileForm(definition);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

describe('compiling a form definition', () => {
  const refused: readonly [title: string, fields: readonly FieldWish[], code: string][] = [
    ['an id with a capital first letter', [{ id: 'Name', type: 'text' }], 'bad-id'],
    ['an id with tones', [{ id: 'tên', type: 'text' }], 'bad-id'],
    ['the id __proto__', [{ id: '__proto__', type: 'text' }], 'bad-id'],
    ['the id constructor', [{ id: 'constructor', type: 'text' }], 'bad-id'],
    ['a word of the expression language', [{ id: 'every', type: 'text' }], 'bad-id'],
    ['the name of a fact', [{ id: 'today', type: 'date' }], 'bad-id'],
    [
      'two fields of one id',
      [
        { id: 'name', type: 'text' },
        { id: 'name', type: 'text' },
      ],
      'duplicate-id',
    ],
    ['an unknown type', [{ id: 'name', type: 'rich-text' as 'text' }], 'not-a-form'],
    ['a text without a length', [{ id: 'name', type: 'text', maxLength: undefined }], 'bad-bounds'],
    ['bounds upside down', [{ id: 'age', type: 'integer', min: 5, max: 4 }], 'bad-bounds'],
    ['an expression that does not parse', [{ id: 'name', type: 'text', visible: '1 +' }], 'bad-expression'],
    ['an unknown name', [{ id: 'name', type: 'text', visible: 'age > 3' }], 'unknown-name'],
    [
      'a condition that is no condition',
      [{ id: 'name', type: 'text', visible: '"yes"' }],
      'wrong-result-type',
    ],
    [
      'a number compared with a text',
      [
        { id: 'n', type: 'integer' },
        { id: 'm', type: 'text', visible: 'n > "a"' },
      ],
      'bad-expression',
    ],
    ['a calculated address', [{ id: 'home', type: 'address', calculate: 'null' }], 'not-calculable'],
    ['a field that shows itself', [{ id: 'name', type: 'text', visible: 'name = "x"' }], 'cycle'],
    [
      'two fields that show each other',
      [
        { id: 'b', type: 'text', visible: 'c = "x"' },
        { id: 'c', type: 'text', visible: 'b = "x"' },
      ],
      'cycle',
    ],
    [
      'two calculations in a circle',
      [
        { id: 'b', type: 'integer', calculate: 'c + 1' },
        { id: 'c', type: 'integer', calculate: 'b + 1' },
      ],
      'cycle',
    ],
    [
      'options of one value',
      [
        {
          id: 'c',
          type: 'choice',
          options: [
            { value: 'a', label: { vi: 'A', en: 'A' } },
            { value: 'a', label: { vi: 'A', en: 'A' } },
          ],
        },
      ],
      'duplicate-id',
    ],
  ];
  it.each(refused)('refuses %s', (_title, fields, code) => {
    expect(codesOf(onePage(...fields))).toContain(code);
  });

  it('refuses a section that depends on a field inside itself', () => {
    const section = aSection('inner', [{ id: 'name', type: 'text' }], { visible: 'name = "x"' });
    expect(codesOf(aDefinition(aPage('page', [section])))).toContain('cycle');
  });

  it('refuses a circle inside a repeating section', () => {
    const fields: FieldWish[] = [
      { id: 'b', type: 'text', visible: 'c = "x"' },
      { id: 'c', type: 'text', visible: 'b = "x"' },
    ];
    expect(
      codesOf(aDefinition(aPage('page', [aSection('children', fields, { repeat: group(0, 3) })]))),
    ).toContain('cycle');
  });

  it('lets two fields be required when the other is empty', () => {
    const definition = onePage(
      { id: 'phone', type: 'phone', required: 'email = null' },
      { id: 'email', type: 'email', required: 'phone = null' },
    );
    expect(compileForm(definition).ok).toBe(true);
  });

  it('lets a repeating section use a field name of the form again', () => {
    const definition = aDefinition(
      aPage('page', [
        aSection('person', [{ id: 'name', type: 'text' }]),
        aSection('children', [{ id: 'name', type: 'text' }], { repeat: group(0, 3) }),
      ]),
    );
    expect(compileForm(definition).ok).toBe(true);
  });

  it('says where the mistake is', () => {
    const result = compileForm(onePage({ id: 'name', type: 'text', visible: 'age > 3' }));
    expect(result.ok ? [] : result.problems.map((problem) => problem.at)).toEqual([
      'page.section.name.visible',
    ]);
  });

  it('refuses more fields than a form may have', () => {
    const fields = Array.from({ length: 1001 }, (_unused, index): FieldWish => ({
      id: `f${index}`,
      type: 'text',
    }));
    expect(codesOf(onePage(...fields))).toContain('too-large');
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(compileForm(value as FormDefinition).ok).toBe(false);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('never throws on a form in which one part was replaced by anything', () => {
    const base = onePage(
      { id: 'name', type: 'text' },
      { id: 'kind', type: 'choice' },
      { id: 'kids', type: 'choices' },
    );
    const keys = [
      'id',
      'label',
      'type',
      'required',
      'visible',
      'calculate',
      'options',
      'maxLength',
      'prefill',
      'filter',
    ];
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2), fc.constantFrom(...keys), fc.jsonValue(), (index, key, value) => {
        const broken = JSON.parse(JSON.stringify(base)) as {
          pages: { sections: { fields: Record<string, unknown>[] }[] }[];
        };
        const field = broken.pages[0]?.sections[0]?.fields[index];
        if (field) field[key] = value;
        expect(typeof compileForm(broken as unknown as FormDefinition).ok).toBe('boolean');
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
