import { expect, it } from '@jest/globals';
import { at, calendar, due, holiday, rule, value } from '../test/builders';
import { extendDue, pauseDue, resumeDue } from './clock-life';
import { describeDue } from './describe';

const office = calendar({
  holidays: [holiday('2026-11-25', 'Ngày lễ A'), holiday('2026-11-26', 'Ngày lễ A')],
});

it('tells a citizen where the date comes from', () => {
  expect(describeDue(due(rule(4, 'working-day'), '2026-11-23 08:05', office), 'vi')).toEqual([
    'Bắt đầu tính từ 08:05 thứ Hai 23/11/2026, khi hồ sơ đến cơ quan giải quyết.',
    'Thời hạn là 4 ngày làm việc, theo NĐ 118/2025 Điều 17(3).',
    'Không tính ngày nghỉ hằng tuần: thứ Bảy 28/11/2026, Chủ nhật 29/11/2026.',
    'Không tính từ thứ Tư 25/11/2026 đến thứ Năm 26/11/2026 (Ngày lễ A).',
    'Hẹn trả: 08:05 thứ Ba 01/12/2026.',
  ]);
  expect(describeDue(due(rule(1, 'working-day'), '2026-11-23 08:05', office), 'en')).toEqual([
    'Counting begins at 08:05 on Monday 23 November 2026, when the dossier reached the agency that decides.',
    'The time limit is 1 working day, under NĐ 118/2025 Điều 17(3).',
    'Due: 08:05 on Tuesday 24 November 2026.',
  ]);
});

it('says why counting began later, and that a rule was not yet compared', () => {
  const late = rule(3, 'working-day', {
    cutoff: '15:00',
    source: { citation: 'NĐ 301/2026', effectiveFrom: '2026-09-01', verified: false },
  });
  const lines = describeDue(due(late, '2026-11-02 15:00:01', office), 'vi');
  expect(lines.slice(0, 3)).toEqual([
    'Mốc tính là 15:00 thứ Hai 02/11/2026, khi hồ sơ đến cơ quan giải quyết.',
    'Vì đến sau 15:00, bắt đầu tính từ 07:00 thứ Ba 03/11/2026.',
    'Thời hạn là 3 ngày làm việc, theo NĐ 301/2026 (căn cứ chưa được đối chiếu với bản công báo).',
  ]);
});

it('says that the first day does not count and that the last day runs to its end', () => {
  expect(describeDue(due(rule(15, 'calendar-day'), '2026-11-07 10:00'), 'vi')).toEqual([
    'Mốc tính là 10:00 thứ Bảy 07/11/2026, khi hồ sơ đến cơ quan giải quyết.',
    'Ngày đầu tiên không tính, nên bắt đầu đếm từ Chủ nhật 08/11/2026.',
    'Thời hạn là 15 ngày, tính cả ngày nghỉ, theo NĐ 118/2025 Điều 17(3).',
    'Ngày cuối rơi vào ngày nghỉ (Chủ nhật 22/11/2026), nên chuyển sang ngày làm việc kế tiếp.',
    'Hẹn trả: hết ngày thứ Hai 23/11/2026.',
  ]);
});

it('tells of pauses and extensions', () => {
  const twoDays = rule(2, 'working-day');
  const running = due(twoDays, '2026-11-16 08:00', office);
  const order = {
    at: at('2026-11-17 10:00'),
    cause: 'supplement',
    ground: 'NĐ 118/2025 Điều 19(5)',
    by: 'Sở Nội vụ',
  } as const;
  const paused = value(pauseDue(running, office, order));
  expect(describeDue(paused, 'vi').slice(-2)).toEqual([
    'Tạm dừng từ 10:00 thứ Ba 17/11/2026 vì chờ người nộp bổ sung hồ sơ (NĐ 118/2025 Điều 19(5); người quyết định: Sở Nội vụ).',
    'Thời hạn đang tạm dừng, còn lại 6 giờ làm việc; hẹn trả mới được tính khi chạy tiếp.',
  ]);
  const resumed = value(resumeDue(paused, office, twoDays, { at: at('2026-11-19 09:00'), policy: 'extend' }));
  const extended = value(
    extendDue(resumed, {
      at: at('2026-11-19 10:00'),
      to: at('2026-11-24 17:00'),
      ground: 'Chờ xác minh',
      by: 'Sở Nội vụ',
    }),
  );
  expect(describeDue(extended, 'vi').slice(-5)).toEqual([
    'Tạm dừng từ 10:00 thứ Ba 17/11/2026 đến 09:00 thứ Năm 19/11/2026 vì chờ người nộp bổ sung hồ sơ (NĐ 118/2025 Điều 19(5); người quyết định: Sở Nội vụ).',
    'Sau đó tính tiếp phần thời gian còn lại.',
    'Cơ quan đã xin lỗi và hẹn lại một lần, từ 17:00 thứ Năm 19/11/2026 sang 17:00 thứ Ba 24/11/2026 (Chờ xác minh).',
    'Hẹn trả: 17:00 thứ Ba 24/11/2026.',
    'Hẹn trả ban đầu là 08:00 thứ Tư 18/11/2026.',
  ]);
});

it('does not show an opaque identifier to a citizen', () => {
  const twoDays = rule(2, 'working-day');
  const order = {
    at: at('2026-11-17 10:00'),
    cause: 'outage',
    ground: 'Thông báo 12/TB',
    by: '0199a000-0000-7000-8000-000000000001',
  } as const;
  const paused = value(pauseDue(due(twoDays, '2026-11-16 08:00', office), office, order));
  expect(describeDue(paused, 'vi').join('\n')).not.toContain('0199a000');
  const byOfficer = value(
    pauseDue(due(twoDays, '2026-11-16 08:00', office), office, { ...order, by: 'officer' }),
  );
  expect(describeDue(byOfficer, 'vi').join('\n')).toContain('người quyết định: cán bộ cơ quan giải quyết');
});
