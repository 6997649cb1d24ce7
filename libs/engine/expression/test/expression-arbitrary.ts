import fc from 'fast-check';
import type { FeelContext } from '../src/value';
import type { TypeScope } from '../src/type';
import {
  contextOptions,
  dateOptions,
  durationOptions,
  listOptions,
  numberOptions,
  textOptions,
  truthOptions,
  type Grammar,
} from './grammar';

export const SEED = 20261122;

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
  tên_người: 'Sen',
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
  tên_người: 'string',
};

/**
 * Well-typed expressions as text over the whole subset, kept to what both engines define the same way; the differences are
 * tests of their own. No `[]` is written out: feelin takes it for the end of an interval when a filter follows.
 */
export const grammar = fc.letrec<Grammar>((tie) => {
  const rules = {
    number: tie('number'),
    text: tie('text'),
    truth: tie('truth'),
    date: tie('date'),
    duration: tie('duration'),
    numbers: tie('numbers'),
    texts: tie('texts'),
    context: tie('context'),
  };
  const { number, text, truth, date, duration, numbers, texts } = rules;
  return {
    ...rules,
    number: fc.oneof({ maxDepth: 3, depthSize: 'xsmall', withCrossShrink: true }, ...numberOptions(rules)),
    text: fc.oneof({ maxDepth: 4, depthSize: 'xsmall' }, ...textOptions(rules)),
    truth: fc.oneof({ maxDepth: 4, depthSize: 'xsmall' }, ...truthOptions(rules)),
    date: fc.oneof({ maxDepth: 3, depthSize: 'xsmall' }, ...dateOptions(rules)),
    duration: fc.oneof({ maxDepth: 3, depthSize: 'xsmall' }, ...durationOptions(rules)),
    numbers: fc.oneof({ maxDepth: 4, depthSize: 'xsmall' }, ...listOptions(rules).numbers),
    texts: fc.oneof({ maxDepth: 3, depthSize: 'xsmall' }, ...listOptions(rules).texts),
    context: fc.oneof({ maxDepth: 3, depthSize: 'xsmall' }, ...contextOptions(rules)),
    any: fc.oneof(number, text, truth, date, duration, numbers, texts, rules.context),
  };
});

export const expressions = grammar.any;
