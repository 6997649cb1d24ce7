import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { type CitizenActor, Clock } from '@mocua/server/kernel';
import type { ActingForOption, PartyClaims, PartyKind, StoredClaims } from '../domain/party';
import { PartyStore, type SealedName } from '../persistence/party.store';
import { RepresentationStore } from '../persistence/representation.store';
import { type IdentifierKind, type OpenedSecret, SubjectVault } from '../ports';

/** Shown where a person's data has been erased. */
const erasedName = '(dữ liệu đã được xóa)';

/** Names, claims and representation of people and organisations; opens sealed values only when asked for. */
@Injectable()
export class PartyDirectory {
  constructor(
    private readonly parties: PartyStore,
    private readonly representations: RepresentationStore,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /** Display names by id, in one trip; an erased party keeps a placeholder. Unknown ids are left out. */
  async displayNames(partyIds: readonly PartyId[]): Promise<ReadonlyMap<PartyId, string>> {
    const rows = await this.sealedNames(partyIds);
    const opened = await this.vault.openMany(rows.map((row) => row.valueId));
    return new Map(rows.map(({ partyId, valueId }) => [partyId, this.nameIn(opened.get(valueId))]));
  }

  /** Names still sealed, in one query: for those who open them together with other values. Unknown ids are left out. */
  async sealedNames(partyIds: readonly PartyId[]): Promise<readonly SealedName[]> {
    return this.parties.namesOf([...new Set(partyIds)]);
  }

  /** The display name in what was opened for a {@link sealedNames}; a placeholder for an erased one. */
  nameIn(opened: OpenedSecret | undefined): string {
    return opened?.erased === false && typeof opened.value === 'string' ? opened.value : erasedName;
  }

  async displayName(partyId: PartyId): Promise<string> {
    return (await this.displayNames([partyId])).get(partyId) ?? erasedName;
  }

  /** What the party's e-identity said at its last log-in; null when it never logged in or was erased. */
  async claims(partyId: PartyId): Promise<PartyClaims | null> {
    const reference = await this.parties.claimsOf(partyId);
    if (reference === null) return null;
    const opened = (await this.vault.openMany([reference.valueId])).get(reference.valueId);
    if (opened === undefined || opened.erased) return null;
    const { values, account } = opened.value as StoredClaims;
    const provider = account?.provider ?? null;
    return { values, provider, obtainedAt: reference.obtainedAt.toISOString(), level: reference.level };
  }

  /** The first of the given kinds of identifier that a party has; null for none and for an erased one. */
  async identifier(partyId: PartyId, ...kinds: readonly IdentifierKind[]): Promise<string | null> {
    const stored = await this.parties.identifiersOf(partyId, kinds);
    const wanted = kinds.flatMap((kind) => stored.filter((each) => each.kind === kind))[0];
    if (wanted === undefined) return null;
    const opened = (await this.vault.openMany([wanted.valueId])).get(wanted.valueId);
    return opened?.erased === false && typeof opened.value === 'string' ? opened.value : null;
  }

  async kindOf(partyId: PartyId): Promise<PartyKind | null> {
    return this.parties.kindOf(partyId);
  }

  /** The party with an identifier, found by the blind index; null when nobody has it. */
  async findByIdentifier(kind: IdentifierKind, value: string): Promise<PartyId | null> {
    return this.parties.findByIdentifier({ kind, value });
  }

  /** For whom a person may act on a date (default: today); themselves always first. */
  async actingForOptions(
    partyId: PartyId,
    date: string = this.clock.today(),
  ): Promise<readonly ActingForOption[]> {
    const represented = await this.representations.validOf(partyId, date);
    const names = await this.displayNames([partyId, ...represented.map((entry) => entry.representedId)]);
    const nameOf = (id: PartyId): string => names.get(id) ?? erasedName;
    return [
      { partyId, displayName: nameOf(partyId), kind: 'self', ground: null, validTo: null },
      ...represented.map((entry): ActingForOption => ({
        partyId: entry.representedId,
        displayName: nameOf(entry.representedId),
        kind: entry.kind,
        ground: entry.ground,
        validTo: entry.validTo,
      })),
    ];
  }

  /** Whether the signed-in person may act for a party on a date: themselves, or a representation valid that day. */
  async mayActFor(
    actor: CitizenActor,
    partyId: PartyId,
    date: string = this.clock.today(),
  ): Promise<boolean> {
    if (partyId === actor.partyId) return true;
    const represented = await this.representations.validOf(actor.partyId, date);
    return represented.some((entry) => entry.representedId === partyId);
  }
}
