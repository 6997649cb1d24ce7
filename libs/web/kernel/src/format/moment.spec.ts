import { describe, expect, it } from '@jest/globals';
import { formatDate, formatInstant, formatRelative, formatTime } from './moment';

describe('moments', () => {
  it('are shown in the time of Vietnam, also over midnight', () => {
    expect(formatInstant('2026-11-22T17:30:00Z', 'vi')).toBe('00:30, Thứ Hai 23/11/2026');
    expect(formatInstant('2026-11-22T17:30:00Z', 'en')).toBe('00:30, Monday 23/11/2026');
    expect(formatTime('2026-11-22T03:32:00Z', 'vi')).toBe('10:32');
  });

  it('take a plain date for what it says', () => {
    expect(formatDate('2026-03-01', 'vi')).toBe('01/03/2026');
    expect(formatDate('1955-12-31', 'en')).toBe('31/12/1955');
  });

  it('know the way from now in the largest fitting unit', () => {
    const now = Date.parse('2026-11-22T00:00:00Z');
    expect(formatRelative('2026-11-25T00:00:00Z', now, 'en')).toBe('in 3 days');
    expect(formatRelative('2026-11-21T23:55:00Z', now, 'en')).toBe('5 minutes ago');
  });
});
