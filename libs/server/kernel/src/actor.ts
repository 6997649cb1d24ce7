import type { AgencyScope, AssignmentId, DeviceId, PartyId, Permission, Role, UnitId } from '@mocua/contract';

/** A citizen or organisation; `actingFor` equals `partyId` when they act for themselves. */
export interface CitizenActor {
  readonly kind: 'citizen';
  readonly sessionId: string;
  readonly partyId: PartyId;
  readonly actingFor: PartyId;
  readonly ground: 'self' | 'guardian' | 'delegate' | 'organisation';
  readonly identityLevel: 'L1' | 'L2' | 'FOREIGNER' | 'ORG';
  /** The kiosk the person signed in at; absent anywhere else. */
  readonly atKiosk?: DeviceId;
}

/** The assignment an officer acts under in this request. */
export interface ActingAssignment {
  readonly assignmentId: AssignmentId;
  readonly unitId: UnitId;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  readonly signingCapacity: string | null;
}

export interface OfficerActor {
  readonly kind: 'officer';
  readonly sessionId: string;
  readonly partyId: PartyId;
  /** Null only on routes that need no role (own session, log-in history). */
  readonly assignment: ActingAssignment | null;
}

export interface DeviceActor {
  readonly kind: 'device';
  readonly deviceId: DeviceId;
  readonly unitId: UnitId;
}

/** A system of another agency, by its access token. */
export interface AgencyActor {
  readonly kind: 'agency';
  readonly clientId: string;
  /** Who runs it, as people read it. */
  readonly agency: string;
  readonly scopes: readonly AgencyScope[];
  /** Procedures whose dossiers it may see although others filed them. */
  readonly procedureCodes: readonly string[];
}

/** The system itself: timers, relays, seals. */
export interface SystemActor {
  readonly kind: 'system';
  readonly job: string;
}

export type HttpActor = CitizenActor | OfficerActor | DeviceActor | AgencyActor;
export type Actor = HttpActor | SystemActor;

/** Key under which idempotency and rate limits of an actor are kept. */
export function actorScope(actor: Actor | null): string {
  switch (actor?.kind) {
    case 'citizen':
    case 'officer':
      return `${actor.kind}:${actor.partyId}`;
    case 'device':
      return `device:${actor.deviceId}`;
    case 'agency':
      return `agency:${actor.clientId}`;
    case 'system':
      return `system:${actor.job}`;
    case undefined:
      return 'anonymous';
  }
}
