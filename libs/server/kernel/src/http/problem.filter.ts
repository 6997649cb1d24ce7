import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable } from '@nestjs/common';
import { fillText, type ProblemCode, type ProblemDocument, problems, statusOf } from '@mocua/contract';
import { Logger } from '../logger';
import { Problem } from '../problem';
import { challengeOf, oauthError } from './oauth-errors';
import { languageOf, type MocuaReply, type MocuaRequest } from './request';

/** Renders every error as an RFC 9457 problem document. What is not a known problem becomes `system.unexpected`. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<MocuaRequest>();
    const reply = host.switchToHttp().getResponse<MocuaReply>();
    const known = asProblem(error);
    const status = statusOf[problems[known.code].category];
    const oauth = request.mocua?.endpoint?.media === 'oauth';
    if (status >= 500)
      this.logger.error({ err: error, correlationId: request.id, code: known.code }, 'request failed');
    else
      this.logger.debug(
        { correlationId: request.id, code: known.code, params: known.params },
        'request refused',
      );
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const challenge = challengeOf(known);
    if (challenge !== null) void reply.header('www-authenticate', challenge);
    if (oauth && status !== 403) {
      void reply
        .status(status === 422 ? 400 : status)
        .header('cache-control', 'no-store')
        .send(oauthError(known, languageOf(request)));
      return;
    }
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problemDocument(known, languageOf(request), request.id)));
  }
}

/** The wire form of a problem in the reader's language. */
export function problemDocument(
  known: Problem,
  language: 'vi' | 'en',
  correlationId: string,
): ProblemDocument {
  const definition = problems[known.code];
  const params = { ...known.params, correlationId };
  return {
    type: `urn:mocua:problem:${known.code}`,
    title: fillText(definition[language].title, params),
    status: statusOf[definition.category],
    detail: fillText(definition[language].remedy, params),
    code: known.code,
    params: known.params,
    fields: known.fields,
    correlationId,
  };
}

const fastifyCodes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media',
  FST_ERR_BAD_URL: 'request.not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not-found',
};
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
]);

/** What an error of any kind is to whoever asked; a mistake of our own is `system.unexpected`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode, message } = (error ?? {}) as {
    code?: unknown;
    statusCode?: unknown;
    message?: unknown;
  };
  if (typeof code === 'string') {
    const mapped = fastifyCodes[code];
    if (mapped) return new Problem(mapped);
    if (connectionCodes.has(code)) return new Problem('system.unavailable');
  }
  if (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect/u.test(message)
  ) {
    return new Problem('system.unavailable');
  }
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  switch (status) {
    case 400:
      return new Problem('request.malformed');
    case 403:
      return new Problem('session.forbidden');
    case 404:
      return new Problem('request.not-found');
    case 413:
      return new Problem('request.too-large');
    case 415:
      return new Problem('request.unsupported-media');
    case 429:
      return new Problem('request.too-many', { seconds: 60 });
    default:
      return new Problem('system.unexpected');
  }
}
