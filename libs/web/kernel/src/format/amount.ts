import type { LanguageCode } from '../language/language';

const minutesPerWorkingDay = 480;

/** What something costs: an amount, and zero as free of charge. */
export function formatFee(amount: number, language: LanguageCode): string {
  if (amount === 0) return language === 'vi' ? 'Không thu phí' : 'Free of charge';
  return formatDong(amount, language);
}

/** Integer đồng as `1.234.567 đồng`. */
export function formatDong(amount: number, language: LanguageCode): string {
  return `${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(amount)} ${language === 'vi' ? 'đồng' : 'VND'}`;
}

/** File size for people: `820 kB`, `1,4 MB`. */
export function formatBytes(size: number, language: LanguageCode): string {
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  if (size < 1000) return `${number.format(size)} B`;
  return size < 1_000_000
    ? `${number.format(Math.round(size / 1000))} kB`
    : `${number.format(size / 1_000_000)} MB`;
}

/** Working minutes as `2 ngày 3 giờ làm việc`, at most two units. */
export function formatWorkingMinutes(minutes: number, language: LanguageCode): string {
  const words =
    language === 'vi'
      ? { day: 'ngày', hour: 'giờ', minute: 'phút', tail: 'làm việc' }
      : { day: 'd', hour: 'h', minute: 'min', tail: 'of working time' };
  const parts: string[] = [];
  const days = Math.floor(minutes / minutesPerWorkingDay);
  const hours = Math.floor((minutes % minutesPerWorkingDay) / 60);
  const rest = minutes % 60;
  if (days > 0) parts.push(`${String(days)} ${words.day}`);
  if (hours > 0) parts.push(`${String(hours)} ${words.hour}`);
  if (days === 0 && (rest > 0 || parts.length === 0)) parts.push(`${String(rest)} ${words.minute}`);
  return `${parts.join(' ')} ${words.tail}`;
}
