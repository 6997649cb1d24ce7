import type { ExecutionContext, Type } from '@nestjs/common';
import { CUSTOM_ROUTE_ARGS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Endpoint, EndpointSchemas, ProblemCode, ResponseOf } from '@mocua/contract';
import { type EndpointName, schemasOf } from '@mocua/contract/schemas';
import { endpointMetadata, problem } from '@mocua/server/kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What is sent to an endpoint, as it would come over the wire; the schemas of the endpoint judge it. */
export interface PublicCall {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

interface RouteArgument {
  readonly index: number;
  readonly data?: unknown;
  readonly factory?: (data: unknown, context: ExecutionContext) => unknown;
}

interface Handler {
  readonly controller: object;
  readonly method: string;
  readonly args: readonly RouteArgument[];
}

/**
 * Asks public endpoints within the process: the use case behind an endpoint is called by its descriptor, with its input
 * parsed and its answer cut by the same schemas as over HTTP. Pages can so never show more than the interface tells anybody.
 */
export class PublicEndpoints {
  private readonly handlers: ReadonlyMap<string, Handler>;

  constructor(app: NestFastifyApplication) {
    this.handlers = publicHandlers(app);
  }

  has(descriptor: Endpoint): boolean {
    return this.handlers.has(descriptor.name);
  }

  /** @throws Problem as over HTTP */
  async call<E extends Endpoint>(descriptor: E, input: PublicCall = {}): Promise<ResponseOf<E>> {
    const handler = this.handlers.get(descriptor.name);
    if (!handler) throw new Error(`${descriptor.name} is no public endpoint of this process`);
    const schemas = schemasOf[descriptor.name as EndpointName];
    const read = (part: 'params' | 'query' | 'body', otherwise: ProblemCode): unknown => {
      const schema = (schemas as EndpointSchemas)[part];
      if (!schema) return undefined;
      const result = schema.safeParse(input[part] ?? {});
      if (!result.success) throw problem(otherwise);
      return result.data;
    };
    const parsed = {
      // an id that is not even an id names nothing
      params: read('params', 'request.not-found'),
      query: read('query', 'request.malformed'),
      body: read('body', 'request.invalid'),
    };
    const { controller, method, args } = handler;
    const values: unknown[] = [];
    for (const { index, factory, data } of args)
      values[index] = factory ? factory(data, contextOf(parsed)) : headersGoNowhere;
    const call = (controller as Record<string, (...values: unknown[]) => unknown>)[method];
    const answer: unknown = await call?.apply(controller, values);
    return ('response' in schemas ? schemas.response.parse(answer) : answer) as ResponseOf<E>;
  }
}

/** Stands for the reply in handlers that only set a header. */
const headersGoNowhere = {
  header: () => headersGoNowhere,
};

/** The part of a Nest context that the parameters of our endpoints look at. */
function contextOf(input: unknown): ExecutionContext {
  const request = { mocua: { input } };
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
}

function publicHandlers(app: NestFastifyApplication): Map<string, Handler> {
  const handlers = new Map<string, Handler>();
  const scanner = new MetadataScanner();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance, metatype } of module.controllers.values()) {
      const prototype = (metatype as Type | null)?.prototype as object | undefined;
      if (!instance || !prototype) continue;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const implementation = (prototype as Record<string, object>)[method] ?? {};
        const endpoint = Reflect.getMetadata(endpointMetadata, implementation) as Endpoint | undefined;
        if (endpoint?.access.kind !== 'public' || endpoint.media === 'redirect') continue;
        const args = argumentsOf(metatype as Type, method);
        handlers.set(endpoint.name, { controller: instance as object, method, args });
      }
    }
  }
  return handlers;
}

function argumentsOf(metatype: Type, method: string): RouteArgument[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype, method) ?? {}) as Readonly<
    Record<string, RouteArgument>
  >;
  return Object.entries(declared).map(([key, argument]) => ({
    index: argument.index,
    data: argument.data,
    ...(key.includes(CUSTOM_ROUTE_ARGS_METADATA) && argument.factory ? { factory: argument.factory } : {}),
  }));
}
