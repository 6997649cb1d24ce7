/** Renders e-forms page by page; every decision comes from `@mocua/engine/eform`. */
export { FormPage } from './page/form-page';
export type { UnitChoices, WardOption } from './page/page-context';
export { FormErrorSummary } from './check/error-summary';
export { AnswerList } from './check/answer-list';
export { controlId } from './field/control-id';
export { TypedText } from './field/typed-text';
export type { RendererLang } from './texts/renderer-texts';
