import type { LocalizedText, listReadings, ResponseOf } from '@mocua/contract';

export type Reading = ResponseOf<typeof listReadings>['items'][number];

/** What one reader did for one reason with one dossier on one day. */
export interface ReadingLine extends Reading {
  /** How often on that day; `at` is the last time. */
  readonly times: number;
}

/**
 * Readings put together by day, so that a system which looks twenty times a day does not hide a person who looked once.
 *
 * @param readings - newest first
 * @param dayOf - the day of an instant where the reader of the page lives
 */
export function readingLines(
  readings: readonly Reading[],
  dayOf: (instant: string) => string,
): readonly ReadingLine[] {
  const lines = new Map<string, ReadingLine>();
  for (const reading of readings) {
    const { at, who, own, purpose, dossierId } = reading;
    const key = JSON.stringify([dayOf(at), who.vi, own, purpose.vi, dossierId]);
    const line = lines.get(key);
    lines.set(
      key,
      line
        ? { ...line, times: line.times + 1, what: together(line.what, reading.what) }
        : { ...reading, times: 1 },
    );
  }
  return [...lines.values()];
}

function together(one: readonly LocalizedText[], other: readonly LocalizedText[]): LocalizedText[] {
  return [...one, ...other.filter(({ vi }) => one.every((known) => known.vi !== vi))];
}
