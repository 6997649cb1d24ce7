import { Component, computed, input } from '@angular/core';
import type { AssessedFeeView, OfficerDossierView } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { feeStanding } from '@mocua/web/ui';

/** Says before an action is tried that it waits for a fee, and where the fee is paid. The button stays: money may come meanwhile. */
@Component({
  selector: 'mocua-unpaid-notice',
  template: `
    @if (waits()) {
      <p class="mc-notice mc-notice--warn">
        {{ t('officer.dossier.feeStandings.' + timing(), { unit: dossier().receivingUnit.name }) }}
      </p>
    }
  `,
})
export class UnpaidNotice {
  readonly dossier =
    input.required<Pick<OfficerDossierView, 'state' | 'finance' | 'fee' | 'receivingUnit'>>();
  /** The action waits for fees of this timing: reception for those before the work, handing over for those after it. */
  readonly timing = input.required<AssessedFeeView['timing']>();
  protected readonly t = useTexts();
  protected readonly waits = computed(() => {
    const { fee } = this.dossier();
    return fee !== null && feeStanding(this.dossier(), fee) === this.timing();
  });
}
