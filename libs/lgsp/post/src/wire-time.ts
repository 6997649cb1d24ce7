const vietnamMs = 7 * 3_600_000;

/** An instant from what the post writes, `dd/MM/yyyy HH:mm:ss` on the clock of Vietnam. @throws Error when it is no such time */
export function instantOf(time: string): string {
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)$/u.exec(time);
  const [, day, month, year, hour, minute, second] = match ?? [];
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  if (!match || Number.isNaN(local)) throw new Error('not a time of the post');
  return new Date(local - vietnamMs).toISOString();
}
