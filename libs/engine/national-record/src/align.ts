/** Which item of the old list became which of the new one. */
export interface Alignment<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** Whether those in both lists stand in another order now. */
  readonly reordered: boolean;
}

/** What tells one item from another when it is not the very same, best first; an empty key tells nothing. */
export type Keys<T> = readonly ((item: T) => string)[];

/** Beyond this many comparisons of what is left over, everything left counts as removed or added. */
const likenessBudget = 40_000;
const likeEnough = 0.5;

/**
 * Aligns two lists by meaning: equal items first, then equal keys, then the words they share. Equal items are paired in their order, so a
 * list that says something twice is aligned twice.
 *
 * @param words - the text by which two items without a common key may still be the same thing renamed
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  keys: Keys<T>,
  words: (item: T) => string,
): Alignment<T> {
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const key of [itself, ...keys]) pairByKey(before, after, key, partner, taken);
  pairByWords(before, after, words, partner, taken);
  const indexes = [...partner].sort(([, a], [, b]) => a - b);
  return {
    pairs: indexes.flatMap(([from, to]) => pairOf(before[from], after[to])),
    removed: before.filter((_item, index) => !partner.has(index)),
    added: after.filter((_item, index) => !taken.has(index)),
    reordered: indexes.some(([from], at) => at > 0 && from < (indexes[at - 1]?.[0] ?? 0)),
  };
}

function itself(item: unknown): string {
  return JSON.stringify(item);
}

function pairOf<T>(before: T | undefined, after: T | undefined): (readonly [T, T])[] {
  return before === undefined || after === undefined ? [] : [[before, after]];
}

function pairByKey<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  partner: Map<number, number>,
  taken: Set<number>,
): void {
  const open = new Map<string, number[]>();
  after.forEach((item, index) => {
    const name = key(item);
    if (taken.has(index) || name === '') return;
    const queue = open.get(name);
    if (queue) queue.push(index);
    else open.set(name, [index]);
  });
  before.forEach((item, index) => {
    if (partner.has(index)) return;
    const to = open.get(key(item))?.shift();
    if (to === undefined) return;
    partner.set(index, to);
    taken.add(to);
  });
}

function pairByWords<T>(
  before: readonly T[],
  after: readonly T[],
  words: (item: T) => string,
  partner: Map<number, number>,
  taken: Set<number>,
): void {
  const left = before.flatMap((item, index) =>
    partner.has(index) ? [] : [{ index, bag: bagOf(words(item)) }],
  );
  const open = after.flatMap((item, index) => (taken.has(index) ? [] : [{ index, bag: bagOf(words(item)) }]));
  if (left.length * open.length > likenessBudget) return;
  const candidates = left
    .flatMap((one) =>
      open.map((other) => ({ from: one.index, to: other.index, like: likeness(one.bag, other.bag) })),
    )
    .filter(({ like }) => like >= likeEnough)
    .sort((a, b) => b.like - a.like);
  for (const { from, to } of candidates) {
    if (partner.has(from) || taken.has(to)) continue;
    partner.set(from, to);
    taken.add(to);
  }
}

function bagOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Dice coefficient of the words: 1 for the same words, 0 for none in common. */
function likeness(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  if (some.size + others.size === 0) return 0;
  let both = 0;
  for (const word of some) if (others.has(word)) both += 1;
  return (2 * both) / (some.size + others.size);
}
