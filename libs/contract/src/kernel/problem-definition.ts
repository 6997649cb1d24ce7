/** How a problem category is answered over HTTP. */
export const statusOf = {
  invalid: 422,
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
} as const;
export type ProblemCategory = keyof typeof statusOf;

interface ProblemText {
  /** What happened, in one short sentence. `{name}` is replaced by a parameter. */
  readonly title: string;
  /** How to fix it. */
  readonly remedy: string;
}
export interface ProblemDefinition {
  readonly category: ProblemCategory;
  readonly vi: ProblemText;
  readonly en: ProblemText;
}

/* @__NO_SIDE_EFFECTS__ */
export function define(
  category: ProblemCategory,
  vi: readonly [string, string],
  en: readonly [string, string],
): ProblemDefinition {
  return { category, vi: { title: vi[0], remedy: vi[1] }, en: { title: en[0], remedy: en[1] } };
}
