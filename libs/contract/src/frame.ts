/**
 * The calls of the pages that a telephone opens first. An entry of its own, because whoever imports one part of an entry makes
 * the browser load all of them: those pages import values from here and nothing but types from the whole.
 */
export { getProvince, listUnitOptions } from './catalogue/endpoints';
export { fillFromRegisters, getDraft, saveDraft, submitDossier } from './filing/endpoints';
export { getSession, logout, saveDisplay } from './session/endpoints';
