export { LgspNationalStore } from './lgsp-national-store';
export { type NationalStoreConnection, openNationalStore } from './open-national-store';
