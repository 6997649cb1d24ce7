import type { UnitId } from '@mocua/contract';
import { startProcess } from '@mocua/engine/process';
import { computeDue } from '@mocua/engine/working-time';
import { amountDue, awaitsPaymentBeforeReception } from '../finance';
import type { DossierState, ValueRef } from '../state';
import {
  type Decision,
  type DecisionFacts,
  EventList,
  refuse,
  refuseClock,
  templateVersion,
} from './decision';
import { followRequestedPause } from './requested-pause';
import { tasksOf } from './tasks';

/** Takes the dossier in. The code was allocated in the same transaction. */
export interface ReceiveCommand {
  readonly type: 'receive';
  readonly code: string;
  readonly competentUnit: UnitId;
  /** One-stop centre of the competent unit; another one received the dossier when this is not the receiving unit. */
  readonly homeCentre: UnitId;
  readonly note: ValueRef | null;
}

/**
 * Reception, hand-over to the competent unit where that is another one, start of the clock and of the process. Electronic
 * data arrive at the competent unit at once, so its clock starts on arrival and never waits for an officer's click.
 *
 * @legal NĐ 118/2025 Điều 17(3) as amended by NĐ 309/2026; Điều 18(1), 20(1), 28
 */
export function decideReceive(state: DossierState, command: ReceiveCommand, facts: DecisionFacts): Decision {
  if (state.processing !== 'submitted') return refuse('dossier.wrong-state', { state: state.processing });
  if (awaitsPaymentBeforeReception(state))
    return refuse('payment.before-reception', { amount: amountDue(state) });
  const { startEvent, duration } = facts.rules.clock;
  const due =
    duration && computeDue({ rule: duration, calendar: facts.calendar, startEvent, startedAt: facts.now });
  if (due?.ok === false) return refuseClock(due.problem);
  const started = startProcess(facts.process, {});
  if (!started.ok) return refuse('system.unexpected');

  const events = EventList.after(state, facts).add('dossier-received', {
    code: command.code,
    note: command.note,
    documents:
      facts.rules.reception.slip === 'on-request' ? [] : [{ kind: 'form-01', template: templateVersion }],
  });
  // What could not be told at the filing, because an answer was open then.
  if (facts.fee?.timing === 'before' && !state.fee) events.add('fee-assessed', facts.fee);
  const handedOver =
    state.units.receiving !== command.homeCentre || state.units.competent !== command.competentUnit;
  if (handedOver)
    events.add('dossier-transferred', { from: state.units.receiving, to: command.competentUnit });
  if (due) events.add('clock-started', { due: due.value });
  const tasks = tasksOf(
    state.dossierId,
    events.nextSeq,
    started.step.state,
    [],
    (nodeId) => facts.taskUnits?.[nodeId] ?? command.competentUnit,
    facts.now,
  );
  events.add('process-started', { process: started.step.state, tasks });
  const clock = { due: due?.value ?? null, process: null };
  const followed = followRequestedPause(events, clock, started.step.state, facts);
  return followed.ok ? events.decided() : followed;
}

/** Raised by a timer when nobody had answered the filing in time. @legal NĐ 118/2025 Điều 17(2) */
export interface AlertReceptionCommand {
  readonly type: 'alert-reception';
}

export function decideAlertReception(
  state: DossierState,
  _command: AlertReceptionCommand,
  facts: DecisionFacts,
): Decision {
  const events = EventList.after(state, facts);
  const { reception } = state;
  // Nobody at the one-stop can answer a filing that is not paid yet.
  if (awaitsPaymentBeforeReception(state)) return events.decided();
  if (state.processing !== 'submitted' || !reception || reception.alertedAt || facts.now < reception.alertAt)
    return events.decided();
  return events.add('reception-alerted', { dueAt: reception.dueAt }).decided();
}
