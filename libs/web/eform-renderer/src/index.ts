/** Renders e-forms page by page; every decision comes from `@mocua/engine/eform`. */
export { AnswerList } from './check/answer-list';
export { TypedText } from './field/typed-text';
export * from './page';
