import { describe, expect, it } from '@jest/globals';
import { declaredQuietHours, type NoticeToTime, type QuietHours, quietUntil } from './quiet-hours';

const night: QuietHours = {
  version: 1,
  effectiveFrom: '2026-01-01',
  source: { reference: 'thử', verified: false },
  channels: { sms: { from: '21:00', until: '07:00' }, zalo: { from: '12:00', until: '13:30' } },
  urgent: ['withdrawn'],
};
const wait = (
  local: string,
  notice: Partial<NoticeToTime> = {},
  versions: readonly QuietHours[] = [night],
): string | null =>
  quietUntil(
    versions,
    { channel: 'sms', kind: 'received', personDueAt: null, ...notice },
    new Date(`${local}+07:00`),
  )?.toISOString() ?? null;

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T20:59:59.999', null],
    ['2026-11-23T21:00:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-23T23:59:59.999', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T00:00:00', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T06:59:59.999', '2026-11-24T00:00:00.000Z'],
    ['2026-11-24T07:00:00', null],
    ['2026-12-31T22:00:00', '2027-01-01T00:00:00.000Z'],
  ])('over midnight have a message of %s wait until %s', (local, until) => expect(wait(local)).toBe(until));

  it.each([
    ['2026-11-23T11:59:59', null],
    ['2026-11-23T12:00:00', '2026-11-23T06:30:00.000Z'],
    ['2026-11-23T13:29:59', '2026-11-23T06:30:00.000Z'],
    ['2026-11-23T13:30:00', null],
  ])('within a day have a message of %s wait until %s', (local, until) =>
    expect(wait(local, { channel: 'zalo' })).toBe(until),
  );

  it('are those of each channel: an e-mail wakes nobody', () => {
    expect(wait('2026-11-23T23:00:00', { channel: 'email' })).toBeNull();
    expect(wait('2026-11-23T23:00:00', { channel: 'zalo' })).toBeNull();
  });

  it('do not hold what is urgent', () => {
    expect(wait('2026-11-23T23:00:00', { kind: 'withdrawn' })).toBeNull();
  });

  it('do not hold what the person must do before they end', () => {
    const at = (personDueAt: string) => wait('2026-11-23T22:00:00', { personDueAt });
    expect(at('2026-11-23T16:59:59.999Z')).toBeNull();
    expect(at('2026-11-24T00:00:00.000Z')).toBeNull();
    expect(at('2026-11-24T00:00:00.001Z')).toBe('2026-11-24T00:00:00.000Z');
  });

  it('hold from the day of their version on', () => {
    const later = { ...night, version: 2, effectiveFrom: '2026-12-01', channels: {} };
    expect(wait('2026-11-30T23:00:00', {}, [night, later])).not.toBeNull();
    expect(wait('2026-12-01T23:00:00', {}, [night, later])).toBeNull();
    expect(wait('2025-11-30T23:00:00')).toBeNull();
  });

  it('say where they come from, and that nobody has verified it', () => {
    for (const { source } of declaredQuietHours)
      expect(source).toMatchObject({ reference: expect.stringContaining('tỉnh'), verified: false });
  });
});
