import type { FieldProblem } from '@mocua/contract';
import type { FormState } from '@mocua/engine/eform';
import { inLanguage, journey } from '@mocua/engine/eform/page';
import type { RendererLang } from '../texts/renderer-texts';

/** What a submission would refuse, in the order of the pages; on one page or on all pages of the journey. */
export function formProblems(
  state: FormState,
  language: RendererLang,
  pageId?: string,
): readonly FieldProblem[] {
  const pages = journey(state).filter((page) => pageId === undefined || page.id === pageId);
  return pages.flatMap((page) => inLanguage(page.problems, language));
}

/**
 * What to show while somebody corrects: what is wrong now, of what they were asked when they last wanted to go on. A question
 * that an answer brought up since then is not wrong before it could be answered.
 *
 * @param attempt - the form at that moment; null: they did not want to go on yet
 */
export function problemsSince(
  attempt: FormState | null,
  state: FormState,
  language: RendererLang,
  pageId?: string,
): readonly FieldProblem[] {
  if (attempt === null) return [];
  const asked = (path: string): boolean => (attempt.field(path) ?? attempt.section(path))?.visible === true;
  return formProblems(state, language, pageId).filter(({ path }) => asked(path));
}
