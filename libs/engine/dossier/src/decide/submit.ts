import type { DossierId } from '@mocua/contract';
import { computeDue } from '@mocua/engine/working-time';
import type { EventPayloads } from '../events';
import type { ReceptionClock } from '../state';
import {
  type Decision,
  type DecisionFacts,
  EventList,
  refuse,
  refuseClock,
  type Refusal,
  templateVersion,
} from './decision';

/** Files a dossier: the one use case in which every channel ends. */
export interface SubmitCommand extends Omit<EventPayloads['dossier-submitted'], 'reception' | 'documents'> {
  readonly type: 'submit';
  readonly dossierId: DossierId;
}

/**
 * The clock of the one-stop's answer: working hours from the arrival in our system, and the alert after clock hours.
 *
 * @legal NĐ 118/2025 Điều 17(2)
 */
export function startReception(
  facts: DecisionFacts,
): { ok: true; clock: ReceptionClock } | { ok: false; problem: Refusal } {
  const { limit, alertAfterMinutes } = facts.rules.reception;
  const due = computeDue({
    rule: limit,
    calendar: facts.calendar,
    startEvent: 'arrived-in-system',
    startedAt: facts.now,
  });
  if (!due.ok) return refuseClock(due.problem);
  const alertAt = new Date(Date.parse(facts.now) + alertAfterMinutes * 60_000).toISOString();
  return { ok: true, clock: { startedAt: facts.now, dueAt: due.value.dueAt, alertAt, alertedAt: null } };
}

export function decideSubmit(command: SubmitCommand, facts: DecisionFacts): Decision {
  if (command.attachments.some((file) => file.size <= 0)) return refuse('attachment.empty');
  const reception = startReception(facts);
  if (!reception.ok) return reception;
  const { type: _type, dossierId, ...payload } = command;
  const events = new EventList(dossierId, 0, facts).add('dossier-submitted', {
    ...payload,
    reception: reception.clock,
    documents: [{ kind: 'submission-receipt', template: templateVersion }],
  });
  if (facts.fee) events.add('fee-assessed', facts.fee);
  return events.decided();
}
