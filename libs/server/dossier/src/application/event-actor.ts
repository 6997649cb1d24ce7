import type { EventActor } from '@mocua/engine/dossier';
import type { OfficerActor, SystemActor } from '@mocua/server/kernel';
import { problem } from '@mocua/server/kernel';
import type { FilingActor } from '../domain/filing-origin';

/** Actors who may change a dossier. */
export type DossierActor = FilingActor | OfficerActor | SystemActor;

/** How an actor is recorded in an event: ids, and for an officer the assignment they acted under. */
export function eventActor(actor: DossierActor): EventActor {
  switch (actor.kind) {
    case 'citizen':
      // What an officer does for somebody is the officer's act on their behalf.
      return actor.assistedBy ? eventActor(actor.assistedBy) : { kind: 'applicant', partyId: actor.partyId };
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
