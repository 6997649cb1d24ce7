const vietnamOffsetMs = 7 * 3_600_000;

/** The instant behind a `datetime-local` box, read as the time of Vietnam wherever the computer stands; null when empty. */
export function instantOfInput(value: string | undefined): string | null {
  const at = Date.parse(`${value ?? ''}:00+07:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** What a `datetime-local` box shows for an instant. */
export function inputOfInstant(instant: string | null): string {
  return instant === null ? '' : new Date(Date.parse(instant) + vietnamOffsetMs).toISOString().slice(0, 16);
}
