/** What a page of a form needs; the reading back comes later, and from the whole. See `web/ui/src/frame.ts` for why. */
export { FormPage } from './page/form-page';
export type { UnitChoices, WardOption } from './page/page-context';
export { FormErrorSummary } from './check/error-summary';
export { formProblems, problemsSince } from './check/form-problems';
export { controlId } from './field/control-id';
export type { RendererLang } from './texts/renderer-texts';
