export { SectorModule } from './sector.module';
export { SectorStepsModule } from './sector-steps.module';
export { SectorRelays } from './application/sector-relays';
export { SettleSteps } from './application/settle-steps';
export { SectorFileReferences } from './persistence/sector-file-references';
export type { NewsKind, SectorNews } from './domain/sector-news';
export { SectorSystems } from './ports';
export type { HandedFile, StepToHandOver } from './ports';
