export { openNationalPortal } from './open-national-portal';
export type { NationalPortalConnection } from './open-national-portal';
export { NationalPortalClient } from './national-portal-client';
export type { NationalPortalSettings } from './national-portal-client';
export { NationalPortalReader } from './message-reader';
