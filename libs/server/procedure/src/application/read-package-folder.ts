import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PackageProblem } from '../domain/check-package';

export type ReadPackageResult =
  | { readonly ok: true; readonly source: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly PackageProblem[] };

const jsonParts = {
  entry: 'procedure.json',
  form: 'form.json',
  components: 'components.json',
  tasks: 'tasks.json',
  rules: 'rules.json',
  print: 'print.json',
  cases: 'cases.json',
} as const;

const optionalParts = {
  fees: 'fees.json',
  eligibility: 'eligibility.json',
  handovers: 'handovers.json',
  outgoing: 'outgoing.json',
} as const;

/**
 * Every package below a folder laid out as `<code>/v<version>`, oldest version first.
 *
 * @param root - for example `procedures` of the workspace
 */
export async function findPackageFolders(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true });
  return entries
    .filter((entry) => basename(entry) === 'procedure.json')
    .map((entry) => join(root, dirname(entry)))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
}

/** Reads the files of a package; what they mean is judged by `checkPackage`. */
export async function readPackageFolder(folder: string): Promise<ReadPackageResult> {
  const problems: PackageProblem[] = [];
  const source: Record<string, unknown> = {};
  for (const [part, file] of Object.entries(jsonParts)) {
    const text = await readText(folder, file, problems);
    if (text !== null) source[part] = parseJson(text, file, problems);
  }
  for (const [part, file] of Object.entries(optionalParts)) {
    const text = await textOf(folder, file);
    if (text !== null) source[part] = parseJson(text, file, problems);
  }
  source['bpmn'] = await readText(folder, 'process.bpmn', problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, source };
}

async function readText(
  folder: string,
  file: PackageProblem['file'],
  problems: PackageProblem[],
): Promise<string | null> {
  const text = await textOf(folder, file);
  if (text === null) {
    problems.push({
      file,
      at: '',
      message: { vi: `Thiếu tệp ${file} trong ${folder}.`, en: `${file} is missing in ${folder}.` },
    });
  }
  return text;
}

/** Null when there is no such file. */
async function textOf(folder: string, file: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, file), 'utf8')).normalize('NFC');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

function parseJson(text: string, file: PackageProblem['file'], problems: PackageProblem[]): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // The author of the package must learn about a stray comma, and about the other files in the same run.
    const detail = error instanceof Error ? error.message : '';
    problems.push({
      file,
      at: '',
      message: { vi: `Không đọc được JSON: ${detail}`, en: `Not JSON: ${detail}` },
    });
    return null;
  }
}
