/** Dossiers lived through command by command, as the tests of the engine tell them. */
// eslint-disable-next-line @nx/enforce-module-boundaries -- test code of the engine, which production code must not reach
export * from '../../../engine/dossier/test/dossier-story';
// eslint-disable-next-line @nx/enforce-module-boundaries -- as above
export { rules } from '../../../engine/dossier/test/procedure-facts';
