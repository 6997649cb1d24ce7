import { Component, computed, inject, input } from '@angular/core';
import type { AssessedFeeView, OfficerDossierView } from '@mocua/contract';
import { formatFee, formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { FeeLines, feeStanding } from '@mocua/web/ui';

/** What the dossier costs as it was assessed, why, and whether, when and where it is paid. */
@Component({
  selector: 'mocua-officer-fee',
  imports: [FeeLines],
  template: `
    <section>
      <h2>{{ t('officer.dossier.fee') }}</h2>
      <mc-fee-lines [lines]="fee().lines" [total]="total()">
        <p class="mc-small mc-muted">{{ t('officer.dossier.feeAssessed', { at: assessedAt() }) }}</p>
      </mc-fee-lines>
      <p [class.mc-notice]="open()">
        {{ t('officer.dossier.feeStandings.' + standing(), { unit: dossier().receivingUnit.name }) }}
      </p>
    </section>
  `,
})
export class DossierFee {
  readonly dossier = input.required<Pick<OfficerDossierView, 'state' | 'finance' | 'receivingUnit'>>();
  readonly fee = input.required<AssessedFeeView>();
  readonly #language = inject(Language);
  protected readonly t = useTexts();
  protected readonly total = computed(() => formatFee(this.fee().amount, this.#language.current()));
  protected readonly assessedAt = computed(() =>
    formatInstant(this.fee().assessedAt, this.#language.current()),
  );
  protected readonly standing = computed(() => feeStanding(this.dossier(), this.fee()));
  protected readonly open = computed(() => this.standing() === 'before' || this.standing() === 'after');
}
