export { type FailureDetails, type FailureKind, LgspFailure } from './failure';
export {
  defaultLimits,
  type EncodedRequest,
  type JsonValue,
  type Operation,
  type ServiceDescription,
  type ServiceLimits,
} from './service';
export { CallMetrics } from './call-metrics';
export { ServiceCatalogue } from './service-catalogue';
export {
  type CallOptions,
  type ObservedCall,
  ServiceClient,
  type ServiceClientOptions,
  type StreamedAnswer,
} from './service-client';
export { type AllowedHost, AllowedAddresses } from './network/allowed-addresses';
export { guardedDispatcher, type GuardedDispatcherOptions } from './network/guarded-dispatcher';
export { ClientCredentials, type ClientCredentialsOptions } from './token/client-credentials';
export { NoToken, TokenSource } from './token/token-source';
export { HttpTransport, type HttpTransportOptions } from './transport/http-transport';
export { Transport, type WireAnswer, type WireRequest } from './transport/transport';
export { type XRoadMember, XRoadTransport } from './transport/x-road-transport';
export type { LoggedExchange, LogLine } from './message-log/entry';
export { FileMessageLog, type FileMessageLogOptions } from './message-log/file-message-log';
export { MessageLog, NoMessageLog } from './message-log/message-log';
export {
  type MessageLogCheck,
  type MessageLogFault,
  verifyMessageLog,
} from './message-log/verify-message-log';
