import type { AllowedAddresses } from '@mocua/lgsp/client';
import { type PartnerConnection, Partners } from '@mocua/lgsp/handover';
import { SectorOperations } from './operations';
import { SectorSystemsClient } from './sector-systems-client';

export interface SectorConnection extends PartnerConnection {
  /** Codes of the systems that are connected; each is reached below its code. */
  readonly systems: readonly string[];
}

/** Opens the ways to the sector systems that are connected. @param allowed - what this process may call */
export function openSectorSystems(
  connection: SectorConnection,
  allowed: AllowedAddresses,
): SectorSystemsClient {
  const partners = new Partners('sector', connection, allowed);
  const lines = connection.systems.map((system) => {
    const { line, service } = partners.open(`sector-${system}`, `${system}/`);
    return [system, { line, operations: new SectorOperations(service) }] as const;
  });
  return new SectorSystemsClient(new Map(lines), connection.secret, () => partners.close());
}
