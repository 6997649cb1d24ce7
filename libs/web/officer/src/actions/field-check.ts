import type { FieldProblem } from '@mocua/contract';
import type { SummaryError } from '@mocua/web/ui';

/** One control of a form: where it stands on the page and where its value lies in the body. */
export interface CheckedField {
  /** Id of the control. */
  readonly target: string;
  /** JSON pointer into the body. */
  readonly path: string;
  /** What this side knows to be wrong already; empty when nothing. */
  readonly problem: string;
}

/**
 * The problems of a form in the order of its fields: what the browser knows first, then what the server said. A
 * problem of the server that belongs to no field is left to the notice above the form.
 */
export function problemsOf(
  fields: readonly CheckedField[],
  server: readonly FieldProblem[],
): readonly SummaryError[] {
  return fields.flatMap((field): SummaryError[] => {
    const said = server.find((problem) => samePlace(problem.path, field.path))?.message ?? '';
    const message = field.problem || said;
    return message === '' ? [] : [{ target: field.target, message }];
  });
}

export function messageAt(problems: readonly SummaryError[], target: string): string {
  return problems.find((problem) => problem.target === target)?.message ?? '';
}

function samePlace(path: string, wanted: string): boolean {
  const bare = (pointer: string) => pointer.replace(/^\/?(?:body\/)?/u, '').replaceAll('.', '/');
  return bare(path) === bare(wanted);
}
