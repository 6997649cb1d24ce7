import { resumeDue } from '@mocua/engine/working-time';
import { amountDue } from '../finance';
import { isResultAtDesk } from '../parcel';
import { type DossierState, isOpen, openSupplement, type ValueRef } from '../state';
import {
  type Decision,
  type DecisionFacts,
  EventList,
  refuse,
  refuseClock,
  templateVersion,
} from './decision';
import { reassess } from './payment';

export interface RefuseCommand {
  readonly type: 'refuse';
  readonly reason: ValueRef;
}
export interface WithdrawCommand {
  readonly type: 'withdraw';
  readonly reason: ValueRef;
}
export interface EditCommand {
  readonly type: 'edit';
  readonly answers: ValueRef;
}
export interface ReturnCommand {
  readonly type: 'return-result';
  readonly method: 'counter' | 'electronic' | 'post';
  readonly relation: 'owner' | 'submitter' | 'delegate';
  readonly receiver: ValueRef;
}

/** Refuses reception in writing. @legal NĐ 118/2025 Điều 17; NĐ 63/2010 Điều 18(5) */
export function decideRefuse(state: DossierState, command: RefuseCommand, facts: DecisionFacts): Decision {
  if (state.processing !== 'submitted') return refuse('dossier.wrong-state', { state: state.processing });
  return EventList.after(state, facts)
    .add('dossier-refused', {
      reason: command.reason,
      documents: [{ kind: 'form-03', template: templateVersion }],
    })
    .decided();
}

/** The applicant may stop the procedure until the decision. @legal NĐ 118/2025 Điều 21 */
export function decideWithdraw(
  state: DossierState,
  command: WithdrawCommand,
  facts: DecisionFacts,
): Decision {
  const tooLate = facts.rules.withdrawal.allowedUntil === 'reception' && state.receivedAt !== null;
  if (!isOpen(state) || tooLate) return refuse('dossier.wrong-state', { state: state.processing });
  return EventList.after(state, facts).add('dossier-withdrawn', { reason: command.reason }).decided();
}

/** Whether the applicant may edit now. While a supplement is open, they answer that instead. @legal NĐ 118/2025 Điều 21 */
export function mayEdit(
  state: DossierState,
  facts: { readonly rules: Pick<DecisionFacts['rules'], 'edit'> },
): boolean {
  const { allowedUntil } = facts.rules.edit;
  if (allowedUntil === 'never' || openSupplement(state)) return false;
  if (state.processing === 'submitted') return true;
  return allowedUntil === 'decision' && state.processing === 'processing';
}

export function decideEdit(state: DossierState, command: EditCommand, facts: DecisionFacts): Decision {
  if (!mayEdit(state, facts)) return refuse('dossier.wrong-state', { state: state.processing });
  let due = null;
  const { duration } = facts.rules.clock;
  if (state.due && duration && facts.rules.edit.clockEffect === 'restart') {
    const restarted = resumeDue(state.due, facts.calendar, duration, {
      at: facts.now,
      policy: 'restart',
    });
    if (!restarted.ok) return refuseClock(restarted.problem);
    due = restarted.value;
  }
  const events = EventList.after(state, facts).add('answers-edited', { answers: command.answers, due });
  reassess(events, state, facts.fee);
  return events.decided();
}

/** Hands the result over. Being overdue never blocks it; what is still owed does. @legal NĐ 118/2025 Điều 24 */
export function decideReturn(state: DossierState, command: ReturnCommand, facts: DecisionFacts): Decision {
  if (!isResultAtDesk(state)) return refuse('dossier.wrong-state', { state: state.processing });
  if (amountDue(state) > 0) return refuse('payment.before-result', { amount: amountDue(state) });
  const { method, relation, receiver } = command;
  return EventList.after(state, facts).add('result-returned', { method, relation, receiver }).decided();
}
