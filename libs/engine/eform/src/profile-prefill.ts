import type { AnswerValue, FieldPrefill, Localized, ProfilePrefill, Provenance } from '@mocua/contract';
import { checkValue } from './check-value';
import type { CompiledForm } from './compiled-form';
import { asAnswer, type Prefilled } from './prefill';

/** Claims of the identity or of a register that a person’s own profile may stand in for. */
const standIns = ['phone', 'email', 'address', 'currentAddress'] as const;
/** What a profile may fill: those, and what only a profile knows. */
export type ProfileClaim = (typeof standIns)[number] | ProfilePrefill['claim'];

export interface ProfileAnswer {
  readonly value: AnswerValue;
  readonly source: Localized;
  readonly basis: string;
  /** ISO-8601 in UTC. */
  readonly obtainedAt: string;
  /** Whether somebody answers for it. */
  readonly verified: boolean;
}
export type ProfileAnswers = { readonly [Claim in ProfileClaim]?: ProfileAnswer };

/**
 * Answers of a new form together with what the person's profile says. A value that somebody vouches for stays; one that was
 * only declared elsewhere gives way to what the person chose to keep.
 */
export function fillFromProfile(form: CompiledForm, filled: Prefilled, profile: ProfileAnswers): Prefilled {
  const answers = { ...filled.answers };
  const provenance: Record<string, Provenance> = { ...filled.provenance };
  for (const [id, { definition }] of form.fields) {
    const claim = claimOf(definition.prefill);
    const known = claim === null ? undefined : profile[claim];
    if (known === undefined || provenance[id]?.state === 'verified') continue;
    const { value, issue } = checkValue(definition, asAnswer(definition, known.value));
    if (value === null || issue !== null) continue;
    answers[id] = value;
    provenance[id] = {
      source: { ...known.source },
      obtainedAt: known.obtainedAt,
      state: known.verified ? 'verified' : 'declared',
      legalBasis: known.basis,
    };
  }
  return { answers, provenance };
}

/** A field that may not be changed is for whoever vouches for it, not for a profile. */
function claimOf(prefill: FieldPrefill | undefined): ProfileClaim | null {
  if (prefill?.editable !== true) return null;
  if (prefill.source === 'profile') return prefill.claim;
  return standIns.find((claim) => claim === prefill.claim) ?? null;
}
