export { guardOutbound, outboundAddresses } from './guard-outbound';
export { openProcess } from './open-process';
export type { OpenedProcess } from './open-process';
export { apiModules, workerModules } from './domain-modules';
