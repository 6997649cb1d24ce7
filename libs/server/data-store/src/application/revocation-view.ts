import type { ResultRevocation } from '@mocua/contract';
import { localDate } from '@mocua/server/kernel';
import type { RevocationRow } from '../persistence/revocation-rows';

/** A revocation as people and officers are told it. */
export function revocationView({ revokedAt, decisionNumber, reason }: RevocationRow): ResultRevocation {
  return { on: localDate(revokedAt), decisionNumber, reason };
}
