import type { INestApplicationContext } from '@nestjs/common';
import { CutReadings } from '@mocua/server/personal-data';

/** Cuts old readings now and says what became of it. Exit code 1: a stream is not what was written. */
export async function cutReadings(domains: INestApplicationContext): Promise<number> {
  const { readings, streams, broken, heldByBreach } = await domains.get(CutReadings).execute();
  console.log(`${readings} readings of ${streams} streams are gone.`);
  if (heldByBreach) console.log('A breach is not fixed yet: everything stays.');
  for (const stream of broken)
    console.log(`  stream ${stream} is broken and stays; run npm run mocua -- verify`);
  return broken.length === 0 ? 0 : 1;
}
