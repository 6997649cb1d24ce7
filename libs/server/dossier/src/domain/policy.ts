import type { CitizenAction, OfficerAction, Permission, UnitId } from '@mocua/contract';
import {
  type DossierState,
  type DossierTask,
  isOpen,
  isPaidSinceAsked,
  isResultAtDesk,
  isResultInPost,
  mayEdit,
  openPaymentRequest,
  openSupplement,
} from '@mocua/engine/dossier';
import type { ProcedureRules } from '@mocua/engine/process';
import type { ActingAssignment, CitizenActor, OfficerActor } from '@mocua/server/kernel';
import type { UnitTree } from '@mocua/server/identity';

/** Whether the person sees the dossier: their own, one they filed, or one of a party they act for now. */
export function citizenSees(actor: CitizenActor, state: DossierState): boolean {
  return state.people.owner === actor.actingFor || state.people.submitter === actor.partyId;
}

/** Whether the person may still act on it: as owner, or for the owner under a representation valid today. */
export function citizenActs(actor: CitizenActor, state: DossierState): boolean {
  return state.people.owner === actor.actingFor;
}

/** The unit whose work an assignment does: divisions work for the agency above them. */
export function agencyOf(tree: UnitTree, unitId: UnitId): UnitId {
  return tree.ancestry(unitId).find((unit) => unit.kind !== 'division')?.unitId ?? unitId;
}

/** Where an assignment finds its work, and which dossiers it may see. The same rule filters lists and single dossiers. */
export function officerSees(assignment: ActingAssignment, state: DossierState, tree: UnitTree): boolean {
  switch (assignment.role) {
    case 'one-stop-officer':
    case 'cashier':
      return state.units.receiving === assignment.unitId;
    case 'specialist':
    case 'leader':
    case 'clerk':
      // Before reception nothing has arrived at the competent unit.
      return state.receivedAt !== null && worksOn(state, agencyOf(tree, assignment.unitId), tree);
    case 'inspector':
      return [state.units.competent, state.units.receiving].some((unit) =>
        tree.covers(assignment.unitId, unit),
      );
    case 'unit-administrator':
    case 'system-administrator':
    case 'data-protection-officer':
      return false;
  }
}

/** The competent unit, and a unit that has or had a step of its own, such as the tax office. */
function worksOn(state: DossierState, agency: UnitId, tree: UnitTree): boolean {
  return (
    state.units.competent === agency ||
    state.tasks.some((task) => task.unitId === agency) ||
    Object.values(state.completedBy).some(
      (actor) => actor.kind === 'officer' && agencyOf(tree, actor.unitId) === agency,
    )
  );
}

const permissionOfAction: Readonly<Record<OfficerAction, Permission | null>> = {
  receive: 'dossier.receive',
  refuse: 'dossier.refuse',
  'request-supplement': 'dossier.supplement',
  'prepare-supplement': 'dossier.process',
  'send-supplement': 'dossier.supplement',
  'confirm-supplement': 'dossier.supplement',
  'complete-task': null,
  'request-payment': 'dossier.process',
  'revoke-payment-request': 'dossier.process',
  'return-result': 'dossier.return',
  'post-result': 'dossier.return',
  'recall-parcel': 'dossier.return',
};

/** Whether the assignment holds the permission an action needs. */
export function mayDo(assignment: ActingAssignment, action: OfficerAction): boolean {
  const permission = permissionOfAction[action];
  return permission === null || assignment.permissions.includes(permission);
}

/** Whether a step is for this assignment: its role, in the unit the step is done by. */
export function isTaskOf(
  task: Pick<DossierTask, 'role' | 'unitId'>,
  { role, unitId }: ActingAssignment,
  tree: UnitTree,
): boolean {
  return task.role === role && task.unitId === agencyOf(tree, unitId);
}

/** Whether the unit of the assignment asked for the money the work waits for; requests of older programs came from the competent one. */
export function hasAsked(
  { unitId }: Pick<ActingAssignment, 'unitId'>,
  state: DossierState,
  tree: UnitTree,
): boolean {
  const request = openPaymentRequest(state);
  return request !== null && (request.unit ?? state.units.competent) === agencyOf(tree, unitId);
}

/**
 * What the officer can do now; the screen shows exactly these.
 *
 * @param hasGrounds - whether the package names grounds on which money may be asked for during the work
 */
export function officerActions(
  actor: OfficerActor,
  state: DossierState,
  tree: UnitTree,
  hasGrounds = false,
): OfficerAction[] {
  const { assignment } = actor;
  if (!assignment) return [];
  const supplement = openSupplement(state);
  const possible: OfficerAction[] = [];
  if (state.processing === 'submitted') possible.push('receive', 'request-supplement', 'refuse');
  if (state.processing === 'processing' && !supplement) possible.push('prepare-supplement');
  if (state.processing === 'processing' && supplement?.state === 'prepared') possible.push('send-supplement');
  if (state.processing === 'awaiting-supplement' && supplement?.state === 'answered')
    possible.push('confirm-supplement');
  if (state.processing === 'processing' && state.tasks.some((task) => isTaskOf(task, assignment, tree)))
    possible.push('complete-task');
  if (state.processing === 'processing' && !supplement && hasGrounds) possible.push('request-payment');
  if (hasAsked(assignment, state, tree) && !isPaidSinceAsked(state)) possible.push('revoke-payment-request');
  if (isResultAtDesk(state)) possible.push('return-result', 'post-result');
  if (isResultInPost(state)) possible.push('recall-parcel');
  return possible.filter((action) => mayDo(assignment, action));
}

export function citizenActions(
  actor: CitizenActor,
  state: DossierState,
  rules: ProcedureRules,
): CitizenAction[] {
  if (!citizenActs(actor, state)) return [];
  const actions: CitizenAction[] = [];
  const supplement = openSupplement(state);
  if (supplement?.state === 'sent') actions.push('answer-supplement');
  if (mayEdit(state, { rules })) actions.push('edit');
  if (isOpen(state) && (rules.withdrawal.allowedUntil === 'decision' || !state.receivedAt))
    actions.push('withdraw');
  const ended = state.processing === 'done' || state.processing === 'returned';
  if (ended && state.delivery !== 'none') actions.push('download-result');
  return actions;
}
