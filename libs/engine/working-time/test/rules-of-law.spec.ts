import { describe, expect, it } from '@jest/globals';
import { isOverdue } from '../src/clock-life';
import { at, due, rule, wall } from './builders';

describe('rules of law that are made of this engine’s parts', () => {
  it('boundary-free: the clock of the deciding agency starts when the dossier arrives there, the receiver’s hand-over has its own', () => {
    // Counter Monday 14:00, electronic arrival 14:05, paper on Tuesday 10:00. @legal NĐ 118/2025 Điều 17(3), 20(1)
    const oneDay = rule(1, 'working-day');
    expect(wall(due(oneDay, '2026-11-23 14:05').dueAt)).toBe('2026-11-24 14:05');
    expect(wall(due(oneDay, '2026-11-24 10:00').dueAt)).toBe('2026-11-25 10:00');
    const handOver = due(oneDay, '2026-11-23 14:00');
    expect(isOverdue(handOver, at('2026-11-24 10:00'))).toBe(false);
    expect(isOverdue(handOver, at('2026-11-24 14:01'))).toBe(true);
  });

  it('a supplement asked on the fourth working day after reception comes late', () => {
    // @legal NĐ 118/2025 Điều 19(5)
    const askBy = due(rule(3, 'working-day', { workingDayMode: 'end-of-day' }), '2026-11-19 09:00');
    expect(isOverdue(askBy, at('2026-11-24 16:59'))).toBe(false);
    expect(isOverdue(askBy, at('2026-11-25 07:00'))).toBe(true);
  });

  it('paper taken in at 15:30 is forwarded by the next working day, at 15:00 still on the same day', () => {
    // @legal NĐ 118/2025 Điều 18(2); electronic data go at once and need no clock.
    const forwarding = rule(0, 'same-day', { cutoff: '15:00' });
    expect(wall(due(forwarding, '2026-11-20 15:30').dueAt)).toBe('2026-11-23 17:00');
    expect(wall(due(forwarding, '2026-11-20 15:00').dueAt)).toBe('2026-11-20 17:00');
  });

  it('an unanswered supplement closes the dossier after fifteen days, moved from Sunday to Monday', () => {
    // @legal NĐ 118/2025 Điều 19(5); BLDS 2015 Điều 148(5)
    expect(wall(due(rule(15, 'calendar-day'), '2026-10-31 09:00').dueAt)).toBe('2026-11-16 23:59');
  });

  it('a linked birth dossier received after 15:00 counts from the next working day', () => {
    // @legal NĐ 301/2026
    expect(wall(due(rule(3, 'working-day', { cutoff: '15:00' }), '2026-11-20 15:00:01').dueAt)).toBe(
      '2026-11-25 17:00',
    );
  });
});
