import { Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { QrCode } from '@mocua/web/ui';
import { PrintSlip } from '../printing/print-slip';
import type { Slip } from '../printing/slip-printer';
import { KioskSession } from '../session/kiosk-session';
import { KioskVisit } from '../visit/kiosk-visit';

/** Filed: what the person takes along, on paper or by the QR into their phone. */
@Component({
  selector: 'mocua-receipt-screen',
  imports: [PrintSlip, QrCode],
  template: `
    @if (filed(); as filed) {
      <h1>{{ t('kiosk.receipt.title') }}</h1>
      <p>{{ filed.procedureName }}</p>
      <dl class="facts">
        @for (line of lines(); track line[0]) {
          <div>
            <dt>{{ line[0] }}</dt>
            <dd>{{ line[1] }}</dd>
          </div>
        }
      </dl>
      <section class="receipt__qr">
        <div #qr>
          <mc-qr-code [text]="filed.receipt.tracking.url" [label]="t('kiosk.receipt.qr')" />
        </div>
        <p>{{ t('kiosk.receipt.qrLead') }}</p>
      </section>
      <mocua-print-slip [slip]="slip" [wayOut]="t('kiosk.receipt.noPaper')" />
      <p>
        <button type="button" class="mc-button mc-button--secondary" (click)="session.wipe()">
          {{ t('kiosk.receipt.end') }}
        </button>
      </p>
    }
  `,
  styleUrl: './receipt-screen.css',
})
export class ReceiptScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  readonly #language = inject(Language);
  protected readonly filed = inject(KioskVisit).filed;
  private readonly qr = viewChild<ElementRef<HTMLElement>>('qr');
  protected readonly lines = computed((): readonly (readonly [string, string])[] => {
    const receipt = this.filed()?.receipt;
    if (receipt === undefined) return [];
    const at = (instant: string) => formatInstant(instant, this.#language.current());
    return [
      [this.t('kiosk.receipt.code'), receipt.transactionCode],
      [this.t('kiosk.receipt.pin'), receipt.tracking.pin],
      [this.t('kiosk.receipt.submitted'), at(receipt.submittedAt)],
      [this.t('kiosk.receipt.answerBy'), at(receipt.receptionDueAt)],
      [this.t('kiosk.receipt.where'), receipt.receivingUnit.name],
    ];
  });
  protected readonly slip = (): Slip => ({
    title: this.t('kiosk.receipt.slip'),
    lines: [[this.t('kiosk.receipt.procedure'), this.filed()?.procedureName ?? ''], ...this.lines()],
    picture: this.qr()?.nativeElement.querySelector('svg') ?? null,
  });
}
