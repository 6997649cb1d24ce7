import { Component, computed, inject } from '@angular/core';
import { formatInstant, Language, useTexts } from '@mocua/web/kernel';
import { Timeline } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';
import { isLate, stateKey } from './state-words';

/** Where the dossier is, in plain words: first the state, then what to do, then what happened. */
@Component({
  selector: 'mocua-result-screen',
  imports: [Timeline],
  templateUrl: './result-screen.html',
  styleUrl: './result-screen.css',
})
export class ResultScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly language = inject(Language);
  protected readonly status = this.session.result;
  protected readonly words = computed(() => {
    const status = this.status();
    return status === null ? '' : stateKey(status);
  });
  protected readonly late = computed(() => {
    const status = this.status();
    return status !== null && isLate(status, Date.now());
  });

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected async another(): Promise<void> {
    this.session.forgetSearch();
    await this.session.show('/');
  }
}
