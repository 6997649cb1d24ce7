/** A line of a table with the number it has in the file, from 1. */
export interface TableLine {
  readonly number: number;
  readonly cells: readonly string[];
}

export type ReadTableResult =
  | { readonly ok: true; readonly header: readonly string[]; readonly lines: readonly TableLine[] }
  | { readonly ok: false; readonly reason: 'empty' | 'too-long' | 'quote-open' };

/** A batch is worked through while somebody looks on; more than this is several batches. */
export const mostLines = 200;

/**
 * Reads a table as spreadsheets save it: fields between commas, semicolons or tabs, quotes doubled inside quotes. Lines
 * that are empty or begin with `#` are left out.
 */
export function readTable(text: string): ReadTableResult {
  const content = text.replace(/^\uFEFF/u, '').normalize('NFC');
  const separator = separatorOf(content.split(/\r?\n/u)[0] ?? '');
  const lines: TableLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let number = 1;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endLine = (): void => {
    endCell();
    if (cells.some((each) => each !== '') && !cells[0]?.startsWith('#')) lines.push({ number, cells });
    cells = [];
    number += 1;
  };
  for (let at = 0; at < content.length; at += 1) {
    const sign = content[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n') endLine();
    else if (sign !== '\r') cell += sign;
  }
  if (quoted) return { ok: false, reason: 'quote-open' };
  if (cell !== '' || cells.length > 0) endLine();
  const [header, ...rest] = lines;
  if (header === undefined || rest.length === 0) return { ok: false, reason: 'empty' };
  return rest.length > mostLines
    ? { ok: false, reason: 'too-long' }
    : { ok: true, header: header.cells, lines: rest };
}

/** Vietnamese spreadsheets separate by semicolons, because the comma is the decimal sign. */
function separatorOf(firstLine: string): string {
  const counts = [';', '\t', ','].map((sign) => [sign, firstLine.split(sign).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** One line of a table, quoted where it has to be. */
export function writeLine(cells: readonly string[]): string {
  return cells.map((each) => (/[;"\n]/u.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join(';');
}
