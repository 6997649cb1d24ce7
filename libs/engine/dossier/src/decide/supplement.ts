import type { SupplementId } from '@mocua/contract';
import { computeDue, pauseDue, resumeDue } from '@mocua/engine/working-time';
import {
  type AttachmentRef,
  type DossierState,
  openSupplement,
  type Supplement,
  type SupplementItemRef,
  type ValueRef,
} from '../state';
import {
  type Decision,
  type DecisionFacts,
  EventList,
  refuse,
  refuseClock,
  templateVersion,
} from './decision';
import { reassess } from './payment';
import { refuseWhileWaiting, waitsForOthers } from './requested-pause';
import { startReception } from './submit';

/** Asks before reception (sent at once), or prepares a request during appraisal for the one-stop to send. */
export interface RequestSupplementCommand {
  readonly type: 'request-supplement';
  readonly supplementId: SupplementId;
  readonly items: readonly SupplementItemRef[];
  readonly text: ValueRef;
  /** Whether a ground in sector law was written. */
  readonly hasGround: boolean;
}
export interface SendSupplementCommand {
  readonly type: 'send-supplement';
  readonly supplementId: SupplementId;
}
export interface AnswerSupplementCommand {
  readonly type: 'answer-supplement';
  readonly supplementId: SupplementId;
  readonly answers: ValueRef;
  readonly attachments: readonly AttachmentRef[];
}
export interface ConfirmSupplementCommand {
  readonly type: 'confirm-supplement';
  readonly supplementId: SupplementId;
  readonly complete: boolean;
  readonly note: ValueRef | null;
}
export interface LapseSupplementCommand {
  readonly type: 'lapse-supplement';
}

/**
 * Officers ask once, completely; a second request, or one after the days in which the appraisal may ask, needs a ground.
 *
 * @legal NĐ 118/2025 Điều 16(3), 17, 19(5); NĐ 63/2010 Điều 20(4)
 */
export function decideRequestSupplement(
  state: DossierState,
  command: RequestSupplementCommand,
  facts: DecisionFacts,
): Decision {
  if (openSupplement(state)) return refuse('supplement.already-open');
  const { supplement: rules } = facts.rules;
  const { supplementId, items, text } = command;
  let groundNeeded = state.supplements.length + 1 >= rules.groundFromRequest;

  if (state.processing === 'submitted') {
    if (groundNeeded && !command.hasGround) return refuse('supplement.ground-required');
    const answerBy = answerDeadline(facts);
    if (!answerBy.ok) return answerBy;
    return EventList.after(state, facts)
      .add('supplement-requested', {
        supplementId,
        stage: 'reception',
        items,
        text,
        answerBy: answerBy.at,
        due: null,
        documents: [{ kind: 'form-02', template: templateVersion }],
      })
      .decided();
  }
  if (state.processing !== 'processing' || !state.receivedAt)
    return refuse('dossier.wrong-state', { state: state.processing });
  const askBy = computeDue({
    rule: rules.askWithin,
    calendar: facts.calendar,
    startEvent: 'received',
    startedAt: state.receivedAt,
  });
  if (!askBy.ok) return refuseClock(askBy.problem);
  groundNeeded ||= facts.now > askBy.value.dueAt;
  if (groundNeeded && !command.hasGround) return refuse('supplement.ground-required');
  return EventList.after(state, facts).add('supplement-prepared', { supplementId, items, text }).decided();
}

/** Only the one-stop speaks with the applicant; sending pauses the clock. @legal NĐ 118/2025 Điều 5(1), 19(5) */
export function decideSendSupplement(
  state: DossierState,
  command: SendSupplementCommand,
  facts: DecisionFacts,
): Decision {
  const supplement = find(state, command.supplementId, 'prepared');
  if (!supplement) return refuse('supplement.not-open');
  if (state.processing !== 'processing') return refuse('dossier.wrong-state', { state: state.processing });
  if (waitsForOthers(state, facts)) return refuseWhileWaiting();
  const answerBy = answerDeadline(facts);
  if (!answerBy.ok) return answerBy;
  const paused =
    state.due &&
    pauseDue(state.due, facts.calendar, {
      at: facts.now,
      cause: 'supplement',
      ground: facts.rules.supplement.answerWithin.source.citation,
      by: facts.actor.kind,
      policy: facts.rules.supplement.resume,
    });
  if (paused?.ok === false) return refuseClock(paused.problem);
  return EventList.after(state, facts)
    .add('supplement-requested', {
      supplementId: supplement.supplementId,
      stage: 'appraisal',
      items: supplement.items,
      text: supplement.text,
      answerBy: answerBy.at,
      due: paused && paused.value,
      documents: [{ kind: 'form-02', template: templateVersion }],
    })
    .decided();
}

export function decideAnswerSupplement(
  state: DossierState,
  command: AnswerSupplementCommand,
  facts: DecisionFacts,
): Decision {
  const supplement = find(state, command.supplementId, 'sent');
  if (!supplement) return refuse('supplement.not-open');
  const asked = new Set(supplement.items.filter((item) => item.kind === 'component').map((item) => item.ref));
  if (command.attachments.some((file) => !asked.has(file.componentCode)))
    return refuse('supplement.not-asked');
  const delivered = new Set(command.attachments.map((file) => file.componentCode));
  if ([...asked].some((component) => !delivered.has(component))) return refuse('supplement.incomplete');

  const { supplementId, answers, attachments } = command;
  if (supplement.stage === 'appraisal') {
    return EventList.after(state, facts)
      .add('supplement-answered', { supplementId, answers, attachments, reception: null })
      .decided();
  }
  const reception = startReception(facts);
  if (!reception.ok) return reception;
  const events = EventList.after(state, facts);
  events.add('supplement-answered', { supplementId, answers, attachments, reception: reception.clock });
  reassess(events, state, facts.fee);
  return events.decided();
}

/**
 * The one-stop confirms that the answer is complete, or sends it back. The clock resumes at the moment the answer came,
 * not at the officer's click, so that our own waiting costs the applicant nothing.
 */
export function decideConfirmSupplement(
  state: DossierState,
  command: ConfirmSupplementCommand,
  facts: DecisionFacts,
): Decision {
  const supplement = find(state, command.supplementId, 'answered');
  if (!supplement?.answeredAt) return refuse('supplement.not-open');
  if (state.processing !== 'awaiting-supplement')
    return refuse('dossier.wrong-state', { state: state.processing });
  const { supplementId } = supplement;
  if (!command.complete) {
    const answerBy = answerDeadline(facts);
    if (!answerBy.ok) return answerBy;
    return EventList.after(state, facts)
      .add('supplement-insufficient', { supplementId, note: command.note, answerBy: answerBy.at })
      .decided();
  }
  const { duration } = facts.rules.clock;
  const resumed =
    state.due &&
    duration &&
    resumeDue(state.due, facts.calendar, duration, {
      at: supplement.answeredAt,
      policy: facts.rules.supplement.resume,
    });
  if (resumed?.ok === false) return refuseClock(resumed.problem);
  return EventList.after(state, facts)
    .add('supplement-confirmed', { supplementId, due: resumed && resumed.value })
    .decided();
}

/** Closes a dossier whose supplement was not answered in time. @legal NĐ 118/2025 Điều 19(5) */
export function decideLapseSupplement(
  state: DossierState,
  _command: LapseSupplementCommand,
  facts: DecisionFacts,
): Decision {
  const events = EventList.after(state, facts);
  const supplement = openSupplement(state);
  if (supplement?.state !== 'sent' || !supplement.answerBy || facts.now <= supplement.answerBy)
    return events.decided();
  return events.add('supplement-lapsed', { supplementId: supplement.supplementId }).decided();
}

function find(state: DossierState, id: SupplementId, inState: Supplement['state']): Supplement | undefined {
  const supplement = openSupplement(state);
  return supplement?.supplementId === id && supplement.state === inState ? supplement : undefined;
}

function answerDeadline(facts: DecisionFacts) {
  const due = computeDue({
    rule: facts.rules.supplement.answerWithin,
    calendar: facts.calendar,
    startEvent: 'supplement-requested',
    startedAt: facts.now,
  });
  return due.ok ? ({ ok: true, at: due.value.dueAt } as const) : refuseClock(due.problem);
}
