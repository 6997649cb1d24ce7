import { computed, type Signal } from '@angular/core';
import { listUnitOptions, type UnitFilter } from '@mocua/contract';
import { type FormState, unitFiltersOf } from '@mocua/engine/eform';
import type { UnitChoices } from '@mocua/web/eform-renderer';
import { loadEndpoint } from '@mocua/web/kernel';

const filters: readonly UnitFilter[] = ['register-keeper', 'one-stop-centre', 'local-committee', 'branch'];

/** The lists of units that the form offers, as far as they have arrived; others are not asked for. */
export function formUnits(state: Signal<FormState | null>): Signal<UnitChoices> {
  const wanted = computed(() => unitFiltersOf(state()?.form ?? null));
  const lists = filters.map((filter) => {
    const needed = computed(() => wanted().has(filter));
    return {
      filter,
      loaded: loadEndpoint(listUnitOptions, () => (needed() ? { query: { filter } } : undefined)),
    };
  });
  return computed(() =>
    Object.fromEntries(
      lists.flatMap(({ filter, loaded }) => {
        const items = loaded.value()?.items;
        return items === undefined ? [] : [[filter, items] as const];
      }),
    ),
  );
}
