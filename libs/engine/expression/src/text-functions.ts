import { FeelDate, FeelDuration } from './calendar-date';
import type { Meter } from './comparison';
import { Decimal } from './decimal';
import { asList, define, hasUnknown, searching, textual, type FeelFunction } from './function-definition';
import { FeelRange } from './range';
import { isContext, isReservedName, readMember, type InnerValue } from './value';

type Run = FeelFunction['run'];

const substring: Run = ([text, start, length], meter) => {
  if (typeof text !== 'string' || typeof start !== 'number' || start === 0) return null;
  if (length !== undefined && (typeof length !== 'number' || length < 1)) return null;
  meter.spend(text.length >> 6);
  const points = [...text];
  const from = start > 0 ? start - 1 : Math.max(0, points.length + start);
  return points.slice(from, typeof length === 'number' ? from + length : undefined).join('');
};

/** DMN gives an empty text when the part is not there. */
const before = searching((text, part) => text.slice(0, Math.max(0, text.indexOf(part))));
const after = searching((text, part) => {
  const at = text.indexOf(part);
  return at < 0 ? '' : text.slice(at + part.length);
});

const join: Run = ([list, delimiter], meter) => {
  const items = asList(list);
  if (items === null || (delimiter !== undefined && delimiter !== null && typeof delimiter !== 'string'))
    return null;
  if (hasUnknown(list, meter) || (delimiter === null && meter.partial)) return null;
  const texts = items.filter((item) => item !== null);
  if (!texts.every((item) => typeof item === 'string')) return null;
  const between = delimiter ?? '';
  meter.spend(texts.reduce((sum, text) => sum + 1 + ((text.length + between.length) >> 4), 0));
  return texts.join(between);
};

const toText: Run = ([value], meter) =>
  value === null || value === undefined || hasUnknown(value, meter) ? null : written(value, meter, false);

/** A value as FEEL writes it; texts inside others stand in quotation marks. */
function written(value: InnerValue, meter: Meter, inside: boolean): string | null {
  meter.spend(1);
  if (value === null) return 'null';
  if (typeof value === 'string') {
    meter.spend(value.length >> 4);
    return inside ? `"${value.replaceAll(/["\\]/gu, '\\$&')}"` : value;
  }
  if (typeof value === 'boolean' || value instanceof Decimal) return String(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof FeelDate || value instanceof FeelDuration) return value.toString();
  if (value instanceof FeelRange) return null;
  if (Array.isArray(value)) {
    const items = value as readonly InnerValue[];
    return meter.deeper(
      () => `[${items.map((item) => written(item ?? null, meter, true) ?? 'null').join(', ')}]`,
    );
  }
  if (!isContext(value)) return null;
  const names = Object.keys(value).filter((name) => !isReservedName(name));
  return meter.deeper(
    () =>
      `{${names.map((name) => `${keyOf(name)}: ${written(readMember(value, name), meter, true) ?? 'null'}`).join(', ')}}`,
  );
}

function keyOf(name: string): string {
  return /\W/u.test(name) ? `"${name.replaceAll(/["\\]/gu, '\\$&')}"` : name;
}

const test = (run: (text: string, part: string) => boolean): FeelFunction =>
  define(['string', 'string'], 'boolean', searching(run));

export const textFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['contains', test((text, part) => text.includes(part))],
  ['starts with', test((text, part) => text.startsWith(part))],
  ['ends with', test((text, part) => text.endsWith(part))],
  [
    'string length',
    define(
      ['string'],
      'number',
      textual((text) => [...text].length),
    ),
  ],
  [
    'upper case',
    define(
      ['string'],
      'string',
      textual((text) => text.toUpperCase()),
    ),
  ],
  [
    'lower case',
    define(
      ['string'],
      'string',
      textual((text) => text.toLowerCase()),
    ),
  ],
  ['substring', define(['string', 'number', 'number'], 'string', substring, 2, 3)],
  ['substring before', define(['string', 'string'], 'string', before)],
  ['substring after', define(['string', 'string'], 'string', after)],
  ['string join', define(['list', 'string'], 'string', join, 1)],
  ['string', define(['any'], 'string', toText)],
];
