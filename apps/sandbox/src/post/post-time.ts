/** An instant as the post writes it: `dd/MM/yyyy HH:mm:ss` on the clock of Vietnam. */
export function postTime(iso: string): string {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-');
  return `${day}/${month}/${year} ${local.slice(11, 19)}`;
}
