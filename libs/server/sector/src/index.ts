export { SectorModule } from './sector.module';
export { SectorStepsModule } from './sector-steps.module';
export { SectorRelays } from './application/sector-relays';
export { SettleSteps } from './application/settle-steps';
export { SectorFileReferences } from './persistence/sector-file-references';
export { newsKinds } from './domain/sector-news';
export type { NewsKind, ResultFile, SectorNews } from './domain/sector-news';
export { SectorFailure, SectorSystems } from './ports';
export type { HandedFile, StepToHandOver, Verdict, WireMessage } from './ports';
