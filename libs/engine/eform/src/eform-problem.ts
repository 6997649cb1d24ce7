import type { FieldProblem, Localized } from '@mocua/contract';
import type { EformProblemCode } from './problem-messages';

/** One thing to correct in the answers, in both languages; the sentence says how. */
export interface EformProblem {
  /** Field id, section id, or `section.index.field` with an index from 0. */
  readonly path: string;
  readonly code: EformProblemCode;
  readonly message: Localized;
}

/** A mistake in a form definition; found at publication, read by the author of the form. */
export interface DefinitionProblem {
  /** Where: ids joined by dots, for example `page.section.field.visible`. */
  readonly at: string;
  readonly code: DefinitionProblemCode;
  readonly message: Localized;
}

export type DefinitionProblemCode =
  | 'not-a-form'
  | 'bad-id'
  | 'duplicate-id'
  | 'too-large'
  | 'bad-bounds'
  | 'bad-expression'
  | 'wrong-result-type'
  | 'unknown-name'
  | 'cycle'
  | 'not-calculable';

/** The problems in the shape of the HTTP contract, in one language. */
export function inLanguage(problems: readonly EformProblem[], lang: 'vi' | 'en'): FieldProblem[] {
  return problems.map(({ path, code, message }) => ({ path, code, message: message[lang] }));
}
