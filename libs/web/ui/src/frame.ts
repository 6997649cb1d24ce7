/**
 * The parts that every page has. An entry of its own, because whoever imports one part of an entry makes the browser load
 * all of them: the pages that a telephone opens first import these from here and nothing from the whole.
 */
export { Emblem } from './frame/emblem';
export { PageFooter } from './frame/page-footer';
export { PageHeader } from './frame/page-header';
export { SiteFooter } from './frame/site-footer';
export { SiteHeader } from './frame/site-header';
export { EmptyState, LoadingState } from './notice/page-state';
export { ProblemNotice } from './notice/problem-notice';
export { dossierTexts, uiTexts } from './ui-texts';
