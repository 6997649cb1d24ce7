import { join } from 'node:path';
import { SeedDemoProvince } from '@mocua/server/identity';
import { Clock, workspaceRoot } from '@mocua/server/kernel';
import { SeedCashDesks } from '@mocua/server/payment';
import { findPackageFolders, PublishPackage } from '@mocua/server/procedure';
import { seedContent } from './seed-content';
import { seedDossiers } from './seed-dossiers';
import { seedCredentials } from './seed-credentials';
import { seedMirrors } from './seed-mirrors';
import { seedRecords } from './seed-records';
import { seedStore } from './seed-store';
import { withDomains } from '../with-domains';

/**
 * Fills an empty installation: province, people, procedures and dossiers, all through the real use cases. Harmless to
 * repeat. Without dossiers it takes seconds, for those who bring their own.
 */
export async function seedDemo(
  { dossiers }: { readonly dossiers: boolean } = { dossiers: true },
): Promise<number> {
  const published = await withDomains(async (domains) => {
    await domains.get(SeedDemoProvince).execute();
    await domains.get(SeedCashDesks).execute(domains.get(Clock).today());
    await seedCredentials(domains);
    const procedures = join(workspaceRoot(), 'procedures');
    let ok = await seedRecords(domains, join(procedures, 'records'));
    for (const folder of await findPackageFolders(procedures)) {
      const result = await domains.get(PublishPackage).fromFolder(folder);
      if (result.ok) continue;
      ok = false;
      for (const { file, at, message } of result.problems)
        console.error(`${folder}/${file} ${at}: ${message.en}`);
    }
    return ok;
  });
  if (!published) return 1;
  await seedContent();
  if (!dossiers) {
    console.log('The demo province is ready, without dossiers.');
    return 0;
  }
  await seedMirrors();
  await seedStore();
  const filed = await seedDossiers();
  console.log(
    filed === 0
      ? 'The demo province is there already.'
      : `The demo province is ready with ${filed} dossiers.`,
  );
  return 0;
}
