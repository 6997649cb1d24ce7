import { Component, inject, input, signal } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';
import { type Slip, SlipPrinter } from './slip-printer';

/** Prints a slip and asks whether it came; if not, says what to do without paper. */
@Component({
  selector: 'mocua-print-slip',
  template: `
    @switch (stage()) {
      @case ('ready') {
        <button type="button" class="mc-button" (click)="print()">{{ t('kiosk.print.start') }}</button>
      }
      @case ('asked') {
        <div class="panel" role="status">
          <p>{{ t('kiosk.print.ask') }}</p>
          <div class="pair">
            <button type="button" class="mc-button" (click)="answer(true)">
              {{ t('kiosk.print.came') }}
            </button>
            <button type="button" class="mc-button mc-button--secondary" (click)="answer(false)">
              {{ t('kiosk.print.missing') }}
            </button>
          </div>
        </div>
      }
      @case ('came') {
        <p role="status">{{ t('kiosk.print.done') }}</p>
      }
      @case ('missing') {
        <div class="panel" role="alert">
          <p>
            <strong>{{ t('kiosk.print.failed') }}</strong>
          </p>
          <p>{{ wayOut() }}</p>
          <div class="pair">
            <button type="button" class="mc-button mc-button--secondary" (click)="print()">
              {{ t('kiosk.print.again') }}
            </button>
            <button type="button" class="mc-button" (click)="session.callOfficer()">
              {{ t('kiosk.app.callOfficer') }}
            </button>
          </div>
        </div>
      }
    }
  `,
})
export class PrintSlip {
  readonly slip = input.required<() => Slip>();
  /** What the person can do without paper. */
  readonly wayOut = input.required<string>();
  readonly #printer = inject(SlipPrinter);
  protected readonly session = inject(KioskSession);
  protected readonly t = useTexts();
  protected readonly stage = signal<'ready' | 'asked' | 'came' | 'missing'>('ready');

  protected print(): void {
    this.#printer.print(this.slip()());
    this.stage.set('asked');
  }

  protected answer(came: boolean): void {
    this.#printer.confirm(came);
    this.stage.set(came ? 'came' : 'missing');
  }
}
