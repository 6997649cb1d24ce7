import {
  personFacts,
  type Localized,
  type PersonFactDefinition,
  type PersonFactName,
  type PersonFacts,
} from '@mocua/contract';
import { evaluatePartially, type FeelContext } from '@mocua/engine/expression';
import type { CompiledEligibility, CompiledRule } from './compile-eligibility';

/** A procedure with its rules; one without rules says nothing about anybody and is not judged. */
export interface JudgedProcedure {
  readonly code: string;
  readonly rules: CompiledEligibility;
}

/** What the known facts say about one procedure, with the words of its rules. */
export interface Verdict {
  readonly code: string;
  /** `lacks` as soon as one rule surely fails; `unknown` while one is open; `qualifies` when all hold. */
  readonly state: 'qualifies' | 'lacks' | 'unknown';
  readonly met: readonly Localized[];
  readonly lacking: readonly Localized[];
  /** Facts that can still decide, in the order in which they are natural to ask; only for `unknown`. */
  readonly ask: readonly PersonFactName[];
}

export interface Judgement {
  /** In the order the procedures were given. */
  readonly verdicts: readonly Verdict[];
  /** Everything still worth asking; first what settles a procedure with the fewest questions. */
  readonly next: readonly PersonFactName[];
}

const definitions: Readonly<Record<string, PersonFactDefinition>> = personFacts;
const naturalOrder = Object.keys(personFacts) as readonly PersonFactName[];

/** Judges every procedure by what a person told; what is null or left out is not known and decides nothing. */
export function judge(procedures: readonly JudgedProcedure[], facts: PersonFacts): Judgement {
  const known = usable(facts);
  const verdicts = procedures.map(({ code, rules }) => verdictOn(code, rules, known));
  return { verdicts, next: questions(verdicts) };
}

function verdictOn(code: string, rules: CompiledEligibility, known: FeelContext): Verdict {
  const met: Localized[] = [];
  const lacking: Localized[] = [];
  const open = new Set<string>();
  for (const rule of rules) {
    const { answer, missing } = ask(rule, known);
    if (answer === true) met.push(rule.definition.met);
    else if (answer === false) lacking.push(rule.definition.lacking);
    else for (const name of missing) open.add(name);
  }
  if (lacking.length > 0) return { code, state: 'lacks', met, lacking, ask: [] };
  if (met.length === rules.length) return { code, state: 'qualifies', met, lacking, ask: [] };
  return { code, state: 'unknown', met, lacking, ask: naturalOrder.filter((name) => open.has(name)) };
}

function ask(
  rule: CompiledRule,
  known: FeelContext,
): { readonly answer: boolean | null; readonly missing: readonly string[] } {
  const result = evaluatePartially(rule.when, known);
  if (!result.ok || typeof result.value !== 'boolean')
    return { answer: null, missing: result.ok ? result.missing : [] };
  return { answer: result.value, missing: [] };
}

/** First the procedure that needs the fewest answers; inside it, the fact that most open procedures wait for. */
function questions(verdicts: readonly Verdict[]): readonly PersonFactName[] {
  const open = verdicts.filter((verdict) => verdict.state === 'unknown');
  const wanted = new Map<PersonFactName, number>();
  for (const name of open.flatMap((verdict) => verdict.ask)) wanted.set(name, (wanted.get(name) ?? 0) + 1);
  const byNeed = [...open].sort((a, b) => a.ask.length - b.ask.length);
  const found = byNeed.flatMap((verdict) =>
    [...verdict.ask].sort((a, b) => (wanted.get(b) ?? 0) - (wanted.get(a) ?? 0)),
  );
  return [...new Set(found)];
}

/** Facts of their declared kind; anything else is as if it had not been said. */
function usable(facts: PersonFacts): FeelContext {
  const given: Readonly<Record<string, unknown>> = facts;
  return Object.fromEntries(
    naturalOrder.map((name) => {
      const value = Object.hasOwn(given, name) ? given[name] : null;
      return [name, definitions[name] && isAnswer(definitions[name], value) ? value : null];
    }),
  );
}

/** Whether a value is an answer to a question. */
export function isAnswer(
  definition: PersonFactDefinition,
  value: unknown,
): value is string | number | boolean {
  switch (definition.type) {
    case 'integer':
      return Number.isInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max;
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(definition.options, value);
  }
}
