import { stat } from 'node:fs/promises';
import { completeness, readNationalRecord, recordOf } from '@mocua/engine/national-record';
import { checkPackage, readPackageFolder } from '@mocua/server/procedure';
import { printFaults, readRecordFile } from './import-record';

/**
 * Proves a package, or reads a file of the national database, without a database and without publishing.
 *
 * @param path - folder of a package, or a file in the national shape
 * @returns exit code
 */
export async function checkProcedure(path: string): Promise<number> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? checkRecord(path) : checkFolder(path);
}

async function checkFolder(folder: string): Promise<number> {
  const read = await readPackageFolder(folder);
  const result = read.ok ? await checkPackage(read.source) : read;
  if (!result.ok) {
    for (const { file, at, message } of result.problems)
      console.error(`${file} ${at}: ${message.vi} / ${message.en}`);
    return 1;
  }
  const { entry, cases } = result.checked.source;
  const played = cases.answers.length + cases.paths.length + cases.clock.length;
  console.log(`${entry.code} version ${entry.version}: sound; ${played} cases came out as written.`);
  return 0;
}

async function checkRecord(file: string): Promise<number> {
  const bytes = await readRecordFile(file);
  if (!bytes) return 1;
  const result = readNationalRecord(bytes);
  if (!result.ok) {
    printFaults(file, result.faults);
    return 1;
  }
  const record = recordOf(result.content);
  const gaps = completeness(record);
  console.log(`${record.nationalCode}: sound; ${gaps.length} kinds of things to complete.`);
  for (const { message, places } of gaps) console.log(`  ${message.vi} (${Math.max(places.length, 1)})`);
  return 0;
}
