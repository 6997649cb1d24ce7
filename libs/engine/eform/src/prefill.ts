import type {
  Answers,
  AnswerValue,
  FieldPrefill,
  FormField,
  IdentityClaim,
  Localized,
  Provenance,
} from '@mocua/contract';
import { checkValue } from './check-value';
import type { CompiledForm } from './compiled-form';
import { sameValue } from './same-value';

/** What the e-identity says about the signed-in person; a claim that was not given is absent. */
export type IdentityClaims = { readonly [Claim in IdentityClaim]?: AnswerValue };

export interface PrefillOrigin {
  readonly source: Localized;
  readonly legalBasis: string;
  /** Claims that the identity passes on without having verified them. */
  readonly declared: readonly IdentityClaim[];
}

/**
 * VNeID vouches for the base data; phone and e-mail are what the holder declared.
 * @legal NĐ 69/2024, amended by NĐ 169/2025 and NĐ 320/2026 (articles to be confirmed)
 */
export const vneidOrigin: PrefillOrigin = {
  source: { vi: 'VNeID', en: 'VNeID' },
  legalBasis: 'NĐ 69/2024/NĐ-CP, sửa đổi bởi NĐ 169/2025/NĐ-CP và NĐ 320/2026/NĐ-CP',
  declared: ['phone', 'email'],
};

/**
 * The chip of an identity card, read at a kiosk with its holder compared; it carries no phone and no e-mail.
 * @legal NĐ 118/2025 Điều 17(2a), amended by NĐ 309/2026
 */
export const chipCardOrigin: PrefillOrigin = {
  source: { vi: 'chip của thẻ căn cước', en: 'the chip of the identity card' },
  legalBasis: 'NĐ 118/2025/NĐ-CP, sửa đổi bởi NĐ 309/2026/NĐ-CP',
  declared: [],
};

export interface Prefilled {
  readonly answers: Answers;
  /** By field id. */
  readonly provenance: Readonly<Record<string, Provenance>>;
}

/**
 * Answers that the identity already gives, with where they come from. Claims that do not fit their field are left out.
 * @param at when the claims were obtained, ISO-8601 in UTC
 */
export function prefill(
  form: CompiledForm,
  claims: IdentityClaims,
  at: string,
  origin: PrefillOrigin = vneidOrigin,
): Prefilled {
  const answers: Record<string, AnswerValue> = {};
  const provenance: Record<string, Provenance> = {};
  for (const [id, { definition }] of form.fields) {
    const wanted = claimWanted(definition.prefill);
    if (wanted === undefined || !Object.hasOwn(claims, wanted)) continue;
    const { value, issue } = checkValue(definition, asAnswer(definition, claims[wanted]));
    if (value === null || issue !== null) continue;
    answers[id] = value;
    provenance[id] = {
      source: { ...origin.source },
      obtainedAt: at,
      state: origin.declared.includes(wanted) ? 'declared' : 'verified',
      legalBasis: origin.legalBasis,
    };
  }
  return { answers, provenance };
}

/** The claim of the identity that a field takes: its own, or what stands there until a register has answered. */
function claimWanted(prefill: FieldPrefill | undefined): IdentityClaim | undefined {
  if (prefill?.source === 'identity') return prefill.claim;
  return prefill?.source === 'profile' ? undefined : prefill?.meanwhile;
}

/** Sources give an address as one line of text. */
export function asAnswer({ type }: FormField, raw: AnswerValue | undefined): AnswerValue | undefined {
  return type === 'address' && typeof raw === 'string' ? { text: raw } : raw;
}

/** Provenance after answers changed: a value that differs is `edited`, an emptied one has no provenance. */
export function markEdited(
  provenance: Readonly<Record<string, Provenance>>,
  before: Answers,
  after: Answers,
): Readonly<Record<string, Provenance>> {
  const marked: Record<string, Provenance> = {};
  for (const [id, origin] of Object.entries(provenance)) {
    const [old, now] = [read(before, id), read(after, id)];
    if (now === null) continue;
    marked[id] = sameValue(old, now) ? origin : { ...origin, state: 'edited' };
  }
  return marked;
}

function read(answers: Answers, id: string): Answers[string] {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}
