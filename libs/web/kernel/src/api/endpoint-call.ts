import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '@mocua/contract';

type Slot<K extends string, T> = [T] extends [undefined]
  ? { readonly [P in K]?: undefined }
  : Record<never, never> extends T
    ? { readonly [P in K]?: T }
    : { readonly [P in K]: T };

/** Everything a call needs that its descriptor asks for; parts that it does not declare cannot be given. */
export type CallInput<E> = Slot<'params', ParamsOf<E>> &
  Slot<'query', QueryOf<E>> &
  Slot<'body', BodyOf<E>> & {
    /** For endpoints with `idempotent: true`; made afresh when left out, so give one to be able to repeat. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** The input of a call with its types forgotten, for the code that only moves it. */
export interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export const apiBase = '/api/v1';

/** Address of an endpoint with its parameters filled in; empty query parameters are left out. */
export function endpointUrl(descriptor: Endpoint, input: LooseInput = {}): string {
  const params = entries(input.params);
  const path = descriptor.path.replace(/:(\w+)/gu, (_match, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${descriptor.name}: path parameter ${name} is missing`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams([...entries(input.query)]).toString();
  return `${apiBase}${path}${query === '' ? '' : `?${query}`}`;
}

function entries(source: unknown): Map<string, string> {
  const found = new Map<string, string>();
  if (typeof source !== 'object' || source === null) return found;
  for (const [name, value] of Object.entries(source)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found.set(name, String(value));
  }
  return found;
}

/** A fresh key: one per intent of the person, not one per attempt. Works without a secure context too. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
