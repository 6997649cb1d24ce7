import { dateParts } from '@mocua/engine/eform/page';

/**
 * What three boxes say: a day as `YYYY-MM-DD`, `none` when nothing was written, `wrong` for what is no day.
 *
 * @param typed - as `DayField` gives it
 */
export function dayOf(typed: string): string | 'none' | 'wrong' {
  const { day, month, year } = dateParts(typed);
  if (day === '' && month === '' && year === '') return 'none';
  if (!/^\d{4}$/u.test(year) || !/^\d{1,2}$/u.test(month) || !/^\d{1,2}$/u.test(day)) return 'wrong';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : 'wrong';
}
