import { type ProcessState, requestedPauses } from '@mocua/engine/process';
import { pauseDue, resumeDue } from '@mocua/engine/working-time';
import type { DossierState } from '../state';
import { type DecisionFacts, type EventList, refuse, refuseClock, type Refusal } from './decision';

/**
 * Stops the clock while a step of the process waits for somebody whose time the law does not count, and starts it again
 * when nobody is waited for any more. The process only asks; ground, source and policy stand in the rules of the
 * procedure, and a request without a rule there stops nothing.
 */
export function followRequestedPause(
  events: EventList,
  state: Pick<DossierState, 'due' | 'process'>,
  next: ProcessState,
  facts: DecisionFacts,
): { readonly ok: true } | { readonly ok: false; readonly problem: Refusal } {
  const { due } = state;
  const { duration } = facts.rules.clock;
  if (!due || !duration) return { ok: true };
  const waited = groundOf(state.process, facts);
  const waits = groundOf(next, facts);
  if (waited === null && waits !== null) {
    const { rule, name } = waits;
    const paused = pauseDue(due, facts.calendar, {
      at: facts.now,
      cause: rule.cause,
      ground: rule.source.citation,
      by: facts.actor.kind,
      policy: rule.resume,
    });
    if (!paused.ok) return refuseClock(paused.problem);
    events.add('clock-paused', { ground: name, due: paused.value });
  }
  if (waited !== null && waits === null) {
    const resumed = resumeDue(due, facts.calendar, duration, { at: facts.now, policy: waited.rule.resume });
    if (!resumed.ok) return refuseClock(resumed.problem);
    events.add('clock-resumed', { due: resumed.value });
  }
  return { ok: true };
}

/** Whether the clock stands still because of a step; then nothing else may stop it as well. */
export function waitsForOthers(state: DossierState, facts: Pick<DecisionFacts, 'rules'>): boolean {
  return waitedCause(state, facts) !== null;
}

/** What a step waits for with the clock stopped; null when none does. */
export function waitedCause(state: DossierState, facts: Pick<DecisionFacts, 'rules'>) {
  return state.due === null ? null : (groundOf(state.process, facts)?.rule.cause ?? null);
}

/** The command that would need a running clock, refused. */
export function refuseWhileWaiting(): { ok: false; problem: Refusal } {
  return refuse('clock.waiting-for-others');
}

function groundOf(process: ProcessState | null, facts: Pick<DecisionFacts, 'rules'>) {
  const rules = facts.rules.pauses ?? {};
  for (const name of requestedPauses(process)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule) return { name, rule };
  }
  return null;
}
