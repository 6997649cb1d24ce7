import type { EventActor } from '@mocua/engine/dossier';
import type { CitizenActor, OfficerActor, SystemActor } from '@mocua/server/kernel';
import { problem } from '@mocua/server/kernel';

/** Actors who may change a dossier. */
export type DossierActor = CitizenActor | OfficerActor | SystemActor;

/** How an actor is recorded in an event: ids, and for an officer the assignment they acted under. */
export function eventActor(actor: DossierActor): EventActor {
  switch (actor.kind) {
    case 'citizen':
      return { kind: 'applicant', partyId: actor.partyId };
    case 'system':
      return { kind: 'system', job: actor.job };
    case 'officer': {
      const { assignment } = actor;
      if (!assignment) throw problem('session.assignment-required');
      const { assignmentId, unitId, role } = assignment;
      return { kind: 'officer', partyId: actor.partyId, assignmentId, unitId, role };
    }
  }
}
