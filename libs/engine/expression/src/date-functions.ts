import { FeelDate, FeelDuration } from './calendar-date';
import { define, type FeelFunction } from './function-definition';
import type { InnerValue } from './value';

const date: FeelFunction['run'] = ([first, month, day]) => {
  if (typeof first === 'string') return FeelDate.parse(first);
  if (first instanceof FeelDate) return first;
  return typeof first === 'number' && typeof month === 'number' && typeof day === 'number'
    ? FeelDate.of(first, month, day)
    : null;
};

// DMN names days and months in English; they are compared, never shown.
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const dated = (run: (of: FeelDate) => InnerValue): FeelFunction['run'] => {
  return ([of]) => (of instanceof FeelDate ? run(of) : null);
};

export const dateFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['date', define(['any', 'number', 'number'], 'date', date, 1, 3)],
  [
    'duration',
    define(['string'], 'duration', ([text]) => (typeof text === 'string' ? FeelDuration.parse(text) : null)),
  ],
  [
    'years and months duration',
    define(['date', 'date'], 'duration', ([from, to]) =>
      from instanceof FeelDate && to instanceof FeelDate ? FeelDuration.monthsBetween(from, to) : null,
    ),
  ],
  [
    'day of week',
    define(
      ['date'],
      'string',
      dated((of) => weekdays[of.weekday - 1] ?? null),
    ),
  ],
  [
    'month of year',
    define(
      ['date'],
      'string',
      dated((of) => months[of.month - 1] ?? null),
    ),
  ],
  [
    'day of year',
    define(
      ['date'],
      'number',
      dated((of) => of.dayOfYear),
    ),
  ],
  [
    'week of year',
    define(
      ['date'],
      'number',
      dated((of) => of.weekOfYear),
    ),
  ],
];
