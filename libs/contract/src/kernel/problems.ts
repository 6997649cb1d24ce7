import { type ProblemDefinition, statusOf } from './problem-definition';
import { problemsAtWork } from './problems-at-work';
import { problemsOfAgencies } from './problems-of-agencies';
import { problemsEverywhere } from './problems-everywhere';
import { problemsOfPeople } from './problems-of-people';
import { problemsOfPrivacy } from './problems-of-privacy';
import { problemsOfStore } from './problems-of-store';

export { statusOf };
export type { ProblemCategory } from './problem-definition';

/** The one catalogue of problems: code, category, and both languages. A new code goes into the part it belongs to. */
export const problems = {
  ...problemsEverywhere,
  ...problemsOfPeople,
  ...problemsAtWork,
  ...problemsOfPrivacy,
  ...problemsOfStore,
  ...problemsOfAgencies,
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = /* @__PURE__ */ Object.keys(problems) as readonly ProblemCode[];

/** One problem at one field; `path` is a JSON pointer into the body or a form field id. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem document. Clients branch on `code` only. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];
  readonly correlationId: string;
}

/** Fills `{name}` placeholders; a missing parameter leaves a dash, never a raw placeholder. */
export function fillText(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (_match, name: string) => String(params[name] ?? '–'));
}
