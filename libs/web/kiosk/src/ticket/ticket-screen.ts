import { Component, inject, signal } from '@angular/core';
import { type QueueTicket, takeTicket } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  newIdempotencyKey,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { PrintSlip } from '../printing/print-slip';
import type { Slip } from '../printing/slip-printer';
import { KioskSession } from '../session/kiosk-session';

/** A number in the queue of the place; it stands large on the screen, with or without paper. */
@Component({
  selector: 'mocua-ticket-screen',
  imports: [LoadingState, PrintSlip, ProblemNotice],
  template: `
    <h1>{{ t('kiosk.ticket.title') }}</h1>
    @if (failure(); as failure) {
      <mc-problem-notice [failure]="failure" [retryable]="true" (retried)="take()" />
    } @else if (ticket(); as ticket) {
      <p class="number" aria-live="polite">{{ ticket.number }}</p>
      <p>{{ ticket.unitName }}</p>
      <p>{{ t('kiosk.ticket.lead') }}</p>
      <mocua-print-slip [slip]="slip" [wayOut]="t('kiosk.ticket.noPaper')" />
      <p>
        <button type="button" class="mc-button mc-button--secondary" (click)="session.wipe()">
          {{ t('kiosk.app.end') }}
        </button>
      </p>
    } @else {
      <mc-loading />
    }
  `,
  styles: `
    .number {
      margin: 0 0 0.5rem;
      color: var(--mc-brand);
      font-size: 6rem;
      font-variant-numeric: tabular-nums;
      font-weight: 700;
      line-height: 1.1;
    }
  `,
})
export class TicketScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  /** One number per visit to this screen, however often the line breaks. */
  readonly #key = newIdempotencyKey();
  protected readonly ticket = signal<QueueTicket | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly slip = (): Slip => {
    const ticket = this.ticket();
    return {
      title: this.t('kiosk.ticket.slip', { number: ticket?.number ?? 0 }),
      lines: [
        [this.t('kiosk.ticket.place'), ticket?.unitName ?? ''],
        [
          this.t('kiosk.ticket.at'),
          ticket === null ? '' : formatInstant(ticket.takenAt, this.#language.current()),
        ],
      ],
      picture: null,
    };
  };

  constructor() {
    void this.take();
  }

  protected async take(): Promise<void> {
    this.failure.set(null);
    try {
      this.ticket.set(await this.#api.call(takeTicket, { body: {}, idempotencyKey: this.#key }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
