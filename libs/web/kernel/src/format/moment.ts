import type { LanguageCode } from '../language/language';

/** All instants are shown in the time of Vietnam, wherever the reader is. */
const timeZone = 'Asia/Ho_Chi_Minh';
const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  language: LanguageCode,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formats.set(key, known);
  return known;
}

/** `22/11/2026`. Takes an instant or a plain date. */
export function formatDate(value: string, language: LanguageCode): string {
  // a plain date has no zone; noon keeps it on the same day in Vietnam
  const instant = new Date(value.length === 10 ? `${value}T12:00:00+07:00` : value);
  return format(language, 'date', { day: '2-digit', month: '2-digit', year: 'numeric' }).format(instant);
}

/** `10:32`. */
export function formatTime(instant: string, language: LanguageCode): string {
  return format(language, 'time', { hour: '2-digit', minute: '2-digit', hour12: false }).format(
    new Date(instant),
  );
}

const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/** `10:32, Thứ Hai 23/11/2026`: the form people use for an appointment. */
export function formatInstant(instant: string, language: LanguageCode): string {
  // Vietnam keeps UTC+7 all year, so the weekday can be read from a shifted instant
  const weekday = new Date(Date.parse(instant) + 7 * 3_600_000).getUTCDay();
  return `${formatTime(instant, language)}, ${weekdays[language][weekday]} ${formatDate(instant, language)}`;
}

/** `5 phút trước`, `trong 3 ngày nữa`. */
export function formatRelative(instant: string, now: number, language: LanguageCode): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(Math.round(seconds), 'second');
  if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}
