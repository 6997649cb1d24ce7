import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint as EndpointDescriptor } from '@mocua/contract';
import { problem } from '../problem';
import type { MocuaRequest } from './request';

export const endpointMetadata = 'mocua:endpoint';

/** Prefix of every endpoint path. */
export const apiPrefix = '/api/v1';

const methods = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

/** Binds a controller method to an endpoint descriptor: route, access rule, input, problems and OpenAPI at once. */
export function Endpoint(descriptor: EndpointDescriptor): MethodDecorator {
  return applyDecorators(
    SetMetadata(endpointMetadata, descriptor),
    RequestMapping({ method: methods[descriptor.method], path: `${apiPrefix}${descriptor.path}` }),
    HttpCode(200),
  );
}

/** Parsed `{params, query, body}` of the endpoint: `@Input() input: InputOf<typeof descriptor>`. */
export const Input = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<MocuaRequest>().mocua?.input;
});

/** The authenticated actor; present on every route that is not public. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const actor = context.switchToHttp().getRequest<MocuaRequest>().mocua?.actor;
  if (!actor) throw problem('session.required');
  return actor;
});

/** Idempotency data of the request; present on every endpoint that declares `idempotent`. */
export const Idempotency = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const idempotency = context.switchToHttp().getRequest<MocuaRequest>().mocua?.idempotency;
  if (!idempotency) throw problem('request.idempotency-key-missing');
  return idempotency;
});
