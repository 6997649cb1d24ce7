export { Partners } from './partners';
export type { OpenLine, PartnerConnection } from './partners';
export { answers, PartnerLine } from './partner-line';
export { isSigned } from './wire-signature';
export { answerOf, done, messagesOf, readable, wireFile, wireMessage, words } from './wire-shapes';
