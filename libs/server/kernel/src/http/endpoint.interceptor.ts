import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import type { FieldProblem } from '@mocua/contract';
import { type EndpointName, schemasOf } from '@mocua/contract/schemas';
import { actorScope } from '../actor';
import { hashOfBody } from '../idempotency';
import { problem } from '../problem';
import { fieldProblemsOf, unreadableProblems } from './field-problems';
import { unreadableTexts } from './unreadable-texts';
import type { MocuaRequest } from './request';
import { languageOf } from './request';

/**
 * Parses the input of an endpoint strictly against its schemas, so that no unknown key comes in, and refuses to send an
 * answer that holds more or other than its schema says, so that no column can leak.
 */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<MocuaRequest>();
    const endpoint = request.mocua?.endpoint;
    if (!request.mocua || !endpoint) return next.handle();

    if (endpoint.media !== 'upload' && isNestedDeeperThan(deepestBody, request.body))
      throw problem('request.malformed');
    const schemas = schemasOf[endpoint.name as EndpointName];
    const fields: FieldProblem[] = [];
    const parse = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
      if (!schema) return undefined;
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      fields.push(...fieldProblemsOf(result.error, prefix, languageOf(request)));
      return undefined;
    };
    const params = parse(schemas.params, request.params, 'params/');
    // An id that is not even an id names nothing: the answer must be the one for an unknown object.
    if (fields.length > 0 || unreadableTexts(request.params).length > 0) throw problem('request.not-found');
    const sent = endpoint.media === 'upload' ? [request.query] : [request.query, request.body];
    fields.push(
      ...unreadableProblems(
        sent.flatMap((part) => unreadableTexts(part)),
        languageOf(request),
      ),
    );
    const query = parse(schemas.query, request.query, 'query/');
    const body = endpoint.media === 'upload' ? request.body : parse(schemas.body, request.body ?? {}, '');
    if (fields.length > 0) throw problem('request.invalid', {}, fields);

    request.mocua.input = { params, query, body };
    if (endpoint.idempotent) {
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/u.test(key))
        throw problem('request.idempotency-key-missing');
      request.mocua.idempotency = {
        scope: `${actorScope(request.mocua.actor ?? null)}/${endpoint.name}`,
        key,
        // The body of an upload is a stream that nobody has read yet; who receives it compares what arrived.
        bodyHash: hashOfBody(request.params, endpoint.media === 'upload' ? null : request.body),
      };
    }
    const { response } = schemas;
    return response ? next.handle().pipe(map((value: unknown) => response.parse(value))) : next.handle();
  }
}

/** Far beyond any form; what reads a body after this, schemas and canonical JSON included, may recurse. */
const deepestBody = 64;

/** Looks level by level, because a body made to exhaust the stack would exhaust a recursive look at it as well. */
function isNestedDeeperThan(limit: number, body: unknown): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
