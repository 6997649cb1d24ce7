import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { PartyId } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import type { IdentityLevel, StoredClaims } from '../domain/party';
import { PartyStore } from '../persistence/party.store';
import { SubjectVault } from '../ports';

/** Keeps what an e-identity says about a party, sealed, with the time at which it said so. */
@Injectable()
export class RecordClaims {
  constructor(
    private readonly parties: PartyStore,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** Claims that have not changed are not sealed again; only their time moves. */
  async execute(partyId: PartyId, level: IdentityLevel, claims: StoredClaims): Promise<void> {
    const previous = await this.parties.claimsOf(partyId);
    const opened =
      previous === null ? undefined : (await this.vault.openMany([previous.valueId])).get(previous.valueId);
    const unchanged =
      previous !== null && opened?.erased === false && isDeepStrictEqual(opened.value, claims);
    const valueId = unchanged
      ? previous.valueId
      : (await this.vault.put(partyId, 'identity-claims', claims)).valueId;
    await this.parties.saveClaims(partyId, { valueId, obtainedAt: this.clock.now(), level });
    if (!unchanged && claims.values.fullName !== undefined) {
      await this.parties.saveName(
        partyId,
        (await this.vault.put(partyId, 'party-name', claims.values.fullName)).valueId,
      );
    }
  }
}
