import { computed, type Signal } from '@angular/core';
import { listUnitOptions } from '@mocua/contract/frame';
import { loadEndpoint } from '@mocua/web/kernel';
import type { UnitChoices } from '@mocua/web/eform-renderer/page';

/** The units that forms may offer, as far as they have arrived. */
export function useUnitChoices(): Signal<UnitChoices> {
  const keepers = loadEndpoint(listUnitOptions, () => ({ query: { filter: 'register-keeper' as const } }));
  const centres = loadEndpoint(listUnitOptions, () => ({ query: { filter: 'one-stop-centre' as const } }));
  const committees = loadEndpoint(listUnitOptions, () => ({ query: { filter: 'local-committee' as const } }));
  const branches = loadEndpoint(listUnitOptions, () => ({ query: { filter: 'branch' as const } }));
  return computed(() => ({
    ...(keepers.value() && { 'register-keeper': keepers.value()?.items ?? [] }),
    ...(committees.value() && { 'local-committee': committees.value()?.items ?? [] }),
    ...(branches.value() && { branch: branches.value()?.items ?? [] }),
    ...(centres.value() && { 'one-stop-centre': centres.value()?.items ?? [] }),
  }));
}
