import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Endpoint } from '@mocua/contract';
import type { HttpActor } from '../actor';
import type { IdempotencyRequest } from '../idempotency';

/** What the kernel learns about a request before the handler runs. */
export interface RequestState {
  endpoint?: Endpoint;
  actor?: HttpActor | null;
  input?: { params: unknown; query: unknown; body: unknown };
  idempotency?: IdempotencyRequest;
}

export type MocuaRequest = FastifyRequest & { mocua?: RequestState };
export type MocuaReply = FastifyReply;

export type Language = 'vi' | 'en';

/** Language of the answer: Vietnamese unless English is asked for first. */
export function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? '';
  return /^\s*en\b/iu.test(header) ? 'en' : 'vi';
}
