import { computed, inject, resource, type Signal } from '@angular/core';
import type { Endpoint, ResponseOf } from '@mocua/contract';
import { ApiClient } from './api-client';
import { type ApiFailure, asApiFailure } from './api-failure';
import type { CallInput } from './endpoint-call';

/** The state of one read. `value` stays while it is loaded anew. */
export interface Loaded<T> {
  readonly value: Signal<T | undefined>;
  readonly failure: Signal<ApiFailure | undefined>;
  readonly loading: Signal<boolean>;
  reload(): void;
  /** Puts in the answer of a write, so that it need not be read again. */
  set(value: T): void;
}

/**
 * Reads an endpoint whenever its input changes; `undefined` as input means: not yet.
 * The single place that touches Angular's `resource`.
 */
export function loadEndpoint<E extends Endpoint>(
  descriptor: E,
  input: () => CallInput<E> | undefined,
): Loaded<ResponseOf<E>> {
  const api = inject(ApiClient);
  const loaded = resource({
    params: input,
    loader: ({ params, abortSignal }) =>
      api.call(descriptor, { ...params, signal: abortSignal } as CallInput<E>),
  });
  return {
    value: computed(() => (loaded.hasValue() ? (loaded.value() as ResponseOf<E>) : undefined)),
    failure: computed(() => {
      const error = loaded.error();
      return error === undefined ? undefined : asApiFailure(error);
    }),
    loading: loaded.isLoading,
    reload: () => void loaded.reload(),
    set: (value) => loaded.set(value),
  };
}
