/**
 * What a browser needs to show and save a page of a form; checking a whole filing and reading registers come from the whole.
 * An entry of its own, because whoever imports one part of an entry makes the browser load all of them.
 */
export { dateParts } from './calendar-date';
export { compilePublished } from './compile-published';
export { inLanguage } from './eform-problem';
export { addGroup, evaluateForm, removeGroup, updateAnswer } from './evaluate-form';
export { journey } from './journey';
export { neededComponents } from './needed-components';
export { markEdited } from './prefill';
export { displayAnswer, readBack } from './read-back';
export { restrictTo } from './supplement';
