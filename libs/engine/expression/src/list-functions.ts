import { equal, holdsEqual, type Meter } from './comparison';
import { asList, define, hasUnknown, listed, type FeelFunction } from './function-definition';
import type { InnerValue } from './value';

type Run = FeelFunction['run'];
type Items = readonly InnerValue[];

const count: Run = ([value]) => asList(value)?.length ?? null;

const append: Run = ([first, ...added], meter) => {
  const list = asList(first);
  if (list === null) return null;
  meter.spend(list.length);
  return [...list, ...added];
};

const listContains: Run = ([list, wanted], meter) => {
  const items = asList(list);
  return items === null ? null : holdsEqual(items, wanted ?? null, meter);
};

/** `all` is true when every item is, `any` when one is; something that is no boolean decides nothing. */
function quantified(decisive: boolean): Run {
  return (args, meter) => {
    const items = listed(args);
    meter.spend(items.length);
    if (args.length === 1 && !Array.isArray(args[0]) && typeof args[0] !== 'boolean') return null;
    if (items.includes(decisive)) return decisive;
    return items.every((item) => item === !decisive) ? !decisive : null;
  };
}

/** A list function that takes the list and a place in it, counted from 1, or from the end by a negative number. */
function atPlace(run: (items: Items, at: number, rest: Items) => InnerValue): Run {
  return ([list, place, ...rest], meter) => {
    const items = asList(list);
    if (items === null || typeof place !== 'number') return null;
    meter.spend(items.length);
    const at = place > 0 ? place - 1 : items.length + place;
    return place === 0 || at < 0 ? null : run(items, at, rest);
  };
}

const sublist = atPlace((items, at, [length]) => {
  if (length === undefined) return items.slice(at);
  return typeof length === 'number' && length >= 1 ? items.slice(at, at + length) : null;
});
const insertBefore = atPlace((items, at, [item]) =>
  at > items.length ? null : [...items.slice(0, at), item ?? null, ...items.slice(at)],
);
const remove = atPlace((items, at) =>
  at < items.length ? [...items.slice(0, at), ...items.slice(at + 1)] : null,
);
const replace = atPlace((items, at, [item]) =>
  at < items.length ? [...items.slice(0, at), item ?? null, ...items.slice(at + 1)] : null,
);

const concatenate: Run = (args, meter) => {
  const lists = args.map(asList);
  if (!lists.every((list) => list !== null)) return null;
  meter.spend(lists.reduce((sum, list) => sum + list.length, 0));
  return lists.flat(1);
};

const reverse: Run = ([list], meter) => {
  const items = asList(list);
  meter.spend(items?.length ?? 0);
  return items === null ? null : [...items].reverse();
};

const indexOf: Run = ([list, wanted], meter) => {
  const items = asList(list);
  if (items === null || hasUnknown(list, meter) || hasUnknown(wanted, meter)) return null;
  return items.flatMap((item, at) => (equal(item ?? null, wanted ?? null, meter) === true ? [at + 1] : []));
};

/** Each value once, in the order of its first place. Plain values are looked up; others are compared one by one. */
function distinct(items: Items, meter: Meter): Items {
  const seen = new Set<InnerValue>();
  const compared: InnerValue[] = [];
  return items.filter((item) => {
    meter.spend(1);
    if (item === null || typeof item !== 'object') {
      if (seen.has(item)) return false;
      seen.add(item);
      return true;
    }
    if (compared.some((other) => equal(item, other, meter) === true)) return false;
    compared.push(item);
    return true;
  });
}

const distinctValues: Run = ([list], meter) => {
  const items = asList(list);
  return items === null || hasUnknown(list, meter) ? null : distinct(items, meter);
};

const union: Run = (args, meter) => {
  const all = concatenate(args, meter);
  return !Array.isArray(all) || hasUnknown(all, meter) ? null : distinct(all as Items, meter);
};

const flatten: Run = ([list], meter) => {
  const items = asList(list);
  if (items === null || hasUnknown(list, meter)) return null;
  const flat: InnerValue[] = [];
  const add = (inner: Items): void => {
    for (const item of inner) {
      meter.spend(1);
      if (Array.isArray(item)) meter.deeper(() => add(item as Items));
      else flat.push(item);
    }
  };
  add(items);
  return flat;
};

export const listFunctions: readonly (readonly [string, FeelFunction])[] = [
  ['count', define(['any'], 'number', count)],
  ['all', define(['any'], 'boolean', quantified(false), 1, Infinity)],
  ['any', define(['any'], 'boolean', quantified(true), 1, Infinity)],
  ['append', define(['any', 'any'], 'same-list', append, 2, Infinity)],
  ['concatenate', define(['list'], 'all-lists', concatenate, 1, Infinity)],
  ['insert before', define(['list', 'number', 'any'], 'inserted-list', insertBefore)],
  ['remove', define(['list', 'number'], 'same', remove)],
  ['list replace', define(['list', 'number', 'any'], 'inserted-list', replace)],
  ['reverse', define(['list'], 'same', reverse)],
  ['sublist', define(['list', 'number', 'number'], 'same', sublist, 2)],
  ['index of', define(['list', 'any'], { kind: 'list', of: 'number' }, indexOf)],
  ['union', define(['list'], 'all-lists', union, 1, Infinity)],
  ['distinct values', define(['list'], 'same', distinctValues)],
  ['flatten', define(['list'], { kind: 'list', of: 'any' }, flatten)],
  ['list contains', define(['list', 'any'], 'boolean', listContains)],
];
