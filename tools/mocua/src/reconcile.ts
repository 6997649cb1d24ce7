import type { INestApplicationContext } from '@nestjs/common';
import { Reconcile } from '@mocua/server/national-portal';

/** Compares every dossier with the national portal and prints what differs; 1 when something does, or was not answered. */
export async function reconcile(domains: INestApplicationContext, asJson: boolean): Promise<number> {
  const report = await domains.get(Reconcile).execute();
  const { compared, different, unanswered, found } = report;
  if (asJson) console.log(JSON.stringify(report));
  else {
    console.log(`${compared} dossiers compared, ${different} differences, ${unanswered} without an answer`);
    for (const { code, cause, details } of found) {
      console.log(`  ${code}  ${cause}`);
      for (const { what, ours, theirs } of details)
        console.log(`    ${what}: ours ${ours ?? '–'}, theirs ${theirs ?? '–'}`);
    }
  }
  return different + unanswered === 0 ? 0 : 1;
}
