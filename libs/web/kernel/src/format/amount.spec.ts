import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatDong, formatFee, formatWorkingMinutes } from './amount';

describe('amounts', () => {
  it('say đồng the Vietnamese way, and nothing as free of charge', () => {
    expect(formatDong(1_234_567, 'vi')).toBe('1.234.567 đồng');
    expect(formatDong(0, 'vi')).toBe('0 đồng');
    expect(formatFee(8_000, 'vi')).toBe('8.000 đồng');
    expect(formatFee(0, 'vi')).toBe('Không thu phí');
  });

  it.each([
    [0, '0 phút làm việc'],
    [45, '45 phút làm việc'],
    [185, '3 giờ 5 phút làm việc'],
    [480, '1 ngày làm việc'],
    [1110, '2 ngày 2 giờ làm việc'],
  ])('say %i working minutes as “%s”', (minutes, text) => {
    expect(formatWorkingMinutes(minutes, 'vi')).toBe(text);
  });

  it.each([
    [999, '999 B'],
    [820_400, '820 kB'],
    [1_430_000, '1,4 MB'],
  ])('say %i bytes as “%s”', (size, text) => {
    expect(formatBytes(size, 'vi')).toBe(text);
  });
});
