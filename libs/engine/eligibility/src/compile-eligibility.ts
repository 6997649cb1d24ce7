import {
  personFacts,
  type EligibilityRule,
  type Localized,
  type PersonFactDefinition,
  type PersonFactName,
} from '@mocua/contract';
import {
  compileExpression,
  dependencies,
  type FeelType,
  type ParsedExpression,
  type TypeScope,
} from '@mocua/engine/expression';

/** Why the rules of a procedure cannot be published: the rule, and what to do. */
export interface EligibilityProblem {
  readonly at: string;
  readonly message: Localized;
}

export interface CompiledRule {
  readonly definition: EligibilityRule;
  readonly when: ParsedExpression;
  /** Facts it may ask for. */
  readonly reads: readonly PersonFactName[];
}

export type CompiledEligibility = readonly CompiledRule[];

export type CompileEligibilityResult =
  | { readonly ok: true; readonly rules: CompiledEligibility }
  | { readonly ok: false; readonly problems: readonly EligibilityProblem[] };

const facts: Readonly<Record<string, PersonFactDefinition>> = personFacts;

function typeOf(definition: PersonFactDefinition): FeelType {
  if (definition.type === 'choice') return { kind: 'text', oneOf: Object.keys(definition.options) };
  return definition.type === 'integer' ? 'number' : 'boolean';
}

/** Names and types that eligibility rules may use: the facts about a person, and nothing else. */
export const personScope: TypeScope = Object.fromEntries(
  Object.entries(facts).map(([name, definition]) => [name, typeOf(definition)]),
);

/** Compiles the eligibility rules of one procedure. Their shape was checked before (`eligibilityRules`). */
export function compileEligibility(rules: readonly EligibilityRule[]): CompileEligibilityResult {
  const problems: EligibilityProblem[] = [];
  const compiled: CompiledRule[] = [];
  for (const [at, definition] of rules.entries()) {
    if (rules.findIndex(({ id }) => id === definition.id) !== at) {
      const message = { vi: 'Mã này đã dùng rồi.', en: 'This id is used twice.' };
      problems.push({ at: `${definition.id}.id`, message });
    }
    const result = compileExpression(definition.when, personScope, 'boolean');
    if (result.ok) {
      const reads = dependencies(result.expression) as readonly PersonFactName[];
      compiled.push({ definition, when: result.expression, reads });
    } else {
      for (const { vi, en } of result.problems)
        problems.push({ at: `${definition.id}.when`, message: { vi, en } });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rules: compiled };
}
