import { z } from 'zod';
import type { Answers, AnswerValue, Localized, RuleSource } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression, type TypeScope } from '@mocua/engine/expression';
import { localized, ruleSource, words } from './package-words';

/** What a step is completed with when the sector system has said how it ends. */
export interface HandoverEnding {
  /** Outcome of the step. */
  readonly outcome: string;
  /** FEEL for the fields of the step's form, over {@link SectorFacts}. */
  readonly values: Readonly<Record<string, string>>;
}

/** A step that a sector system does: what it gets, on what ground, and what its answer means here. */
export interface HandoverDefinition {
  /** Id of the user task. */
  readonly task: string;
  /** Code of the system, the `mocua:system` of the task. */
  readonly system: string;
  readonly name: Localized;
  /** What the data is handed over for, and by which rule. */
  readonly purpose: Localized;
  readonly basis: RuleSource;
  /** Fields and repeated sections of the form that are handed over, and nothing else. */
  readonly answers: readonly string[];
  /** Papers that are handed over, and no others. */
  readonly components: readonly string[];
  /** What there is to do while the system is down: wait, or enter what its paper says. */
  readonly whenDown: 'wait' | 'manual';
  readonly accepted: HandoverEnding;
  readonly refused: HandoverEnding;
}

/** What a sector system says at the end; the names that the values of an ending may use. */
export interface SectorFacts {
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly issuedOn: string | null;
  readonly agency: string | null;
  readonly reason: string | null;
}

export const sectorScope: TypeScope = {
  number: 'string',
  issuedOn: 'string',
  agency: 'string',
  reason: 'string',
};

export const handoverEnding: z.ZodType<HandoverEnding> = z.strictObject({
  outcome: words,
  values: z.record(words, words),
});

export const handoverDefinition: z.ZodType<HandoverDefinition> = z.strictObject({
  task: words,
  system: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
  name: localized,
  purpose: localized,
  basis: ruleSource,
  answers: z.array(words).min(1),
  components: z.array(words),
  whenDown: z.enum(['wait', 'manual']),
  accepted: handoverEnding,
  refused: handoverEnding,
});

/** The values a step gets from what the sector system said; a value that comes out as nothing is left out. */
export function valuesOfEnding(ending: HandoverEnding, facts: SectorFacts): Answers {
  return valuesFrom(ending, { ...facts });
}

/** The same from whatever another system said at the end. */
export function valuesFrom({ values }: HandoverEnding, facts: FeelContext): Answers {
  const found: Record<string, AnswerValue> = {};
  for (const [field, text] of Object.entries(values)) {
    const parsed = parseExpression(text);
    const result = parsed.ok ? evaluate(parsed.expression, facts) : null;
    if (result?.ok !== true || result.value === null) continue;
    const { value } = result;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found[field] = value;
  }
  return found;
}
