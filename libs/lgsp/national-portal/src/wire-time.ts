const vietnamOffsetMs = 7 * 60 * 60 * 1000;

/** `yyyyMMddHHmmss` in Vietnamese time, as the wire writes instants. */
export function toWireTime(instant: string): string {
  return new Date(Date.parse(instant) + vietnamOffsetMs).toISOString().replace(/\D/gu, '').slice(0, 14);
}

/** The ISO instant in UTC; null for an empty text. @throws Error for anything that is no such time */
export function fromWireTime(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(text) ?? [];
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(local)) throw new Error('not a time of the wire');
  return new Date(local - vietnamOffsetMs).toISOString();
}
