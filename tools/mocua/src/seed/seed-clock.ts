import { Clock } from '@mocua/server/kernel';

/** Clock of a seeding: it stands where the story is. */
export class SeedClock extends Clock {
  private instant = Date.now();

  now(): Date {
    return new Date(this.instant);
  }

  set(at: number): void {
    this.instant = at;
  }
}

const minute = 60_000;
const day = 24 * 60 * minute;
const vietnam = 7 * 60 * minute;

/** Minute of the working day (07:30–11:30, 13:00–17:00) as minutes after midnight. */
function clockMinute(workingMinute: number): number {
  return workingMinute < 240 ? 450 + workingMinute : 780 + (workingMinute - 240);
}

/** The instant some working minutes into the n-th day before `now`, moved to Monday when it falls on a weekend. */
export function workingInstant(now: number, daysBefore: number, workingMinute: number): number {
  const midnight = Math.floor((now + vietnam) / day) * day - daysBefore * day;
  const weekday = new Date(midnight).getUTCDay();
  const shift = weekday === 0 ? 1 : weekday === 6 ? 2 : 0;
  return midnight + shift * day - vietnam + clockMinute(Math.min(479, Math.max(0, workingMinute))) * minute;
}

/** Small seeded generator, so that every installation tells the same story. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
