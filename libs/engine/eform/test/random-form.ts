import type { FormDefinition, FormField, FormSection } from '@mocua/contract';
import fc from 'fast-check';
import type { CompiledField, CompiledForm } from '../src/compiled-form';
import { aDefinition, aPage, aSection, group, options } from './form-builder';
import type { FieldWish } from './form-builder';

const types = [
  'text',
  'paragraph',
  'date',
  'integer',
  'year',
  'money',
  'decimal',
  'choice',
  'choices',
  'confirmation',
  'personal-id',
  'phone',
  'email',
  'address',
  'unit',
] as const satisfies readonly FormField['type'][];

/** JSON Schema cannot say how many digits a decimal number may have. */
const sayable = types.filter((type) => type !== 'decimal');

/** A condition on one earlier field, in words of its type. */
function conditionOn(field: FieldWish): string {
  switch (field.type) {
    case 'integer':
    case 'year':
    case 'money':
    case 'decimal':
      return `${field.id} > 3`;
    case 'choice':
      return `${field.id} = "yes"`;
    case 'choices':
      return `list contains(${field.id}, "a")`;
    case 'confirmation':
      return field.id;
    case 'date':
      return `${field.id} < today`;
    default:
      return `${field.id} != null`;
  }
}

interface FieldSeed {
  readonly type: (typeof types)[number];
  readonly required: 'yes' | 'no' | 'when';
  readonly hidden: boolean;
  readonly calculated: boolean;
  readonly source: number;
}

const seed: fc.Arbitrary<FieldSeed> = fc.record({
  type: fc.constantFrom(...types),
  required: fc.constantFrom('yes', 'no', 'when'),
  hidden: fc.boolean(),
  calculated: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
  source: fc.nat(50),
});

/** Turns seeds into fields whose conditions look at `earlier` fields and at those before them. */
function fieldsFrom(seeds: readonly FieldSeed[], prefix: string, earlier: readonly FieldWish[]): FieldWish[] {
  const fields: FieldWish[] = [];
  seeds.forEach((wish, index) => {
    const known = [...earlier, ...fields];
    const source = known[wish.source % Math.max(1, known.length)];
    const numbers = known.filter((field) => field.type === 'integer');
    const number = numbers[wish.source % Math.max(1, numbers.length)];
    fields.push({
      id: `${prefix}${index}`,
      type: wish.type,
      ...(wish.hidden && source ? { visible: conditionOn(source) } : {}),
      ...(wish.calculated && wish.type === 'integer' && number ? { calculate: `${number.id} + 1` } : {}),
      ...(wish.required === 'when' && source
        ? { required: conditionOn(source) }
        : { required: wish.required === 'yes' }),
    });
  });
  return fields;
}

/** Forms of two pages with conditions, calculations and a repeating section. */
export const anyForm: fc.Arbitrary<FormDefinition> = fc
  .tuple(
    fc.array(seed, { minLength: 1, maxLength: 6 }),
    fc.array(seed, { minLength: 1, maxLength: 4 }),
    fc.array(seed, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([first, inner, last, conditional]) => {
    const top = fieldsFrom(first, 'a', []);
    const shown = top[0] && conditional ? { visible: conditionOn(top[0]) } : {};
    const rest = fieldsFrom(last, 'b', top);
    const repeating: FormSection = aSection('groups', fieldsFrom(inner, 'g', top), {
      repeat: group(conditional ? 1 : 0, 3),
      ...shown,
    });
    const total = aSection('total', [{ id: 'howMany', type: 'integer', calculate: 'count(groups)' }]);
    return aDefinition(
      aPage('one', [aSection('top', top)]),
      aPage('two', [repeating, aSection('rest', rest), total], shown),
    );
  });

/** Forms without any condition: what JSON Schema can say completely. */
export const plainForm: fc.Arbitrary<FormDefinition> = fc
  .array(fc.tuple(fc.constantFrom(...sayable), fc.boolean(), fc.nat(3)), { minLength: 1, maxLength: 8 })
  .map((wishes) => {
    const fields = wishes.map(([type, required, bound], index): FieldWish => ({
      id: `f${index}`,
      type,
      required,
      ...(type === 'text' || type === 'paragraph' ? { minLength: bound, maxLength: 12 } : {}),
      ...(type === 'integer' ? { min: -bound, max: 20 } : {}),
      ...(type === 'choices'
        ? { minItems: Math.min(bound, 2), maxItems: 3, options: options('a', 'b', 'c') }
        : {}),
    }));
    const half = Math.ceil(fields.length / 2);
    const repeating =
      fields.slice(half).length > 0
        ? [aSection('groups', fields.slice(half), { repeat: group(half % 2, 2) })]
        : [];
    return aDefinition(aPage('page', [aSection('top', fields.slice(0, half)), ...repeating]));
  });

/** Values that look right often enough, and odd ones. */
export const anyAnswer: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    'yes',
    'no',
    '2020-02-29',
    '1985-3-7',
    '2030-01-01',
    '1899-01-01',
    'Lò Thị Mây',
    ' có khoảng trắng ',
    'hai\ndòng',
    '',
    '099123456789',
    '0900000123',
    '+84 900 000 123',
    'may@example.vn',
    '3f0c1a5e-0000-4000-8000-000000000099',
    ['a'],
    ['a', 'b'],
    ['b', 'c', 'a'],
    [],
    ['a', 'a'],
    { text: 'Tổ 4' },
    { text: 'Tổ 4', wardName: 'Nà Mây', wardCode: '03127' },
    { text: '' },
    true,
    false,
    null,
    0,
    5,
    4,
    19,
    -2,
    1.5,
    99,
  ),
  fc.string({ maxLength: 14, unit: 'grapheme' }).map((text) => text.normalize('NFC')),
  fc.integer({ min: -4, max: 22 }),
  fc.jsonValue({ maxDepth: 2 }),
);

const likely: Readonly<Record<FormField['type'], readonly unknown[]>> = {
  text: ['Lò Mây', 'An Bình', ' thừa '],
  paragraph: ['một\nhai', 'ba bốn'],
  date: ['2020-02-29', '1985-03-07', '7/3/1985'],
  integer: [0, 4, 19, '7'],
  year: [1988, '2026', 1899],
  money: [0, 250_000, '1.250.000 đồng'],
  decimal: [125.5, '80,25', '1.250', 3],
  choice: ['yes', 'no'],
  choices: [['a', 'b'], ['a', 'b', 'c'], ['a']],
  confirmation: [true],
  'personal-id': ['099123456789'],
  phone: ['0900000123', '+84 900 000 123'],
  email: ['may@example.vn'],
  address: [{ text: 'Tổ 4' }, { text: 'Tổ 4', wardName: 'Nà Mây', wardCode: '03127' }],
  unit: ['3f0c1a5e-0000-4000-8000-000000000099'],
};

/** Answers for a form, mostly right, now and then anything; a fifth of the answers missing. */
export function answersFor(form: CompiledForm): fc.Arbitrary<Record<string, unknown>> {
  const inner = form.sections.get('groups')?.fields ?? [];
  const groups = fc.array(recordOf(inner), { minLength: 1, maxLength: 3 });
  return fc
    .tuple(recordOf([...form.fields.values()]), groups, fc.boolean())
    .map(([top, list, repeated]) => (inner.length > 0 && repeated ? { ...top, groups: list } : top));
}

const missing = Symbol('missing');

function recordOf(fields: readonly CompiledField[]): fc.Arbitrary<Record<string, unknown>> {
  const answers = fields.map(({ definition }) =>
    fc.oneof(
      { weight: 16, arbitrary: fc.constantFrom(...likely[definition.type]) },
      { weight: 1, arbitrary: anyAnswer },
      { weight: 2, arbitrary: fc.constant(missing) },
    ),
  );
  return fc
    .tuple(...answers)
    .map((values) =>
      Object.fromEntries(
        fields.flatMap(({ definition }, index) =>
          values[index] === missing ? [] : [[definition.id, values[index]]],
        ),
      ),
    );
}
