import type { z } from 'zod';
import type { Permission } from '../identity/permissions';
import type { AgencyScope } from '../provider/scopes';
import type { ProblemCode } from './problems';

/** `any`: every role of an officer; `own-session`: no role needed, the endpoint is about the officer alone. */
export type OfficerPermission = Permission | 'any' | 'own-session';

/** Who may call an endpoint at all. The resource policy of the use case then decides about the single object. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'citizen' }
  | { readonly kind: 'officer'; readonly permission: OfficerPermission }
  | { readonly kind: 'device' }
  | { readonly kind: 'agency'; readonly scope: AgencyScope };

/** Schemas of one endpoint; they live beside the descriptor so that a browser bundle never pulls the validator. */
export interface EndpointSchemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * What an endpoint takes apart from JSON, or answers apart from JSON. `oauth`: takes a form and answers by RFC 6749, its
 * refusals included.
 */
export type MediaKind = 'json' | 'upload' | 'download' | 'redirect' | 'oauth';

/** A call as the description of the API shows it; a test sends it. */
export interface EndpointExample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly response: unknown;
}

/**
 * One HTTP endpoint as plain data: the single source of route, access rule, problem codes and OpenAPI.
 *
 * @typeParam S - the schemas of the endpoint, taken by `import type` only
 */
export interface Endpoint<S extends EndpointSchemas = EndpointSchemas> {
  /** Key in the schema registry and `operationId` in OpenAPI. */
  readonly name: string;
  readonly method: HttpMethod;
  /** Path below `/api/v1`, with `:param` placeholders. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** Problem codes beyond the ones every endpoint can answer with (`request.*`, `session.*`, `system.*`). */
  readonly problems: readonly ProblemCode[];
  /** Whether the caller must send an `Idempotency-Key`; a retry with the same key and body gives the same answer. */
  readonly idempotent?: boolean;
  readonly media?: MediaKind;
  readonly example?: EndpointExample;
  /** Phantom: carries the schema types, never a value. */
  readonly types?: S;
}

/** Declares an endpoint. Type argument: `typeof` its schemas, imported with `import type`. */
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<S extends EndpointSchemas>(descriptor: Omit<Endpoint<S>, 'types'>): Endpoint<S> {
  return descriptor;
}

type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined;
type WireOf<T> = T extends z.ZodType ? z.input<T> : undefined;

/** Parsed input of an endpoint as a use case receives it. */
export interface InputOf<E> {
  readonly params: E extends Endpoint<infer S> ? OutputOf<S['params']> : never;
  readonly query: E extends Endpoint<infer S> ? OutputOf<S['query']> : never;
  readonly body: E extends Endpoint<infer S> ? OutputOf<S['body']> : never;
}

/** Body of an endpoint as it is sent. */
export type BodyOf<E> = E extends Endpoint<infer S> ? WireOf<S['body']> : never;
export type ParamsOf<E> = E extends Endpoint<infer S> ? WireOf<S['params']> : never;
export type QueryOf<E> = E extends Endpoint<infer S> ? WireOf<S['query']> : never;
export type ResponseOf<E> = E extends Endpoint<infer S> ? OutputOf<S['response']> : never;

export const publicAccess: Access = { kind: 'public' };
export const citizen: Access = { kind: 'citizen' };
export const device: Access = { kind: 'device' };
/* @__NO_SIDE_EFFECTS__ */
export function agency(scope: AgencyScope): Access {
  return { kind: 'agency', scope };
}
/* @__NO_SIDE_EFFECTS__ */
export function officer(permission: OfficerPermission): Access {
  return { kind: 'officer', permission };
}
