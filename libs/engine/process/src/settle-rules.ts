import type { Answers } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';
import type { DurationRule } from '@mocua/engine/working-time';
import type { ConditionalDuration, ProcedureRules, SettledRules } from './procedure-rules';

/** The time limit these answers choose; null when there is none. */
export function durationFor(
  duration: DurationRule | ConditionalDuration | null,
  answers: Answers,
): DurationRule | null {
  if (duration === null || !isConditional(duration)) return duration;
  const chosen = duration.choose.find(({ when }) => holds(when, answers));
  return chosen?.duration ?? duration.otherwise;
}

export function isConditional(duration: DurationRule | ConditionalDuration): duration is ConditionalDuration {
  return 'choose' in duration;
}

/** The rules as they hold for a dossier with these answers. */
export function settleRules(rules: ProcedureRules, answers: Answers): SettledRules {
  return { ...rules, clock: { ...rules.clock, duration: durationFor(rules.clock.duration, answers) } };
}

function holds(expression: string, answers: Answers): boolean {
  const parsed = parseExpression(expression);
  const result = parsed.ok ? evaluate(parsed.expression, answers as FeelContext) : null;
  return result?.ok === true && result.value === true;
}
