import type { FieldProblem } from '@mocua/contract';
import { type FormState, inLanguage, journey } from '@mocua/engine/eform';
import type { LanguageCode } from '@mocua/web/kernel';

/** What a submission would refuse, in the order of the pages; on one page or on all pages of the journey. */
export function formProblems(
  state: FormState,
  language: LanguageCode,
  pageId?: string,
): readonly FieldProblem[] {
  const pages = journey(state).filter((page) => pageId === undefined || page.id === pageId);
  return pages.flatMap((page) => inLanguage(page.problems, language));
}
