import type { OfficerAction } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { UnitTree } from '@mocua/server/identity';
import { type ActingAssignment, type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import { citizenActs, citizenSees, mayDo, officerSees } from '../domain/policy';

/** The assignment an officer acts under. @throws Problem `session.assignment-required` */
export function assignmentOf(actor: OfficerActor): ActingAssignment {
  if (!actor.assignment) throw problem('session.assignment-required');
  return actor.assignment;
}

/** A dossier that may not be seen does not exist for the asker. */
export function requireOfficer(actor: OfficerActor, action: OfficerAction | 'read') {
  return (state: DossierState, tree: UnitTree): void => {
    const assignment = assignmentOf(actor);
    if (!officerSees(assignment, state, tree)) throw problem('dossier.not-found');
    if (action !== 'read' && !mayDo(assignment, action)) throw problem('session.forbidden');
  };
}

export function requireCitizen(actor: CitizenActor, purpose: 'read' | 'act') {
  return (state: DossierState): void => {
    if (!citizenSees(actor, state)) throw problem('dossier.not-found');
    if (purpose === 'act' && !citizenActs(actor, state)) throw problem('party.not-represented');
  };
}
