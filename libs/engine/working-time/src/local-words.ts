import {
  dayOf,
  localMinuteOf,
  dayOfMinute,
  dateOf,
  startOfDay,
  weekdayOf,
  type DayIndex,
} from './local-time';

export type Language = 'vi' | 'en';

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export function weekdayName(weekday: number, language: Language): string {
  return weekdayNames[language][weekday] ?? '';
}

/** `thứ Hai 23/11/2026`, `Monday 23 November 2026`. */
export function dayInWords(day: DayIndex, language: Language): string {
  return `${weekdayName(weekdayOf(day), language)} ${shortDay(day, language)}`;
}

/** `23/11/2026`, `23 November 2026`. */
export function shortDay(day: DayIndex, language: Language): string {
  const [year = '', month = '', date = ''] = dateOf(day).split('-');
  return language === 'vi'
    ? `${date}/${month}/${year}`
    : `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

export function dateInWords(date: string, language: Language): string {
  return dayInWords(dayOf(date), language);
}

/** `08:05`. */
export function clockOf(iso: string): string {
  const minute = localMinuteOf(iso);
  const ofDay = minute - startOfDay(dayOfMinute(minute));
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}

/** `08:05 thứ Hai 23/11/2026`, `08:05 on Monday 23 November 2026`; the last minute of a day is said as its end. */
export function momentInWords(iso: string, language: Language): string {
  const day = dayInWords(dayOfMinute(localMinuteOf(iso)), language);
  const clock = clockOf(iso);
  if (clock === '23:59') return language === 'vi' ? `hết ngày ${day}` : `the end of ${day}`;
  return language === 'vi' ? `${clock} ${day}` : `${clock} on ${day}`;
}

function plural(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`;
}

/** `13 giờ 30 phút`, `13 hours 30 minutes`. */
export function minutesInWords(minutes: number, language: Language): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts =
    language === 'vi'
      ? [hours > 0 ? `${hours} giờ` : '', rest > 0 || hours === 0 ? `${rest} phút` : '']
      : [hours > 0 ? plural(hours, 'hour') : '', rest > 0 || hours === 0 ? plural(rest, 'minute') : ''];
  return parts.filter((part) => part !== '').join(' ');
}
