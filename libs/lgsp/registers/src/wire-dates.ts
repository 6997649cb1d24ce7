/**
 * Reads `yyyy-MM-dd`, `yyyyMMdd` or `dd/MM/yyyy` as an ISO date.
 *
 * @throws Error for anything else and for days that do not exist
 */
export function isoDate(text: string): string {
  const forms = [
    /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/u,
    /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u,
    /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/u,
  ];
  for (const form of forms) {
    const { y, m, d } = form.exec(text.trim())?.groups ?? {};
    if (y === undefined) continue;
    const iso = `${y}-${String(m)}-${String(d)}`;
    const day = new Date(`${iso}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)) return iso;
  }
  throw new Error('not a date');
}

/** Null for nothing and for an empty text. @throws Error for what is no date */
export function optionalIsoDate(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' ? null : isoDate(text);
}
