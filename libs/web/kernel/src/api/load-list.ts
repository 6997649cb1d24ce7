import { computed, effect, type Signal, signal, untracked } from '@angular/core';
import type { Endpoint, EndpointSchemas, ResponseOf } from '@mocua/contract';
import type { ApiFailure } from './api-failure';
import type { CallInput } from './endpoint-call';
import { loadEndpoint } from './load-endpoint';

/** A list that is read stretch by stretch, newest first. */
export interface LoadedList<T> {
  /** Undefined until the first stretch has arrived. */
  readonly items: Signal<readonly T[] | undefined>;
  readonly failure: Signal<ApiFailure | undefined>;
  readonly loading: Signal<boolean>;
  readonly hasMore: Signal<boolean>;
  /** The newest answer, for what it says besides the items. */
  readonly last: Signal<{ readonly items: readonly T[] } | undefined>;
  more(): void;
  reload(): void;
  /** Changes items on the screen, after a write that changed them on the server. */
  update(change: (items: readonly T[]) => readonly T[]): void;
}

type Listing = EndpointSchemas;
type ItemOf<E> =
  ResponseOf<E> extends { readonly items: readonly (infer T)[]; readonly next: string | null } ? T : never;

/**
 * Reads a list by keyset and keeps what has been shown. When `whose` changes, the list begins anew.
 *
 * @param idOf - tells items apart, so that one that moved is not shown twice
 * @param filter - further query parameters; what they depend on belongs into `whose` too
 */
export function loadList<E extends Endpoint<Listing>>(
  descriptor: E,
  idOf: (item: ItemOf<E>) => unknown,
  whose: () => unknown = () => null,
  filter: () => Readonly<Record<string, string>> = () => ({}),
): LoadedList<ItemOf<E>> {
  type Item = ItemOf<E>;
  type Page = { readonly items: readonly Item[]; readonly next: string | null };
  const position = signal<{ readonly of: unknown; readonly after: string } | null>(null);
  const page = loadEndpoint(descriptor, () => {
    const owner = whose();
    const from = position();
    return {
      query: { ...filter(), ...(from?.of === owner && from !== null ? { after: from.after } : {}) },
    } as CallInput<E>;
  });
  const value = computed(() => page.value() as Page | undefined);
  const shown = signal<{ readonly of: unknown; readonly items: readonly Item[] } | null>(null);
  effect(() => {
    const arrived = value();
    if (arrived === undefined) return;
    const owner = untracked(whose);
    shown.update((before) => {
      const kept = before !== null && before.of === owner ? before.items : [];
      const known = new Set(kept.map(idOf));
      return { of: owner, items: [...kept, ...arrived.items.filter((item) => !known.has(idOf(item)))] };
    });
  });
  return {
    items: computed(() => (shown()?.of === whose() ? shown()?.items : undefined)),
    failure: page.failure,
    loading: page.loading,
    hasMore: computed(() => (value()?.next ?? null) !== null),
    last: value,
    more: () => {
      const next = value()?.next ?? null;
      if (next !== null) position.set({ of: whose(), after: next });
    },
    reload: () => page.reload(),
    update: (change) => shown.update((before) => before && { ...before, items: change(before.items) }),
  };
}
