import { describe, expect, it } from '@jest/globals';
import { urgencyOf } from './urgency';

const now = Date.parse('2026-11-20T02:00:00Z');

describe('the urgency of a work-list line', () => {
  it.each([
    [
      'is overdue when the server says so, whatever the clock of the browser shows',
      true,
      '2026-12-01T02:00:00Z',
      'overdue',
    ],
    ['is near within four hours', false, '2026-11-20T06:00:00Z', 'near'],
    [
      'is near when the limit has passed but the server has not counted it yet',
      false,
      '2026-11-20T01:59:00Z',
      'near',
    ],
    ['is later beyond four hours', false, '2026-11-20T06:00:01Z', 'later'],
    ['has none without a limit', false, null, 'none'],
  ] as const)('%s', (_name, overdue, limitAt, urgency) => {
    expect(urgencyOf({ overdue, limitAt }, now)).toBe(urgency);
  });
});
