import type {
  Answers,
  AnswerValue,
  DegradedMode,
  Localized,
  Provenance,
  RegisterClaim,
  RegisterName,
} from '@mocua/contract';
import { registerNames } from '@mocua/contract/eform';
import { checkValue } from './check-value';
import type { CompiledForm } from './compiled-form';
import { asAnswer } from './prefill';
import { sameValue } from './same-value';

/** A register that a form is filled from. */
export interface RegisterAsked {
  readonly register: RegisterName;
  readonly whenDown: DegradedMode;
  /** Components that stand in for it while it is down. */
  readonly components: readonly string[];
  /** Days for which its values may be relied on; null when nothing is said. */
  readonly validDays: number | null;
  /** The facts that fields take from it: nothing else is asked for. */
  readonly claims: readonly RegisterClaim[];
}

/** Registers of a form in a fixed order. A register without a declaration is never asked, whatever its fields say. */
export function registersOf(form: CompiledForm): readonly RegisterAsked[] {
  return registerNames.flatMap((register) => {
    const use = form.definition.registers?.[register];
    const claims = [...form.fields.values()].flatMap(({ definition: { prefill } }) =>
      prefill?.source === register ? [prefill.claim] : [],
    );
    if (use === undefined || claims.length === 0) return [];
    const { whenDown, components = [], validDays = null } = use;
    return [{ register, whenDown, components, validDays, claims: [...new Set(claims)] }];
  });
}

/** What a register said, in the words of forms. */
export interface RegisterAnswer {
  readonly register: RegisterName;
  readonly facts: Readonly<Partial<Record<RegisterClaim, AnswerValue>>>;
  readonly source: Localized;
  readonly legalBasis: string;
  readonly lookupId: string;
  /** ISO-8601 in UTC. */
  readonly at: string;
  readonly validUntil: string | null;
}

/** A draft's answers with what came from outside. */
export interface RegisterFill {
  readonly answers: Answers;
  /** As the sources gave them; a field that may not be edited is held against it. */
  readonly prefilled: Answers;
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/**
 * Puts the facts of a register into the fields that ask for them. What the person has typed stays; what the identity put
 * there meanwhile gives way. A fact that does not fit its field is left out.
 */
export function fillFromRegister(
  form: CompiledForm,
  { register, facts, ...origin }: RegisterAnswer,
  before: RegisterFill,
): RegisterFill {
  const answers = { ...before.answers };
  const prefilled = { ...before.prefilled };
  const provenance = { ...before.provenance };
  for (const [id, { definition }] of form.fields) {
    const wanted = definition.prefill;
    if (wanted?.source !== register || !Object.hasOwn(facts, wanted.claim)) continue;
    const { value, issue } = checkValue(definition, asAnswer(definition, facts[wanted.claim]));
    if (value === null || issue !== null || !isUntouched(before, id)) continue;
    answers[id] = value;
    prefilled[id] = value;
    provenance[id] = {
      source: { ...origin.source },
      obtainedAt: origin.at,
      state: 'verified',
      legalBasis: origin.legalBasis,
      lookupId: origin.lookupId,
      ...(origin.validUntil === null ? {} : { validUntil: origin.validUntil }),
    };
  }
  return { answers, prefilled, provenance };
}

/** Whether the person has put nothing of their own there. */
function isUntouched({ answers, prefilled }: RegisterFill, id: string): boolean {
  const now = Object.hasOwn(answers, id) ? answers[id] : null;
  if (now === null || now === undefined || now === '') return true;
  return Object.hasOwn(prefilled, id) && sameValue(now, prefilled[id] ?? null);
}
