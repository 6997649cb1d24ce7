import { describe, expect, it } from '@jest/globals';
import { aLine, aSchedule, aWaiver, perCopy, quoteOf, scope } from './fee.builder';
import { compileFees } from '../src/compile-fees';
import { amountText, dongText } from '../src/explain';

describe('a line', () => {
  it('of a fixed amount costs that amount', () => {
    const { lines, total } = quoteOf([aLine()]);
    expect(lines).toMatchObject([{ state: 'due', amount: 8_000, explanation: { vi: '8.000 đồng.' } }]);
    expect(total).toEqual({ amount: 8_000, least: 8_000, most: 8_000 });
  });

  it('that is counted costs price times quantity, and says so', () => {
    const { lines } = quoteOf([aLine({ unit: perCopy })], [], { copies: 3 });
    expect(lines).toMatchObject([{ amount: 24_000, price: 8_000, quantity: 3 }]);
    expect(lines[0]?.explanation).toEqual({
      vi: '3 bản × 8.000 đồng = 24.000 đồng.',
      en: '3 × 8,000 VND per bản = 24,000 VND.',
    });
  });

  it('whose quantity nobody stated is open, never zero', () => {
    const { lines, total, missing } = quoteOf([aLine({ unit: perCopy })]);
    expect(lines).toMatchObject([{ state: 'open', amount: null, missing: ['copies'] }]);
    expect(total).toEqual({ amount: null, least: 0, most: null });
    expect(missing).toEqual(['copies']);
  });

  it('computed by a formula, for certified copies: dearer first pages, at most so much', () => {
    const certified = aLine({
      amount: {
        kind: 'formula',
        formula: 'min(200000, 2000 * min(pages, 2) + 1000 * max(pages - 2, 0))',
      },
      unit: perCopy,
    });
    const cost = (pages: number) => quoteOf([certified], [], { pages, copies: 2 }).total.amount;
    expect([1, 2, 3, 10, 500].map(cost)).toEqual([4_000, 8_000, 10_000, 24_000, 400_000]);
    expect(quoteOf([certified], [], { copies: 2 }).missing).toEqual(['pages']);
  });

  it('with only a least amount is told later, and the total says from where', () => {
    const { lines, total } = quoteOf([
      aLine(),
      aLine({ code: 'measure', amount: { kind: 'from', dong: 100_000 } }),
    ]);
    expect(lines[1]).toMatchObject({
      state: 'later',
      amount: null,
      missing: [],
      explanation: { vi: 'Từ 100.000 đồng trở lên; cơ quan giải quyết sẽ báo số chính xác cho bạn.' },
    });
    expect(total).toEqual({ amount: null, least: 108_000, most: null });
  });

  it('is left out for another channel, another case and another time', () => {
    expect(quoteOf([aLine({ channels: ['direct'] })]).lines).toEqual([]);
    expect(quoteOf([aLine({ when: 'area = "urban"' })], [], { area: 'rural' }).lines).toEqual([]);
    expect(quoteOf([aLine(), aLine({ code: 'old', effectiveTo: '2026-11-21' })]).lines).toHaveLength(1);
    expect(quoteOf([aLine(), aLine({ code: 'new', effectiveFrom: '2026-11-23' })]).lines).toHaveLength(1);
    expect(quoteOf([aLine({ effectiveTo: '2026-11-22' })]).lines).toHaveLength(1);
  });

  it('stays open while the channel or the case is not known', () => {
    expect(quoteOf([aLine({ channels: ['direct'] })], [], {}, { channel: null }).lines).toMatchObject([
      { state: 'open', least: 0, most: 8_000, missing: ['filing.channel'] },
    ]);
    expect(quoteOf([aLine({ when: 'area = "urban"' })]).lines).toMatchObject([
      {
        state: 'open',
        most: 8_000,
        explanation: { vi: expect.stringContaining('nhiều nhất là 8.000 đồng') },
      },
    ]);
  });

  it.each([
    ['a broken amount', '100.5'],
    ['less than nothing', '-1'],
    ['a division by zero', '1 / 0'],
    ['more than there is', '1000000000001'],
    ['more than can be counted', '9007199254740991 * 9007199254740991'],
    ['too much work', 'count(for a in 1..9999, b in 1..9999 return a)'],
  ])('whose formula gives %s is at fault and told later', (_name, formula) => {
    expect(quoteOf([aLine({ amount: { kind: 'formula', formula } })]).lines).toMatchObject([
      { state: 'later', amount: null, faulty: true },
    ]);
  });

  it('of no units comes to nothing without a waiver', () => {
    expect(quoteOf([aLine({ unit: perCopy })], [], { copies: 0 }).lines).toMatchObject([
      { state: 'none', amount: 0, waiver: null },
    ]);
  });
});

describe('a waiver', () => {
  it('for a group of people takes everything away and names its ground', () => {
    const { lines, total } = quoteOf([aLine({ unit: perCopy })], [aWaiver()], { isPoor: true, copies: 2 });
    expect(lines).toMatchObject([{ state: 'waived', amount: 0, waiver: { code: 'poor', saved: 16_000 } }]);
    expect(lines[0]?.explanation.vi).toBe('Được miễn 16.000 đồng: Hộ nghèo (Quyết định 01/2026).');
    expect(total.amount).toBe(0);
  });

  it('that nobody can judge yet leaves the line open', () => {
    expect(quoteOf([aLine()], [aWaiver()]).lines).toMatchObject([
      { state: 'open', amount: null, least: 0, most: 8_000, missing: ['isPoor'] },
    ]);
  });

  it('of everything settles a line although its quantity is not known', () => {
    expect(quoteOf([aLine({ unit: perCopy })], [aWaiver()], { isPoor: true }).lines).toMatchObject([
      { state: 'waived', amount: 0, missing: [], waiver: { saved: null } },
    ]);
  });

  it('holds only in its time', () => {
    const dated = aWaiver({ when: null, effectiveFrom: '2026-08-15', effectiveTo: '2027-02-28' });
    const cost = (date: string) => quoteOf([aLine()], [dated], {}, { date }).total.amount;
    expect(['2026-08-14', '2026-08-15', '2027-02-28', '2027-03-01'].map(cost)).toEqual([8_000, 0, 0, 8_000]);
  });

  it('may look at the day, the channel and the identity level of the filing', () => {
    const online = aWaiver({ when: 'filing.channel = "online" and filing.identityLevel = "L2"' });
    expect(quoteOf([aLine()], [online]).total.amount).toBe(0);
    expect(quoteOf([aLine()], [online], {}, { identityLevel: 'L1' }).total.amount).toBe(8_000);
    expect(quoteOf([aLine()], [online], {}, { identityLevel: null }).missing).toEqual([
      'filing.identityLevel',
    ]);
    const dated = aWaiver({ when: 'filing.date < @"2026-12-01" and not(filing.isOrganisation)' });
    expect(quoteOf([aLine()], [dated]).total.amount).toBe(0);
  });

  it('by percent rounds in favour of the payer', () => {
    const half = aWaiver({ reduction: { kind: 'percent', percent: 50 }, when: null });
    expect(quoteOf([aLine({ amount: { kind: 'fixed', dong: 8_001 } })], [half]).lines).toMatchObject([
      { amount: 4_000, waiver: { saved: 4_001 } },
    ]);
    expect(quoteOf([aLine()], [half]).lines[0]?.explanation.vi).toBe(
      '8.000 đồng, được giảm 4.000 đồng, còn 4.000 đồng: Hộ nghèo (Quyết định 01/2026).',
    );
  });

  it('to another price never makes it dearer', () => {
    const price = (dong: number) => aWaiver({ reduction: { kind: 'price', dong }, when: null });
    const cost = (dong: number) => quoteOf([aLine({ unit: perCopy })], [price(dong)], { copies: 2 }).lines[0];
    expect(cost(5_000)).toMatchObject({ amount: 10_000, waiver: { saved: 6_000 } });
    expect(cost(9_000)).toMatchObject({ amount: 16_000, waiver: null });
  });

  it('is one of several: the best for the payer holds, and they do not add up', () => {
    const third = aWaiver({ code: 'third', reduction: { kind: 'percent', percent: 30 }, when: null });
    const half = aWaiver({ code: 'half', reduction: { kind: 'percent', percent: 50 }, when: null });
    expect(quoteOf([aLine()], [third, half]).lines).toMatchObject([
      { amount: 4_000, waiver: { code: 'half' } },
    ]);
    // Whether the last one holds cannot matter once everything is waived.
    expect(quoteOf([aLine()], [aWaiver({ when: null }), aWaiver({ code: 'open' })]).lines).toMatchObject([
      { amount: 0, missing: [] },
    ]);
  });

  it('touches only the lines it names', () => {
    const lines = [aLine(), aLine({ code: 'post', amount: { kind: 'fixed', dong: 30_000 } })];
    expect(quoteOf(lines, [aWaiver({ when: null, lines: ['copy'] })]).total.amount).toBe(30_000);
  });
});

describe('a schedule', () => {
  it('adds up by time of payment', () => {
    const { byTiming, total } = quoteOf([
      aLine(),
      aLine({ code: 'b', timing: 'on-result', amount: { kind: 'fixed', dong: 5 } }),
      aLine({ code: 'c', amount: { kind: 'fixed', dong: 100 } }),
    ]);
    expect(byTiming).toEqual([
      { timing: 'before', amount: 8_100, least: 8_100, most: 8_100 },
      { timing: 'on-result', amount: 5, least: 5, most: 5 },
    ]);
    expect(total.amount).toBe(8_105);
  });

  it('that does not speak about the day of filing says nothing about the amount', () => {
    expect(quoteOf([aLine({ effectiveTo: '2026-06-30' })])).toMatchObject({
      covered: false,
      total: { amount: null },
    });
  });

  it('without lines must say why it is free, and then it is', () => {
    const free = { ...aSchedule([]), free: { citation: 'Luật Hộ tịch Điều 11', verified: true } };
    expect(compileFees(free, scope)).toMatchObject({ ok: true });
    expect(compileFees(aSchedule([]), scope)).toMatchObject({ ok: false, problems: [{ at: 'free' }] });
    expect(compileFees({ ...free, lines: [aLine()] }, scope)).toMatchObject({ ok: false });
  });

  it.each([
    ['a name nobody knows', aSchedule([aLine({ when: 'income > 1' })]), 'copy.when'],
    ['a condition that is a number', aSchedule([aLine({ when: 'copies' })]), 'copy.when'],
    [
      'a formula that is a text',
      aSchedule([aLine({ amount: { kind: 'formula', formula: '"8000"' } })]),
      'copy.amount.formula',
    ],
    [
      'a quantity that is a text',
      aSchedule([aLine({ unit: { ...perCopy, quantity: 'area' } })]),
      'copy.unit.quantity',
    ],
    ['an option that does not exist', aSchedule([aLine({ when: 'area = "city"' })]), 'copy.when'],
    [
      'an unknown fact of the filing',
      aSchedule([aLine()], [aWaiver({ when: 'filing.level = 2' })]),
      'poor.when',
    ],
    [
      'a time that ends before it begins',
      aSchedule([aLine({ effectiveTo: '2025-01-01' })]),
      'copy.effectiveTo',
    ],
    ['a waiver of no line', aSchedule([aLine()], [aWaiver({ lines: ['cpoy'] })]), 'poor.lines'],
    ['one code twice', aSchedule([aLine(), aLine()]), 'copy'],
  ])('with %s is refused at its place', (_name, definition, at) => {
    const result = compileFees(definition, scope);
    expect(result).toMatchObject({ ok: false, problems: [{ at }] });
  });

  it('leaves the name “filing” to the filing', () => {
    expect(compileFees(aSchedule([aLine()]), { filing: 'string' })).toMatchObject({
      ok: false,
      problems: [{ at: 'filing' }],
    });
  });
});

it.each([
  [0, '0 đồng', '0 VND'],
  [999, '999 đồng', '999 VND'],
  [1_000, '1.000 đồng', '1,000 VND'],
  [1_234_567, '1.234.567 đồng', '1,234,567 VND'],
])('%d đồng is written as people do', (dong, vi, en) => {
  expect(dongText(dong)).toEqual({ vi, en });
});

it.each([
  [{ amount: 0, least: 0, most: 0 }, '0 đồng', '0 VND'],
  [{ amount: null, least: 0, most: null }, 'Chưa tính được', 'Not known yet'],
  [{ amount: null, least: 0, most: 8_000 }, 'Nhiều nhất 8.000 đồng', 'At most 8,000 VND'],
  [{ amount: null, least: 8_000, most: null }, 'Từ 8.000 đồng trở lên', '8,000 VND or more'],
  [{ amount: null, least: 1_000, most: 8_000 }, 'Từ 1.000 đồng đến 8.000 đồng', '1,000 VND to 8,000 VND'],
])('an amount %j is told as far as it is known', (total, vi, en) => {
  expect(amountText(total)).toEqual({ vi, en });
});
