import { localDate } from '@mocua/server/kernel';

/** A month in Vietnam, `YYYY-MM`; its order is that of its text. */
export type Month = string;

const written = /^(?<year>20\d{2})-(?<month>0[1-9]|1[0-2])$/u;

export function isMonth(text: string): boolean {
  return written.test(text);
}

/** The month in Vietnam of an instant (ISO). */
export function monthOf(instant: string): Month {
  return localDate(new Date(instant)).slice(0, 7);
}

/** The month before. */
export function monthBefore(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
}

/** The first instant after a month, ISO in UTC. */
export function endOf(month: Month): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  // Midnight in Vietnam is 17:00 of the day before in UTC.
  return new Date(Date.UTC(year, number, 1) - 7 * 3_600_000).toISOString();
}
