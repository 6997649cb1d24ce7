import type { PartyId, UnitId } from '@mocua/contract';
import type { Channel } from '@mocua/engine/dossier';
import { nationalPortalSource } from '@mocua/engine/dossier';
import type { CitizenActor, OfficerActor } from '@mocua/server/kernel';

/**
 * Through which channel, system and hands a filing comes. A draft that a person writes at our own portal or at a kiosk has
 * none: where they sign in says it.
 */
export interface FilingOrigin {
  readonly channel: Channel;
  readonly sourceSystem: string;
  /** Code the other side knows the filing by; at most one dossier of a source has it. */
  readonly externalCode: string | null;
  /** Where an officer helps, and who began. */
  readonly assisted: { readonly unitId: UnitId; readonly officer: PartyId } | null;
}

/**
 * Whoever files: the person themselves, an officer for them, or another system that passes on what the person did there.
 */
export interface FilingActor extends CitizenActor {
  readonly assistedBy?: OfficerActor;
  /** Source system of the other side. */
  readonly through?: string;
}

/** A filing that an officer makes for somebody; nobody proved who they are by an e-identity. */
export function assistedActor(officer: OfficerActor, person: PartyId): FilingActor {
  return {
    kind: 'citizen',
    sessionId: officer.sessionId,
    partyId: person,
    actingFor: person,
    ground: 'self',
    identityLevel: 'L1',
    assistedBy: officer,
  };
}

/** Somebody who acted on the national portal. */
export function nationalPortalActor(person: PartyId, identityVerified: boolean): FilingActor {
  return {
    kind: 'citizen',
    sessionId: nationalPortalSource,
    partyId: person,
    actingFor: person,
    ground: 'self',
    identityLevel: identityVerified ? 'L2' : 'L1',
    through: nationalPortalSource,
  };
}

/** Somebody whose filing a system of another agency passes on; the agency knows them, no e-identity proved it here. */
export function agencyFilingActor(person: PartyId, sourceSystem: string): FilingActor {
  return { ...nationalPortalActor(person, false), sessionId: sourceSystem, through: sourceSystem };
}

/** Whether a draft of this origin is the actor's to work on. */
export function reaches(actor: FilingActor, origin: FilingOrigin | null): boolean {
  if (origin === null) return actor.assistedBy === undefined && actor.through === undefined;
  if (origin.assisted !== null) return actor.assistedBy?.assignment?.unitId === origin.assisted.unitId;
  return actor.through === origin.sourceSystem;
}

/** The origin of a filing: what the draft says, else where the person is. */
export function originOf(actor: FilingActor, origin: FilingOrigin | null): FilingOrigin {
  return (
    origin ?? {
      channel: actor.atKiosk === undefined ? 'online' : 'kiosk',
      sourceSystem: actor.atKiosk === undefined ? 'mocua' : 'mocua-kiosk',
      externalCode: null,
      assisted: null,
    }
  );
}
