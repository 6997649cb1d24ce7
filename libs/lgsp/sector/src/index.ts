export { openSectorSystems } from './open-sector-systems';
export type { SectorConnection } from './open-sector-systems';
export { SectorSystemsClient } from './sector-systems-client';
