import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { Clock, Database, newId, uniqueViolation } from '@mocua/server/kernel';
import type { PartyKind } from '../domain/party';
import { type Identifier, PartyStore } from '../persistence/party.store';
import { SubjectVault } from '../ports';

export interface PartyToRegister {
  readonly kind: PartyKind;
  readonly displayName: string;
  /** Typed identifiers, most telling first; may be empty for somebody without papers. */
  readonly identifiers: readonly Identifier[];
  /** Fixed id for seeds; left out, a new one is made. */
  readonly partyId?: PartyId;
}

/**
 * Finds the party that has one of the identifiers, or records a new one. Safe to repeat and to run at the same time in
 * several processes: an identifier names one party only.
 */
@Injectable()
export class RegisterParty {
  constructor(
    private readonly parties: PartyStore,
    private readonly vault: SubjectVault,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(party: PartyToRegister): Promise<PartyId> {
    return (await this.find(party)) ?? (await this.create(party));
  }

  private async find(party: PartyToRegister): Promise<PartyId | null> {
    for (const identifier of party.identifiers) {
      const found = await this.parties.findByIdentifier(identifier);
      if (found !== null) return found;
    }
    return null;
  }

  private async create(party: PartyToRegister): Promise<PartyId> {
    const now = this.clock.now();
    const partyId = party.partyId ?? newId<PartyId>(now);
    const name = await this.vault.put(partyId, 'party-name', party.displayName);
    const sealed: (readonly [Identifier, string])[] = [];
    for (const identifier of party.identifiers) {
      sealed.push([
        identifier,
        (await this.vault.put(partyId, `identifier-${identifier.kind}`, identifier.value)).valueId,
      ]);
    }
    try {
      await this.database.transaction(async (tx) => {
        await this.parties.insert(tx, { partyId, kind: party.kind, nameValue: name.valueId }, now);
        for (const [identifier, valueId] of sealed)
          await this.parties.insertIdentifier(tx, partyId, identifier, valueId);
      });
      return partyId;
    } catch (error) {
      if (uniqueViolation(error) !== 'party_identifiers_name_one_party') throw error;
      const winner = await this.find(party);
      if (winner === null) throw error;
      return winner;
    }
  }
}
