/** How long readings are kept, as it holds from a date on. */
export interface ReadingRetention {
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  readonly months: number;
  readonly source: string;
  readonly verified: boolean;
}

/** No text that was read says how long an agency keeps such a record, so this is a setting of the province, and a long one. */
export const declaredReadingRetention: readonly ReadingRetention[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    months: 120,
    source: 'đặt tạm 10 năm; văn bản đã đọc không nêu thời hạn cho cơ quan nhà nước',
    verified: false,
  },
];

/** The rule in force on a date; null before the first one, when nothing may go. */
export function retentionOn(versions: readonly ReadingRetention[], date: string): ReadingRetention | null {
  return versions
    .filter((each) => each.effectiveFrom <= date)
    .reduce<ReadingRetention | null>(
      (latest, each) => (latest && latest.version > each.version ? latest : each),
      null,
    );
}

/** Readings before this instant have been kept long enough at `now`; a day that the month does not have is its last. */
export function keptUntil({ months }: Pick<ReadingRetention, 'months'>, now: Date): Date {
  const month = now.getUTCMonth() - months;
  const lastDay = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const first = new Date(now);
  first.setUTCDate(1);
  first.setUTCMonth(month);
  first.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return first;
}
