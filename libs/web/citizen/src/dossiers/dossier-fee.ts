import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssessedFeeView, CitizenDossierView } from '@mocua/contract';
import { formatFee, formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { FeeLines, feeStanding } from '@mocua/web/ui';

/** What the dossier costs as it was assessed, why, and whether, when and where it is paid. */
@Component({
  selector: 'mocua-dossier-fee',
  imports: [FeeLines, RouterLink],
  template: `
    <section>
      <h2>{{ t('mine.fee.heading') }}</h2>
      <mc-fee-lines [lines]="fee().lines" [total]="total()">
        <p class="mc-small mc-muted">{{ t('mine.fee.assessed', { at: assessedAt() }) }}</p>
      </mc-fee-lines>
      <p [class.mc-notice]="open()">
        {{ t('mine.fee.standing.' + standing(), { unit: dossier().receivingUnit.name }) }}
      </p>
      @if (open()) {
        <p class="mc-actions">
          <a class="mc-button" [routerLink]="['/ho-so', dossier().dossierId, 'nop-tien']">{{
            t('mine.payment.open')
          }}</a>
        </p>
      }
    </section>
  `,
})
export class DossierFee {
  readonly dossier =
    input.required<Pick<CitizenDossierView, 'dossierId' | 'state' | 'finance' | 'receivingUnit'>>();
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
