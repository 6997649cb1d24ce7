const vietnamMs = 7 * 3_600_000;

/** An instant as the platform writes it: `yyyyMMddHHmmss` on the clock of Vietnam. */
export function wireTime(iso: string): string {
  return new Date(Date.parse(iso) + vietnamMs).toISOString().replace(/\D/gu, '').slice(0, 14);
}

/** @throws Error when it is no such time */
export function instantOf(time: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(time);
  if (!match) throw new Error('not a time of the payment platform');
  const [, year, month, day, hour, minute, second] = match;
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  if (Number.isNaN(local)) throw new Error('not a time of the payment platform');
  return new Date(local - vietnamMs).toISOString();
}
