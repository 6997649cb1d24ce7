import type { ReportFigure } from '@mocua/contract';

/** `2026-10` as people write a month. */
export function monthInWords(month: string): string {
  return month.split('-').reverse().join('/');
}

/** A count, or a share in percent with what it is of; a dash for a share of nothing, and for what is not there. */
export function figureInWords(figure: ReportFigure | null, language: 'vi' | 'en'): string {
  if (figure === null) return '–';
  const { numerator, denominator } = figure;
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  if (denominator === null) return count(numerator);
  if (denominator === 0) return '–';
  const style = { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const share = new Intl.NumberFormat(locale, style).format(numerator / denominator);
  return `${share} (${count(numerator)}/${count(denominator)})`;
}

/** The months that are over in Vietnam at an instant, the last one first; `YYYY-MM`. */
export function finishedMonths(now: Date, count: number): string[] {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
  const [year = 0, month = 0] = today.split('-').map(Number);
  return Array.from({ length: count }, (_each, index) =>
    new Date(Date.UTC(year, month - 2 - index, 1)).toISOString().slice(0, 7),
  );
}
