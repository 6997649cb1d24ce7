import type { INestApplicationContext } from '@nestjs/common';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { Credentials } from '@mocua/server/signing';

/**
 * The leader of one commune signs from afar, on `/signing` of the sandbox; results of the others are issued as they are
 * printed. Decisions taken before stay as they are.
 */
export async function seedCredentials(domains: INestApplicationContext): Promise<void> {
  const holder = { partyId: demoPartyId('cuong'), unitId: demoUnitId('hon-vong') };
  await domains.get(Credentials).give(holder, 'CTS-cuong', new Date());
}
