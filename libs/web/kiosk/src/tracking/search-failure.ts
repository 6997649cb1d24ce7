import { Component, computed, inject } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { KioskSession } from '../session/kiosk-session';

/** Why the last search found nothing; a kiosk without connection says so on its own screen. */
@Component({
  selector: 'mocua-search-failure',
  imports: [ProblemNotice],
  template: `
    @if (shown(); as failure) {
      <mc-problem-notice [failure]="failure" />
    }
  `,
})
export class SearchFailure {
  protected readonly t = useTexts();
  readonly #session = inject(KioskSession);
  protected readonly shown = computed(() => (this.#session.online() ? this.#session.failure() : null));
}
