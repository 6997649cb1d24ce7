import fc from 'fast-check';
import type { FeelContext } from '../src/value';
import type { TypeScope } from '../src/type';

export const context = {
  n: 3,
  m: -2,
  half: 0.5,
  s: 'abc',
  v: 'Mở Cửa',
  yes: true,
  no: false,
  missing: null,
  numbers: [1, 2, 3, 2],
  mixed: [1, null, 3],
  empty: [],
  words: ['a', 'bc', ''],
  people: [
    { age: 17, name: 'An' },
    { age: 40, name: 'Bình' },
    { age: null, name: null },
  ],
  one: { age: 5, name: 'abc' },
} satisfies FeelContext;

export const scope: TypeScope = {
  n: 'number',
  m: 'number',
  half: 'number',
  s: 'string',
  v: 'string',
  yes: 'boolean',
  no: 'boolean',
  missing: 'null',
  numbers: { kind: 'list', of: 'number' },
  mixed: { kind: 'list', of: 'number' },
  empty: { kind: 'list', of: 'number' },
  words: { kind: 'list', of: 'string' },
  people: { kind: 'list', of: { kind: 'context', fields: { age: 'number', name: 'string' } } },
  one: { kind: 'context', fields: { age: 'number', name: 'string' } },
};

type Grammar = Readonly<Record<'number' | 'text' | 'truth' | 'date' | 'numbers' | 'any', string>>;

const join = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));

const literalDate = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, day]) =>
      `date("${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}")`,
  );

const range = fc
  .tuple(
    fc.constantFrom('[', '('),
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(']', ')'),
  )
  .map(([open, low, width, close]) => `${open}${low}..${low + width}${close}`);

/**
 * Well-typed expressions as text, kept to what both engines define the same way: quotients that binary and decimal
 * fractions hold alike, ranges in order, and quantifiers whose condition is never null. No `[]` is written out: feelin
 * takes it for the end of an interval when a filter follows.
 */
export const expressions = fc.letrec<Grammar>((tie) => {
  const [number, text, truth, date, numbers] = [
    tie('number'),
    tie('text'),
    tie('truth'),
    tie('date'),
    tie('numbers'),
  ];
  return {
    number: fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        fc.integer({ min: 0, max: 30 }).map(String),
        fc.constantFrom(
          '0.5',
          '2.25',
          'n',
          'm',
          'half',
          'missing',
          'one.age',
          'people[1].age',
          'numbers[-1]',
          'numbers[9]',
        ),
      ),
      join('(', number, fc.constantFrom(' + ', ' - ', ' * '), number, ')'),
      join('(', number, ' / ', fc.constantFrom('2', '4', '(-2)'), ')'),
      join('-(', number, ')'),
      join('(if ', truth, ' then ', number, ' else ', number, ')'),
      join(fc.constantFrom('sum(', 'min(', 'max(', 'count('), numbers, ')'),
      join('max(', number, ', ', number, ')'),
      join('string length(', text, ')'),
      join('(', date, ' - ', date, ').days'),
      join(date, fc.constantFrom('.year', '.month', '.day')),
      join(fc.constantFrom('floor(', 'ceiling(', 'abs('), number, ')'),
      join(numbers, '[', fc.constantFrom('1', '2', '-1', 'n'), ']'),
    ),
    text: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(
        's',
        'v',
        '"abc"',
        '""',
        '"Cửa"',
        '"a\\"b"',
        'one.name',
        'people[2].name',
        'people[3].name',
      ),
      join('(', text, ' + ', text, ')'),
      join(fc.constantFrom('upper case(', 'lower case('), text, ')'),
      join('(if ', truth, ' then ', text, ' else ', text, ')'),
      join('substring(', text, ', ', fc.constantFrom('1', '2', '-1'), ')'),
    ),
    truth: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      fc.constantFrom('yes', 'no', 'true', 'false', 'null = null', 'missing = 1'),
      join('(', truth, fc.constantFrom(' and ', ' or '), truth, ')'),
      join(truth, fc.constantFrom(' and ', ' or '), truth, fc.constantFrom(' and ', ' or '), truth),
      join('not(', truth, ')'),
      join('(', number, fc.constantFrom(' = ', ' != ', ' < ', ' <= ', ' > ', ' >= '), number, ')'),
      join('(', text, fc.constantFrom(' = ', ' != ', ' < ', ' >= '), text, ')'),
      join('(', date, fc.constantFrom(' = ', ' < ', ' >= '), date, ')'),
      join('(', number, ' = null)'),
      join('(', number, ' in ', range, ')'),
      join('(', number, ' in [1, 2, ', number, '])'),
      join('(', number, ' in (< ', fc.constantFrom('3', '0'), ', ', range, '))'),
      join('(', number, fc.constantFrom(' between 0 and 5', ' between -3 and half', ' between m and n'), ')'),
      join(
        '(',
        fc.constantFrom('some', 'every'),
        ' x in ',
        numbers,
        ' satisfies ((x > ',
        number,
        ') = true))',
      ),
      join('(', fc.constantFrom('some', 'every'), ' p in people satisfies ((p.age > ', number, ') = true))'),
      join(fc.constantFrom('contains(', 'starts with(', 'ends with('), text, ', ', text, ')'),
      join('list contains(', numbers, ', ', number, ')'),
      join('(append(', numbers, ', 1, 2) = append(', numbers, ', 1, 2))'),
    ),
    date: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      literalDate,
      join(
        '(',
        date,
        fc.constantFrom(' + ', ' - '),
        'duration("',
        fc.constantFrom('P1D', 'P40D', 'P1M', 'P18Y', 'P1Y2M'),
        '"))',
      ),
    ),
    numbers: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom('numbers', 'mixed', 'empty', 'people.age'),
      join('[', number, ', ', number, ']'),
      join(numbers, '[item > ', number, ']'),
      join('append(', numbers, ', ', number, ')'),
      join('(for x in ', numbers, ' return x * ', number, ')'),
      join('people[age > ', number, '].age'),
    ),
    any: fc.oneof(number, text, truth, date, numbers),
  };
}).any;
