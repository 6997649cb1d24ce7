import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differsByOneSlip } from './one-slip';

describe('differsByOneSlip', () => {
  it('accepts exactly the words one slip away', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 0, maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(differsByOneSlip(a, b)).toBe(slipsOf(a).has(b) && a !== b);
      }),
      { seed: 908, numRuns: 500 },
    );
  });
});

/** Oracle: every word one slip away from `word`, by construction. */
function slipsOf(word: string): ReadonlySet<string> {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    slips.add(head + tail.slice(1));
    for (const letter of ['a', 'b', 'c']) {
      slips.add(head + letter + tail);
      slips.add(head + letter + tail.slice(1));
    }
    if (tail.length > 1) slips.add(head + (tail[1] ?? '') + (tail[0] ?? '') + tail.slice(2));
  }
  return slips;
}
