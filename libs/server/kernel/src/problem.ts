import type { FieldProblem, ProblemCode } from '@mocua/contract';

type ProblemParams = Readonly<Record<string, string | number>>;

/** An expected refusal with a code of the catalogue. Parameters never hold personal data. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemParams = {},
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(code);
    this.name = 'Problem';
  }
}

/** Shorthand for `throw problem('dossier.stale')`. */
export function problem(
  code: ProblemCode,
  params: ProblemParams = {},
  fields: readonly FieldProblem[] = [],
): Problem {
  return new Problem(code, params, fields);
}
