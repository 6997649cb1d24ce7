import { describe, expect, it } from '@jest/globals';
import type { UnitId } from '@mocua/contract';
import {
  type DossierEvent,
  type DossierState,
  isOpen,
  nationalReportOf,
  replay,
} from '@mocua/engine/dossier';
import { scaled } from '@mocua/testing/scaled';
import fc from 'fast-check';
// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the engine, which tells lives of dossiers
import { randomLife, seeded } from '../../../../engine/dossier/test/random-life';
import { type DossierFacts, factsAfter } from './dossier-facts';
import { declaredIndicators, indicatorsIn } from './indicators';
import { type Delta, deltasBetween, type Measure, summed } from './measures';
import { endOf, isMonth, type Month, monthBefore, monthOf } from './month';
import { differencesBetween, digestOf, linesOf, type ReportLine, valueOf } from './report';

const months = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03'] as const;

/** Counts as the follower does: event by event, by what each changes. */
function counted(streams: readonly (readonly DossierEvent[])[]): Delta[] {
  const deltas = streams.flatMap((events) => {
    let facts: DossierFacts | null = null;
    return events.flatMap((event) => {
      const before: DossierFacts | null = facts;
      facts = factsAfter(before, event);
      return deltasBetween(before, facts);
    });
  });
  return summed(deltas);
}

function total(deltas: readonly Delta[], measure: Measure, holds: (month: Month) => boolean): number {
  return deltas
    .filter((delta) => delta.measure === measure && holds(delta.month))
    .reduce((sum, { by }) => sum + by, 0);
}

/** A dossier as it stood at an instant, put together from its first events again. */
function stateAt(events: readonly DossierEvent[], instant: string): DossierState | null {
  return replay(events.filter(({ occurredAt }) => occurredAt < instant));
}

type Question = (events: readonly DossierEvent[], month: Month) => boolean;
const happened =
  (...types: readonly DossierEvent['type'][]): Question =>
  (events, month) =>
    events.some(({ type, occurredAt }) => types.includes(type) && monthOf(occurredAt) === month);
const receivedAnd =
  (holds: (report: NonNullable<ReturnType<typeof nationalReportOf>>) => boolean): Question =>
  (events, month) => {
    const report = nationalReportOf(events);
    return (
      report !== null && report.receivedAt !== null && monthOf(report.receivedAt) === month && holds(report)
    );
  };
const resolvedAnd =
  (holds: (late: boolean) => boolean): Question =>
  (events, month) => {
    const report = nationalReportOf(events);
    if (!report?.completedAt || report.originalDueAt === null) return false;
    return monthOf(report.completedAt) === month && holds(report.completedAt > report.originalDueAt);
  };

/** What each number means, asked of the events in another way. */
const oracle: Partial<Record<Measure, Question>> = {
  filed: happened('dossier-submitted'),
  received: happened('dossier-received'),
  resolved: happened('dossier-completed'),
  refused: happened('dossier-refused'),
  withdrawn: happened('dossier-withdrawn'),
  stopped: happened('supplement-lapsed'),
  'received-online': receivedAnd(({ channel }) => channel === 'online' || channel === 'kiosk'),
  'received-counter': receivedAnd(({ channel }) => channel === 'counter'),
  'received-post': receivedAnd(({ channel }) => channel === 'post'),
  'verified-identity': receivedAnd(({ identityVerified }) => identityVerified),
  digitised: receivedAnd(({ files }) => files.some((file) => file.digitised)),
  reused: receivedAnd(({ files }) => files.some((file) => file.reused)),
  'asked-more-than-once': receivedAnd(({ supplements }) => supplements.length > 1),
  'electronic-result': receivedAnd(({ results, completedAt }) => completedAt !== null && results.length > 0),
  'resolved-late': resolvedAnd((late) => late),
  'resolved-on-time': resolvedAnd((late) => !late),
};

function lives(seed: number, count: number): (readonly DossierEvent[])[] {
  return Array.from({ length: count }, (_each, index) => {
    const { commits } = randomLife(seed * 1_000 + index, seeded(seed * 1_000 + index), 20);
    return commits.flat();
  });
}

describe('what is counted of dossiers', () => {
  const runs = { seed: 36_00, numRuns: scaled(12, 400) };

  it('is what their events say when they are asked again, over random lives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const streams = lives(seed, 8);
        const deltas = counted(streams);
        for (const month of months)
          for (const [measure, question] of Object.entries(oracle)) {
            const truth = streams.filter((events) => question(events, month)).length;
            expect([month, measure, total(deltas, measure as Measure, (each) => each === month)]).toEqual([
              month,
              measure,
              truth,
            ]);
          }
      }),
      runs,
    );
  });

  it('tells what was open and overdue at the end of every month, also of one long gone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const streams = lives(seed, 8);
        const deltas = counted(streams);
        for (const month of months) {
          const upTo = (measure: Measure) => total(deltas, measure, (each) => each <= month);
          const then = streams.map((events) => stateAt(events, endOf(month)));
          const open = then.filter((state) => state?.receivedAt && isOpen(state));
          expect([month, upTo('received') - upTo('ended')]).toEqual([month, open.length]);
          const overdue = open.filter((state) => state?.due && state.due.originalDueAt < endOf(month));
          expect([month, upTo('came-due') - upTo('came-due-and-ended')]).toEqual([month, overdue.length]);
        }
      }),
      runs,
    );
  });

  it('counts as paid online what was kept of it, as the national portal is told', () => {
    const received =
      lives(7, 40).find((events) => events.some(({ type }) => type === 'dossier-received')) ?? [];
    const money = [
      ['fee-assessed', { amount: 10_000, timing: 'after', explanation: { valueId: '', digest: '' } }],
      ['payment-received', { orderId: 'a', amount: 10_000, method: 'online', documents: [] }],
      ['payment-refunded', { orderId: 'a', refundId: '1', amount: 4_000 }],
      ['payment-refunded', { orderId: 'a', refundId: '2', amount: 6_000 }],
    ] as const;
    const last = received.at(-1);
    const paid = money.map((_each, length) => {
      const added = money.slice(0, length + 1).map(([type, payload], index) => ({
        ...{ ...last, seq: (last?.seq ?? 0) + index + 1, type, schemaVersion: 1 },
        payload: { due: null, reception: null, ...payload },
      }));
      const events = [...received, ...(added as unknown as DossierEvent[])];
      const told = nationalReportOf(events)?.paidOnline === true ? 1 : 0;
      expect(total(counted([events]), 'with-fee', () => true)).toBe(1);
      expect(total(counted([events]), 'paid-online', () => true)).toBe(told);
      return told;
    });
    expect(paid).toEqual([0, 1, 1, 0]);
  });

  it('counts no fee for money that was asked for and taken back', () => {
    const [submitted] = lives(7, 1)[0] ?? [];
    const feeAfter = (...events: readonly (readonly [type: string, amount: number])[]) =>
      events.reduce<DossierFacts | null>(
        (facts, [type, amount]) =>
          factsAfter(facts, { ...submitted, type, payload: { amount } } as unknown as DossierEvent),
        factsAfter(null, submitted as DossierEvent),
      )?.hasFee;
    const [asked, revoked] = [
      ['payment-requested', 5_000] as const,
      ['payment-request-revoked', 5_000] as const,
    ];
    expect([feeAfter(), feeAfter(asked), feeAfter(asked, revoked)]).toEqual([false, true, false]);
    expect([feeAfter(asked, asked, revoked), feeAfter(asked, revoked, ['fee-assessed', 8_000])]).toEqual([
      true,
      true,
    ]);
    expect(feeAfter(['fee-assessed', 8_000], asked, revoked)).toBe(true);
  });

  it('counts a dossier once, wherever it went: what one unit gives up another gets', () => {
    const [events = []] = lives(7, 1);
    const moved = events.map((event) =>
      event.type === 'dossier-submitted'
        ? { ...event, payload: { ...event.payload, units: { ...event.payload.units, competent: other } } }
        : event,
    );
    const first = counted([[moved[0] as DossierEvent]]);
    const [transfer] = counted([
      [
        moved[0] as DossierEvent,
        {
          ...(moved[0] as DossierEvent),
          seq: 2,
          type: 'dossier-transferred',
          schemaVersion: 1,
          payload: { from: other, to: here },
        } as DossierEvent,
      ],
    ]);
    expect(first).toMatchObject([{ unitId: other, measure: 'filed', by: 1 }]);
    expect(transfer).toMatchObject({ unitId: here, measure: 'filed', by: 1 });
  });
});

const here = '01890000-0000-7000-8000-00000000000b' as UnitId;
const other = '01890000-0000-7000-8000-00000000000c' as UnitId;

describe('lateness', () => {
  const facts: DossierFacts = {
    ...{ seq: 9, procedure: { code: '2.000908', version: 1 }, unitId: here, channel: 'online' },
    ...{ identityVerified: true, submittedAt: '2026-11-02T01:00:00.000Z' },
    ...{ receivedAt: '2026-11-02T02:00:00.000Z', originalDueAt: '2026-11-05T10:00:00.000Z' },
    ...{ dueAt: '2026-11-20T10:00:00.000Z', endedAt: '2026-11-18T03:00:00.000Z', ending: 'positive' },
    ...{ returnedAt: null, digitised: false, reused: false, fromNationalStore: false },
    ...{ electronicResult: true, supplements: [], hasFee: false, paidOnline: [] },
  };
  const resolution = (change: Partial<DossierFacts>) =>
    deltasBetween(null, { ...facts, ...change })
      .map(({ measure }) => measure)
      .filter((measure) => measure.startsWith('resolved-'));

  it.each([
    ['a moved date that was kept', {}, ['resolved-late', 'resolved-late-by-original']],
    ['both dates missed', { endedAt: '2026-11-21T03:00:00.000Z' }, ['resolved-late']],
    ['the very instant', { endedAt: '2026-11-05T10:00:00.000Z' }, ['resolved-on-time']],
    ['no time limit', { originalDueAt: null, dueAt: null }, ['resolved-without-limit']],
  ])('is decided by the first due date: %s', (_what, change, expected) => {
    expect(resolution(change)).toEqual(expected);
  });
});

describe('a month', () => {
  it('is that of Vietnam, and ends where the next begins', () => {
    expect([monthOf('2026-11-30T16:59:59.999Z'), monthOf('2026-11-30T17:00:00.000Z')]).toEqual([
      '2026-11',
      '2026-12',
    ]);
    expect([endOf('2026-11'), endOf('2026-12')]).toEqual([
      '2026-11-30T17:00:00.000Z',
      '2026-12-31T17:00:00.000Z',
    ]);
    expect([monthBefore('2027-01'), monthBefore('2026-12')]).toEqual(['2026-12', '2026-11']);
    expect(['2026-00', '2026-13', '26-01', '2026-1'].some(isMonth)).toBe(false);
  });
});

describe('a report', () => {
  const set = indicatorsIn(declaredIndicators, '2026-11');
  const place = (unit: string, received: number, online: number) => ({
    ...{ unit, procedure: '2.000908' },
    inMonth: { received, 'received-online': online },
    upToEnd: { received: received + 5, ended: received },
  });
  const lines = set === null ? [] : linesOf(set, [place('H99.2', 3, 1), place('H99.1', 7, 7)]);
  const line = (unit: string | null, indicator: string): ReportLine | undefined =>
    lines.find((each) => each.unit === unit && each.indicator === indicator);

  it('adds up units, and a share is of the sum, not of the shares', () => {
    expect(line(null, 'received')).toMatchObject({ numerator: 10, denominator: null });
    expect(line(null, 'online-share')).toMatchObject({ numerator: 8, denominator: 10 });
    expect(line(null, 'open')).toMatchObject({ numerator: 10, denominator: null });
    expect(valueOf(line(null, 'online-share') as ReportLine)).toBe('80.00% (8/10)');
    expect(valueOf(line(null, 'on-time-share') as ReportLine)).toBe('–');
  });

  it('leaves out where nothing was, and does not depend on the order in which units come', () => {
    expect(
      lines.some(({ unit, numerator, denominator }) => unit !== null && !numerator && !denominator),
    ).toBe(false);
    const turned = set === null ? [] : linesOf(set, [place('H99.1', 7, 7), place('H99.2', 3, 1)]);
    expect(digestOf('2026-11', 1, turned)).toBe(digestOf('2026-11', 1, lines));
    expect(digestOf('2026-12', 1, lines)).not.toBe(digestOf('2026-11', 1, lines));
  });

  it('shows what is different from the version before, and nothing else', () => {
    const before = set === null ? [] : linesOf(set, [place('H99.2', 3, 1), place('H99.1', 7, 6)]);
    expect(differencesBetween(before, before)).toEqual([]);
    const changed = differencesBetween(before, lines);
    expect(changed).toContainEqual({
      ...{ unit: 'H99.1', procedure: '2.000908', indicator: 'received-online' },
      ...{ before: '6', after: '7' },
    });
    expect(new Set(changed.map(({ indicator }) => indicator))).toEqual(
      new Set(['received-online', 'online-share']),
    );
  });

  it('has indicators that name their source, and none of them counts as verified yet', () => {
    const all = declaredIndicators.flatMap(({ indicators }) => indicators);
    expect(all.every(({ source, verified }) => source !== '' && !verified)).toBe(true);
    expect(indicatorsIn(declaredIndicators, '2025-06')).toBeNull();
  });
});
