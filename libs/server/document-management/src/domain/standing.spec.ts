import { describe, expect, it } from '@jest/globals';
import type { OutgoingNewsKind, OutgoingStanding } from '@mocua/contract';
import fc from 'fast-check';
import type { HandoverFacts, ToldNews as Told } from '@mocua/server/handover';
import { scaled } from '@mocua/testing';
import { byHandOf, endOf, isOvertaken, standingOf } from './standing';

type ToldNews = Told<OutgoingNewsKind>;

const submitted: HandoverFacts = {
  handedOverAt: '2026-11-16T02:00:00.000Z',
  handedRevision: 7,
  revision: 7,
  ended: null,
};

/** `signed@7` is news about draft 7; their order is the system's own. */
function told(...kinds: readonly `${OutgoingNewsKind}@${number}`[]): ToldNews[] {
  return kinds.map((each, index) => {
    const [kind = '', revision = ''] = each.split('@');
    return { kind: kind as OutgoingNewsKind, revision: Number(revision), sequence: index + 1 };
  });
}

describe('where a document stands', () => {
  it.each<[OutgoingStanding, Partial<HandoverFacts>, ToldNews[]]>([
    ['waiting', { handedOverAt: null, handedRevision: null }, []],
    ['submitted', {}, []],
    ['submitted', {}, told('received@7')],
    ['signed', {}, told('received@7', 'signed@7')],
    ['numbered', {}, told('received@7', 'signed@7', 'numbered@7')],
    ['issued', {}, told('received@7', 'signed@7', 'numbered@7', 'issued@7')],
    ['returned', {}, told('received@7', 'returned@7')],
    ['issued', {}, told('issued@7', 'returned@7')],
    ['waiting', { revision: 9 }, told('received@7', 'signed@7')],
    ['submitted', { revision: 9, handedRevision: 9 }, told('received@7', 'signed@7')],
    ['submitted', { revision: 9, handedRevision: 9 }, told('returned@7')],
    ['signed', { revision: 9, handedRevision: 9 }, told('returned@7', 'signed@9')],
    ['unusable', { revision: 9, handedRevision: 9 }, told('issued@7')],
    ['unusable', { ended: 'unusable' }, told('issued@7')],
    ['taken-back', { ended: 'taken-back' }, told('issued@7')],
    ['by-hand', { ended: 'by-hand' }, told('received@7')],
    ['by-hand', { ended: 'by-hand' }, told('received@7', 'returned@7')],
    ['numbered-twice', { ended: 'by-hand' }, told('received@7', 'signed@7', 'numbered@7')],
    ['issued', { ended: 'settled' }, told('issued@7')],
  ])('is %s with %j after %j', (standing, facts, news) => {
    expect(standingOf({ ...submitted, ...facts }, news)).toBe(standing);
  });

  it('is the same whatever the order in which the news arrived', () => {
    const kinds = fc.constantFrom<OutgoingNewsKind>('received', 'signed', 'numbered', 'issued', 'returned');
    const news = fc
      .array(fc.record({ kind: kinds, revision: fc.constantFrom(6, 7) }), { maxLength: 7 })
      .map((all) => all.map((each, index) => ({ ...each, sequence: index + 1 })));
    const shuffled = news.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, arrived]) => {
        expect(standingOf(submitted, arrived)).toBe(standingOf(submitted, inOrder));
        expect(endOf(7, arrived)).toEqual(endOf(7, inOrder));
      }),
      { seed: 48, numRuns: scaled(200, 5_000) },
    );
  });

  it('does not change any more once the end is known', () => {
    const end = told('received@7', 'issued@7');
    for (const kind of ['received', 'signed', 'numbered', 'issued', 'returned'] as const)
      expect(endOf(7, [...end, { kind, revision: 7, sequence: 3 }])).toEqual(endOf(7, end));
  });

  it('says which news change nothing', () => {
    const news = told('signed@6', 'received@7', 'issued@7', 'returned@7');
    expect(news.map((each) => isOvertaken(each, 7, news))).toEqual([true, false, false, true]);
  });
});

describe('a number given here', () => {
  it.each([
    ['free', false, 'wait', submitted, told('signed@7')],
    ['reason', true, 'manual', null, []],
    ['reason', true, 'manual', submitted, told('received@7')],
    ['no', true, 'wait', submitted, []],
    ['no', true, 'manual', submitted, told('signed@7')],
    ['no', true, 'manual', submitted, told('numbered@7')],
    ['no', true, 'manual', submitted, told('issued@6')],
    ['no', true, 'manual', submitted, told('returned@7')],
    ['reason', true, 'manual', submitted, told('signed@6')],
    ['reason', true, 'wait', { ...submitted, ended: 'unusable' }, told('issued@6')],
  ] as const)(
    'is %s when connected is %s and the package says %s',
    (expected, isConnected, whenDown, facts, news) => {
      expect(byHandOf(isConnected, whenDown, facts, news)).toBe(expected);
    },
  );
});
