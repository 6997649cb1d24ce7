export const earliestDate = '1900-01-01';

/**
 * Reads what a person typed as a date: `1985-3-7`, `7/3/1985`, `07-03-1985` or `7.3.1985`.
 * @returns `YYYY-MM-DD`, or null when there is no such day.
 */
export function readDate(typed: string): string | null {
  const parts = typed.split(/[-/.]/u).map((part) => part.trim());
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/u.test(part))) return null;
  const [first = '', middle = '', last = ''] = parts;
  const yearFirst = first.length === 4;
  const year = yearFirst ? first : last;
  const day = yearFirst ? last : first;
  if (year.length !== 4 || middle.length > 2 || day.length > 2) return null;
  if (Number(year) < 1 || !isDay(Number(year), Number(middle), Number(day))) return null;
  return `${year}-${middle.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The three parts as typed, for a date entry of day, month and year. */
export function dateParts(value: string): {
  readonly day: string;
  readonly month: string;
  readonly year: string;
} {
  const [year = '', month = '', day = ''] = value.split('-');
  return { day, month, year };
}

/** `YYYY-MM-DD` as `dd/MM/yyyy`; anything else unchanged. */
export function displayDate(value: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? value.split('-').reverse().join('/') : value;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
