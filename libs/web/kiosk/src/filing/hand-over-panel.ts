import { Component, effect, inject, input, output, signal } from '@angular/core';
import { type DraftHandover, type DraftId, handOverDraft } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, formatTime, Language, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice, QrCode } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';

/** The form goes on elsewhere: a code for the phone, and one to tell at the counter. */
@Component({
  selector: 'mocua-hand-over-panel',
  imports: [LoadingState, ProblemNotice, QrCode],
  template: `
    <h1 tabindex="-1">{{ t('kiosk.handOver.title') }}</h1>
    @if (failure(); as failure) {
      <mc-problem-notice [failure]="failure" [retryable]="true" (retried)="make()" />
    } @else if (handover(); as handover) {
      <div class="hand-over">
        <section>
          <h2>{{ t('kiosk.handOver.phone') }}</h2>
          <mc-qr-code class="hand-over__qr" [text]="handover.url" [label]="t('kiosk.handOver.qr')" />
          <p>{{ t('kiosk.handOver.phoneLead', { time: until() }) }}</p>
        </section>
        <section>
          <h2>{{ t('kiosk.handOver.counter') }}</h2>
          <p class="hand-over__code mc-code">{{ handover.counterCode }}</p>
          <p>{{ t('kiosk.handOver.counterLead') }}</p>
        </section>
      </div>
    } @else {
      <mc-loading />
    }
    <div class="pair">
      <button type="button" class="mc-button" (click)="session.wipe()">{{ t('kiosk.handOver.end') }}</button>
      <button type="button" class="mc-button mc-button--secondary" (click)="closed.emit()">
        {{ t('kiosk.handOver.stay') }}
      </button>
    </div>
  `,
  styleUrl: './hand-over-panel.css',
})
export class HandOverPanel {
  readonly draftId = input.required<DraftId>();
  readonly closed = output();
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  protected readonly handover = signal<DraftHandover | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);

  constructor() {
    effect(() => {
      this.draftId();
      void this.make();
    });
  }

  protected until(): string {
    return formatTime(this.handover()?.expiresAt ?? '', this.#language.current());
  }

  protected async make(): Promise<void> {
    this.failure.set(null);
    try {
      this.handover.set(
        await this.#api.call(handOverDraft, { params: { draftId: this.draftId() }, body: {} }),
      );
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
