export { Clock, localDate, SystemClock } from './clock';
export { namedId, newId } from './ids';
export { Problem, problem } from './problem';
export { actorScope } from './actor';
export type {
  ActingAssignment,
  AgencyActor,
  Actor,
  CitizenActor,
  DeviceActor,
  HttpActor,
  OfficerActor,
  SystemActor,
} from './actor';
export { AgencyAuthenticator, Authenticator, parseCookies, sessionCookieName } from './authenticator';
export type { Authenticated, Credentials } from './authenticator';
export { Config, ConfigError, loadConfig } from './config/config';
export { Database, uniqueViolation } from './database';
export type { SqlExecutor } from './database';
export { hashOfBody, idempotencyRetentionDays } from './idempotency';
export type { IdempotencyRequest } from './idempotency';
export { createLogger, Logger } from './logger';
export { workspaceRoot } from './workspace-root';
export {
  deadByDestination,
  listDeadLetters,
  type QueuedMessage,
  replayDeadLetter,
  waitingFor,
  waitingInLanes,
} from './outbox/dead-letters';
export { DestinationPace } from './outbox/destination-pace';
export { OutboxHandler, outboxJson } from './outbox/outbox';
export { type ChunkOutcome, DestinationUnavailable, OutboxChunkHandler } from './outbox/outbox-chunks';
export type { OutboxMessage, OutboxRow } from './outbox/outbox';
export { putOff } from './outbox/put-off';
export { OutboxRelay } from './outbox/outbox-relay';
export { writeOutbox } from './outbox/write-outbox';
export { EventProjection, follow } from './followers/event-follower';
export type { FollowedEvent } from './followers/event-follower';
export { Metrics } from './operations/metrics';
export { OperationsController } from './operations/operations.controller';
export { KernelModule } from './kernel.module';
export type { KernelParts } from './kernel.module';
export {
  apiPrefix,
  CurrentActor,
  Endpoint,
  endpointMetadata,
  Idempotency,
  Input,
} from './http/endpoint.decorator';
export { AccessGuard, openRouteMetadata } from './http/access.guard';
export { EndpointInterceptor } from './http/endpoint.interceptor';
export { asProblem, problemDocument, ProblemFilter } from './http/problem.filter';
export { UndeclaredRouteError, watchRoutes } from './http/declared-routes';
export { buildOpenApi } from './http/openapi';
export { languageOf } from './http/request';
export type { Language, MocuaReply, MocuaRequest } from './http/request';
