import type { FieldProblem } from '@mocua/contract';
import type { EformProblem } from '@mocua/engine/eform';

/** Problems of the form engine as the wire carries them; the browser shows its own text in the reader's language. */
export function fieldProblems(problems: readonly EformProblem[]): FieldProblem[] {
  return problems.slice(0, 100).map(({ path, code, message }) => ({ path, code, message: message.vi }));
}
