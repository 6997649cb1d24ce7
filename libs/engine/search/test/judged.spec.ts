import { describe, expect, it } from '@jest/globals';
import { scaled } from '@mocua/testing/scaled';
import { seededRandom, withOneSlip, withoutTones } from './derived-queries';
import {
  isHeldOut,
  judgedDocuments,
  judgedIndex,
  judgedQueries,
  type JudgedQuery,
  recallOf,
} from './judged-set';

declare const process: { readonly stdout: { write(text: string): void } };

const index = judgedIndex();
const slipsEach = scaled(2, 40);

function withSlips(seed: number, change: (text: string) => string) {
  const random = seededRandom(seed);
  return ({ q }: JudgedQuery) => Array.from({ length: slipsEach }, () => withOneSlip(change(q), random));
}

const sets = [
  { name: 'as written', least: 0.97, texts: ({ q }: JudgedQuery) => [q] },
  { name: 'tones removed', least: 0.97, texts: ({ q }: JudgedQuery) => [withoutTones(q)] },
  { name: 'one typing error', least: 0.9, texts: withSlips(3, (text) => text) },
  { name: 'tones removed, one typing error', least: 0.9, texts: withSlips(4, withoutTones) },
] as const;

const parts = [
  { part: 'all queries', of: () => true },
  { part: 'the held-out third', of: isHeldOut },
] as const;

describe('the judged set', () => {
  it('has at least 300 queries, and ten for each procedure that must be found', () => {
    expect(judgedQueries.length).toBeGreaterThanOrEqual(300);
    const wanted = judgedDocuments.filter(({ code }) => !code.startsWith('TEST-'));
    for (const { code } of wanted) {
      const queries = judgedQueries.filter(({ codes }) => codes.includes(code));
      expect({ code, enough: queries.length >= 10 }).toEqual({ code, enough: true });
    }
    expect(new Set(judgedQueries.map(({ q }) => q)).size).toBe(judgedQueries.length);
  });

  it.each(parts.flatMap(({ part, of }) => sets.map((set) => ({ part, of, ...set }))))(
    'finds the right procedure among the first three for $part, $name',
    ({ part, of, name, least, texts }) => {
      const recall = recallOf(index, judgedQueries.filter(of), texts);
      process.stdout.write(
        `search, ${part}, ${name}: ${recall.firstThree.toFixed(3)} in the first three of ${recall.queries} ` +
          `(first ${recall.first.toFixed(3)}, mean reciprocal rank ${recall.reciprocal.toFixed(3)})\n`,
      );
      expect(recall.firstThree).toBeGreaterThanOrEqual(least);
    },
  );
});
