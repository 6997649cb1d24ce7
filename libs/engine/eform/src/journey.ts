import type { EformProblem } from './eform-problem';
import type { PageState } from './field-state';
import type { FormState } from './form-state';

/**
 * The visible pages in order, replayed from the answers. While a supplement is answered, only pages on which
 * something can be changed.
 */
export function journey(state: FormState): readonly PageState[] {
  return state.pages.filter((page) => page.visible && (state.form.open === null || page.open));
}

/** The page to show after this one; undefined after the last. Works from a page that has just become hidden. */
export function pageAfter(state: FormState, pageId: string): PageState | undefined {
  const position = positionOf(state, pageId);
  return journey(state).find((page) => positionOf(state, page.id) > position);
}

/** The page to show before this one; undefined before the first. */
export function pageBefore(state: FormState, pageId: string): PageState | undefined {
  const position = positionOf(state, pageId);
  return journey(state).findLast((page) => positionOf(state, page.id) < position);
}

/** The first page that still has something to correct, with its first problem; undefined when all is right. */
export function firstOpenProblem(
  state: FormState,
): { readonly pageId: string; readonly problem: EformProblem } | undefined {
  for (const page of journey(state)) {
    const [problem] = page.problems;
    if (problem !== undefined) return { pageId: page.id, problem };
  }
  return undefined;
}

/** The page that holds a field or section; undefined for an unknown path. */
export function pageOf(state: FormState, path: string): string | undefined {
  const key = path.split('.')[0] ?? path;
  return state.form.fields.get(key)?.pageId ?? state.form.sections.get(key)?.pageId;
}

function positionOf(state: FormState, pageId: string): number {
  return state.form.pages.findIndex((page) => page.definition.id === pageId);
}
