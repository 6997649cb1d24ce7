import { Component, computed, effect, type ElementRef, inject, viewChild } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { IdleGuard } from '../session/idle-guard';
import { isSpokenSecond } from '../session/idle-watch';
import { KioskSession } from '../session/kiosk-session';
import { SpokenCountdown } from './spoken-countdown';

/** Asks whether somebody is still there, and counts down. Any touch means yes. */
@Component({
  selector: 'mocua-idle-warning',
  template: `
    <dialog
      #dialog
      class="mc-dialog idle"
      aria-labelledby="idle-title"
      (cancel)="$event.preventDefault(); guard.stay()"
    >
      <h2 id="idle-title">{{ t('kiosk.idle.title') }}</h2>
      <p class="idle__number" aria-hidden="true">{{ seconds() }}</p>
      <p aria-hidden="true">{{ t('kiosk.idle.left', { seconds: seconds() }) }}</p>
      <p class="mc-visually-hidden" aria-live="assertive">{{ spoken() }}</p>
      <div class="idle__choices">
        <button type="button" class="mc-button" (click)="guard.stay()">{{ t('kiosk.idle.stay') }}</button>
        <button type="button" class="mc-button mc-button--secondary" (click)="session.wipe()">
          {{ t('kiosk.idle.end') }}
        </button>
      </div>
    </dialog>
  `,
  styleUrl: './idle-warning.css',
})
export class IdleWarning {
  protected readonly t = useTexts();
  protected readonly guard = inject(IdleGuard);
  protected readonly session = inject(KioskSession);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  readonly #open = computed(() => this.guard.secondsLeft() !== null);
  protected readonly seconds = computed(() => this.guard.secondsLeft() ?? 0);
  protected readonly spoken = computed((): string => {
    const seconds = this.guard.secondsLeft();
    if (seconds === null) return '';
    return isSpokenSecond(seconds) ? this.t('kiosk.idle.left', { seconds }) : '';
  });

  readonly #voice = inject(SpokenCountdown);

  constructor() {
    effect(() => {
      const sentence = this.spoken();
      if (sentence !== '') this.#voice.say(`${this.t('kiosk.idle.title')} ${sentence}`);
      else if (!this.#open()) this.#voice.hush();
    });
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.#open() && !dialog.open) dialog.showModal();
      if (!this.#open() && dialog.open) dialog.close();
    });
  }
}
