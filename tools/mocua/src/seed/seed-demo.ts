import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SeedDemoProvince } from '@mocua/server/identity';
import { workspaceRoot } from '@mocua/server/kernel';
import { PublishPackage } from '@mocua/server/procedure';
import { seedDossiers } from './seed-dossiers';
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
    let ok = true;
    for (const folder of await packageFolders()) {
      const result = await domains.get(PublishPackage).fromFolder(folder);
      if (result.ok) continue;
      ok = false;
      for (const { file, at, message } of result.problems)
        console.error(`${folder}/${file} ${at}: ${message.en}`);
    }
    return ok;
  });
  if (!published) return 1;
  if (!dossiers) {
    console.log('The demo province is ready, without dossiers.');
    return 0;
  }
  const filed = await seedDossiers();
  console.log(
    filed === 0
      ? 'The demo province is there already.'
      : `The demo province is ready with ${filed} dossiers.`,
  );
  return 0;
}

async function packageFolders(): Promise<string[]> {
  const root = join(workspaceRoot(), 'procedures');
  const codes = (await readdir(root)).sort();
  const versions = await Promise.all(
    codes.map(async (code) => (await readdir(join(root, code))).map((version) => join(root, code, version))),
  );
  return versions.flat();
}
