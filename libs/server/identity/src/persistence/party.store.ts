import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { IdentityLevel, PartyKind } from '../domain/party';
import { BlindIndex, type IdentifierKind } from '../ports';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** A party's name in the vault. */
export interface SealedName {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly valueId: string;
}

/** Where a party's last claims lie in the vault. */
export interface ClaimsReference {
  readonly valueId: string;
  readonly obtainedAt: Date;
  readonly level: IdentityLevel | null;
}

/** Parties without their personal values: those are ids into the vault. */
@Injectable()
export class PartyStore {
  constructor(
    private readonly database: Database,
    private readonly index: BlindIndex,
  ) {}

  async findByIdentifier({ kind, value }: Identifier): Promise<PartyId | null> {
    const row = await this.database.one<{ party_id: PartyId }>(
      'SELECT party_id FROM identity.party_identifiers WHERE kind = $1 AND blind_index = $2',
      [kind, this.index.of(kind, value)],
      'party-by-identifier',
    );
    return row?.party_id ?? null;
  }

  async namesOf(partyIds: readonly PartyId[]): Promise<readonly SealedName[]> {
    if (partyIds.length === 0) return [];
    return this.database.query<SealedName & Record<string, unknown>>(
      `SELECT party_id AS "partyId", kind, name_value AS "valueId" FROM identity.parties WHERE party_id = ANY($1::uuid[])`,
      [partyIds],
      'party-names',
    );
  }

  async claimsOf(partyId: PartyId): Promise<ClaimsReference | null> {
    const row = await this.database.one<{
      claims_value: string;
      claims_at: Date;
      level: IdentityLevel | null;
    }>(
      'SELECT claims_value, claims_at, level FROM identity.parties WHERE party_id = $1 AND claims_value IS NOT NULL',
      [partyId],
      'party-claims',
    );
    return row === null ? null : { valueId: row.claims_value, obtainedAt: row.claims_at, level: row.level };
  }

  /** Sealed identifiers of the given kinds, by kind. */
  async identifiersOf(
    partyId: PartyId,
    kinds: readonly IdentifierKind[],
  ): Promise<{ kind: IdentifierKind; valueId: string }[]> {
    return this.database.query<{ kind: IdentifierKind; valueId: string }>(
      `SELECT kind, value_id AS "valueId" FROM identity.party_identifiers WHERE party_id = $1 AND kind = ANY($2) ORDER BY kind`,
      [partyId, kinds],
      'party-identifiers',
    );
  }

  async kindOf(partyId: PartyId): Promise<PartyKind | null> {
    const row = await this.database.one<{ kind: PartyKind }>(
      'SELECT kind FROM identity.parties WHERE party_id = $1',
      [partyId],
    );
    return row?.kind ?? null;
  }

  async insert(
    tx: SqlExecutor,
    party: { partyId: PartyId; kind: PartyKind; nameValue: string },
    now: Date,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO identity.parties (party_id, kind, name_value, created_at) VALUES ($1, $2, $3, $4)',
      [party.partyId, party.kind, party.nameValue, now],
    );
  }

  /** @throws a unique violation `party_identifiers_name_one_party` when another party has the identifier */
  async insertIdentifier(
    tx: SqlExecutor,
    partyId: PartyId,
    identifier: Identifier,
    valueId: string,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO identity.party_identifiers (party_id, kind, blind_index, value_id) VALUES ($1, $2, $3, $4)',
      [partyId, identifier.kind, this.index.of(identifier.kind, identifier.value), valueId],
    );
  }

  async saveName(partyId: PartyId, nameValue: string): Promise<void> {
    await this.database.query('UPDATE identity.parties SET name_value = $2 WHERE party_id = $1', [
      partyId,
      nameValue,
    ]);
  }

  async saveClaims(partyId: PartyId, claims: ClaimsReference): Promise<void> {
    await this.database.query(
      'UPDATE identity.parties SET claims_value = $2, claims_at = $3, level = $4 WHERE party_id = $1',
      [partyId, claims.valueId, claims.obtainedAt, claims.level],
    );
  }
}
