const vietnamOffsetMs = 7 * 60 * 60 * 1000;

interface LocalTime {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
}

/** Parts of an instant on a clock in Vietnam (UTC+7 all year). */
function localTime(instant: string): LocalTime {
  const iso = new Date(Date.parse(instant) + vietnamOffsetMs).toISOString();
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    hour: iso.slice(11, 13),
    minute: iso.slice(14, 16),
  };
}

/** `14 giờ 05 phút, ngày 22 tháng 11 năm 2026`, as forms write it. */
export function inWordsWithTime(instant: string): string {
  const { hour, minute } = localTime(instant);
  return `${hour} giờ ${minute} phút, ${inWords(instant)}`;
}

/**
 * `ngày 22 tháng 11 năm 2026`; days below 10 and the months 1 and 2 take a leading zero, so that nothing can be added.
 *
 * @legal NĐ 30/2020 Phụ lục I mục II.4
 */
export function inWords(instant: string): string {
  const { day, month, year } = localTime(instant);
  return `ngày ${day} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${year}`;
}

/** `22/11/2026`. */
export function shortDate(instant: string): string {
  const { day, month, year } = localTime(instant);
  return `${day}/${month}/${year}`;
}

/** `1,5 MB` or `240 KB`, decimal comma. */
export function fileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
