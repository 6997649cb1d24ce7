import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { faultLine } from '@mocua/engine/national-record';
import { ApproveNationalRecord, ImportNationalRecord } from '@mocua/server/procedure';

/** The seed stands in for the administrator who would have read each difference. */
const seed = 'system:seed-demo';

/**
 * Imports and publishes the invented national records of the demo province, and leaves the changed ones for an administrator
 * to decide about.
 *
 * @param folder - with one file a record; below it `proposed` with what changed since
 * @returns false when a file is broken, after saying why
 */
export async function seedRecords(domains: INestApplicationContext, folder: string): Promise<boolean> {
  const published = await importAll(domains, folder, true);
  const proposed = await importAll(domains, join(folder, 'proposed'), false);
  return published && proposed;
}

async function importAll(
  domains: INestApplicationContext,
  folder: string,
  approve: boolean,
): Promise<boolean> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  let ok = true;
  for (const file of files) {
    const result = await domains.get(ImportNationalRecord).execute(await readFile(join(folder, file)), seed);
    if (!result.ok) {
      ok = false;
      for (const fault of result.faults) console.error(`${file}: ${faultLine(fault, 'en')}`);
    } else if (approve && result.outcome !== 'unchanged') {
      await domains.get(ApproveNationalRecord).execute({ ...result.review, approvedBy: seed });
    }
  }
  return ok;
}
