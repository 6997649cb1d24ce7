import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { fillText, problems } from '@mocua/contract';
import { faultLine, type RecordFault } from '@mocua/engine/national-record';
import { Problem } from '@mocua/server/kernel';
import { ApproveNationalRecord, ImportNationalRecord, type RecordReview } from '@mocua/server/procedure';

/** Who the records say has imported and approved them. */
export const commandLine = 'system:mocua';

export interface ImportWish {
  readonly file: string;
  /** Hash of the difference that was read. */
  readonly approve: string | null;
  /** First day on which the public sees it, `YYYY-MM-DD`. */
  readonly from: string | null;
}

/**
 * Imports one file of the national database, says what changed and what is missing, and publishes it when the hash of exactly
 * that difference is given.
 *
 * @returns exit code
 */
export async function importRecord(domains: INestApplicationContext, wish: ImportWish): Promise<number> {
  const bytes = await readRecordFile(wish.file);
  if (!bytes) return 1;
  const result = await domains.get(ImportNationalRecord).execute(bytes, commandLine);
  if (!result.ok) {
    printFaults(wish.file, result.faults);
    return 1;
  }
  const { outcome, review } = result;
  if (outcome === 'unchanged') {
    console.log(`${review.code} revision ${review.publishedRevision}: unchanged, it is published already.`);
    if (review.state === 'proposed')
      console.log(`Another proposal, revision ${review.revision}, is still open.`);
    return 0;
  }
  printReview(review);
  if (wish.approve === null) {
    console.log('\nNothing is published yet. Read the above, then run:');
    console.log(`  npm run mocua -- procedure import ${wish.file} --approve ${review.differenceHash}`);
    return 0;
  }
  return approve(domains, review, wish.approve, wish.from);
}

async function approve(
  domains: INestApplicationContext,
  { code, differenceHash: proposed }: RecordReview,
  differenceHash: string,
  from: string | null,
): Promise<number> {
  try {
    const published = await domains.get(ApproveNationalRecord).execute({
      code,
      differenceHash,
      approvedBy: commandLine,
      ...(from === null ? {} : { effectiveFrom: from }),
    });
    console.log(
      `\n${published.code} revision ${published.revision}: published${from ? ` from ${from}` : ''}.`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { vi, en } = problems[error.code];
    for (const { title } of [vi, en]) console.error(fillText(title, error.params));
    console.error(`Nothing is published. What is proposed now: --approve ${proposed}`);
    return 1;
  }
}

/** Null, and a line that says so, when there is no such file. */
export async function readRecordFile(file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EISDIR') throw error;
    console.error(`Không có tệp ${file}. / There is no file ${file}.`);
    return null;
  }
}

export function printFaults(file: string, faults: readonly RecordFault[]): void {
  console.error(
    `${file}: ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}, nothing was imported.`,
  );
  for (const fault of faults) console.error(`  ${faultLine(fault, 'vi')} / ${fault.message.en}`);
}

/** Places named for one kind of gap; the workspace shows all. */
const shownPlaces = 3;

function printReview({
  code,
  record,
  revision,
  publishedRevision,
  changes,
  gaps,
  composedTexts,
}: RecordReview): void {
  console.log(`${record.nationalCode} ${record.name.slice(0, 100)}`);
  const against = publishedRevision === null ? 'first import' : `against revision ${publishedRevision}`;
  console.log(
    `${code} revision ${revision}, ${against}: ${changes.length} changes, ${gaps.length} kinds of gaps.`,
  );
  if (composedTexts > 0) console.log(`${composedTexts} texts were composed (NFC).`);
  if (changes.length > 0) console.log('\nThay đổi:');
  for (const { line } of changes) console.log(`  ${line.vi}`);
  if (gaps.length > 0) console.log('\nCần bổ sung:');
  for (const { message, places } of gaps) {
    console.log(`  ${message.vi}`);
    for (const place of places.slice(0, shownPlaces)) console.log(`    - ${place.vi}`);
    if (places.length > shownPlaces) console.log(`    - và ${places.length - shownPlaces} chỗ khác`);
  }
}
