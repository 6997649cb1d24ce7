import { Component, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { Province, useTexts } from '@mocua/web/kernel';
import { KioskSession } from '../session/kiosk-session';

/** Nobody waits longer than this beside a kiosk; then the screen is free again. */
const longestWait = 5 * 60_000;

/** Fills the screen so that an officer across the hall sees it; whatever was open lies hidden behind. */
@Component({
  selector: 'mocua-attention-screen',
  template: `
    <dialog #dialog class="attention" aria-labelledby="attention-title" (cancel)="close($event)">
      <div class="attention__body">
        <svg viewBox="0 0 48 48" width="160" height="160" aria-hidden="true">
          <path
            fill="none"
            stroke="currentColor"
            stroke-width="3.5"
            stroke-linecap="round"
            d="M14 26V11a3 3 0 0 1 6 0v11M20 22V8a3 3 0 0 1 6 0v14M26 22V10a3 3 0 0 1 6 0v14M32 24v-9a3 3 0 0 1 6 0v15c0 8-5 13-12 13-6 0-9-3-12-8l-5-8c-2-4 2-6 5-3l2 3"
          />
        </svg>
        <h2 id="attention-title" tabindex="-1">{{ t('kiosk.attention.title') }}</h2>
        <p role="status">
          {{ t(session.call()?.acknowledgedAt ? 'kiosk.attention.coming' : 'kiosk.attention.lead') }}
        </p>
        @if (province()?.hotline; as hotline) {
          <p>
            {{ t('kiosk.attention.hotline') }}: <strong class="attention__number">{{ hotline }}</strong>
          </p>
        } @else {
          <p>{{ t('kiosk.attention.noHotline') }}</p>
        }
        <button type="button" class="mc-button mc-button--secondary" (click)="session.dismissAttention()">
          {{ t('kiosk.attention.close') }}
        </button>
      </div>
    </dialog>
  `,
  styleUrl: './attention-screen.css',
})
export class AttentionScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly province = inject(Province).view;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect((onCleanup) => {
      const dialog = this.dialog().nativeElement;
      if (!this.session.attention()) {
        dialog.close();
        return;
      }
      dialog.showModal();
      const timer = setTimeout(() => void this.session.dismissAttention(), longestWait);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected close(event: Event): void {
    event.preventDefault();
    void this.session.dismissAttention();
  }
}
