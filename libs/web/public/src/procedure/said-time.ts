import type { NationalTimeView } from '@mocua/contract';

/** One time limit in the words of the record; nothing is added to what it says. */
export function saidTime({ said, unitSaid, note }: NationalTimeView): string {
  const limit = [said, unitSaid].filter((part) => part !== '').join(' ');
  return [limit, note].filter((part) => part !== '').join('. ');
}
