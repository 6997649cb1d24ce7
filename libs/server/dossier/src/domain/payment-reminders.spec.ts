import { describe, expect, it } from '@jest/globals';
import { declaredPaymentReminders, type PaymentReminder, remindAt } from './payment-reminders';

const asked = (requestedAt: string, payBy: string) => ({ requestedAt, payBy });

describe('the reminder of the last day to pay', () => {
  it.each([
    [
      'comes in the morning three days before',
      '2026-11-20T03:00:00.000Z',
      '2026-12-20',
      '2026-12-17T01:00:00.000Z',
    ],
    [
      'comes when it was asked for the day before the reminder',
      '2026-12-16T03:00:00.000Z',
      '2026-12-20',
      '2026-12-17T01:00:00.000Z',
    ],
    ['is left out when the request itself was told as late', '2026-12-17T03:00:00.000Z', '2026-12-20', null],
  ])('%s', (_, requestedAt, payBy, at) => {
    expect(remindAt(asked(requestedAt, payBy))).toBe(at);
  });

  it('follows the version of the day in Vietnam on which the money was asked for', () => {
    const [first] = declaredPaymentReminders as readonly [PaymentReminder];
    const next = { ...first, version: 2, effectiveFrom: '2026-12-01', daysBefore: 7, at: '09:30' };
    const on = (requestedAt: string) => remindAt(asked(requestedAt, '2026-12-30'), [first, next]);
    expect([on('2026-11-30T16:59:59.000Z'), on('2026-11-30T17:00:00.000Z')]).toEqual([
      '2026-12-27T01:00:00.000Z',
      '2026-12-23T02:30:00.000Z',
    ]);
  });
});
