import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '@mocua/server/kernel';
import { PublishedProcedures, ReviewNationalRecords } from '@mocua/server/procedure';

const nameLength = 80;

/** Lists packages in force today and every imported record with where it stands. */
export async function listProcedures(domains: INestApplicationContext): Promise<number> {
  const packages = await domains.get(PublishedProcedures).list(domains.get(Clock).today());
  console.log('Packages in force');
  for (const { code, version, entry } of packages)
    console.log(line(code, `version ${version}`, entry.name.vi));
  console.log('\nNational records');
  for (const { code, revision, state, publishedRevision, record } of await domains
    .get(ReviewNationalRecords)
    .list()) {
    const shown =
      publishedRevision === null || publishedRevision === revision ? '' : `, ${publishedRevision} shown`;
    console.log(line(code, `revision ${revision} ${state}${shown}`, record.name));
  }
  return 0;
}

function line(code: string, state: string, name: string): string {
  const short = name.length > nameLength ? `${name.slice(0, nameLength - 1)}…` : name;
  return `  ${code.padEnd(12)}${state.padEnd(34)}${short}`;
}
