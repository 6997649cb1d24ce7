/** What was asked of `procedure import`; `wrong` when it makes no sense. */
export interface ImportOptions {
  readonly file: string | undefined;
  readonly approve: string | null;
  readonly from: string | null;
  readonly wrong: boolean;
}

/** @param args - in any order: the file, `--approve <hash>`, `--from <date>` */
export function importOptions(args: readonly string[]): ImportOptions {
  const rest: string[] = [];
  let approve: string | null = null;
  let from: string | null = null;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--approve') approve = args[(at += 1)] ?? '';
    else if (arg === '--from') from = args[(at += 1)] ?? '';
    else rest.push(arg);
  }
  const [file, ...others] = rest;
  const wrong =
    others.length > 0 ||
    (file?.startsWith('--') ?? false) ||
    (approve !== null && !/^[0-9a-f]{64}$/u.test(approve)) ||
    (from !== null && !isDate(from));
  return { file, approve, from, wrong };
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? text.split('-').map(Number) : [];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
