import { computed, type Signal } from '@angular/core';
import { listUnitOptions, type UnitFilter } from '@mocua/contract';
import type { UnitChoices } from '@mocua/web/eform-renderer';
import { loadEndpoint } from '@mocua/web/kernel';

/** The units that a form offers, read only for the filters it uses. */
export function useUnitChoices(filters: () => ReadonlySet<UnitFilter>): Signal<UnitChoices> {
  const load = (filter: UnitFilter) =>
    loadEndpoint(listUnitOptions, () => (filters().has(filter) ? { query: { filter } } : undefined));
  const registers = load('register-keeper');
  const centres = load('one-stop-centre');
  const committees = load('local-committee');
  const branches = load('branch');
  return computed(() => ({
    'register-keeper': registers.value()?.items ?? [],
    'one-stop-centre': centres.value()?.items ?? [],
    'local-committee': committees.value()?.items ?? [],
    branch: branches.value()?.items ?? [],
  }));
}
