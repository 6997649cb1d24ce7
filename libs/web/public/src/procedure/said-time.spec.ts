import { describe, expect, it } from '@jest/globals';
import type { NationalTimeView } from '@mocua/contract';
import { saidTime } from './said-time';

const time = (said: string, unitSaid: string, note: string) => ({ said, unitSaid, note }) as NationalTimeView;

describe('a time limit of a record', () => {
  it.each([
    [time('3', 'Ngày làm việc', ''), '3 Ngày làm việc'],
    [time('', 'Ngày làm việc', 'Trả ngay trong ngày'), 'Ngày làm việc. Trả ngay trong ngày'],
    [time('15 - 25', 'Ngày', 'tùy trường hợp'), '15 - 25 Ngày. tùy trường hợp'],
    [time('', '', 'Theo quy định'), 'Theo quy định'],
    [time('', '', ''), ''],
  ])('%j is told as it says: %s', (limit, words) => {
    expect(saidTime(limit)).toBe(words);
  });
});
