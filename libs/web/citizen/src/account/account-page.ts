import { Component, effect, inject, signal } from '@angular/core';
import { listCitizenLogins, listReadings, type ResponseOf } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, Localized, Session, useTexts } from '@mocua/web/kernel';
import { DisplaySettingsPanel, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';

type Reading = ResponseOf<typeof listReadings>['items'][number];

/** Who the portal takes the person for, who read the person's data, who signed in, and how pages look. */
@Component({
  selector: 'mocua-account-page',
  imports: [Localized, DisplaySettingsPanel, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './account-page.html',
})
export class AccountPage {
  readonly #language = inject(Language);
  readonly #after = signal<string | undefined>(undefined);
  protected readonly session = inject(Session);
  protected readonly t = useTexts();
  protected readonly logins = loadEndpoint(listCitizenLogins, () => ({}));
  protected readonly page = loadEndpoint(listReadings, () => {
    const after = this.#after();
    return { query: after === undefined ? {} : { after } };
  });
  protected readonly readings = signal<readonly Reading[] | null>(null);
  protected readonly next = signal<string | null>(null);

  constructor() {
    effect(() => {
      const page = this.page.value();
      if (page === undefined) return;
      this.readings.update((shown) => [...(shown ?? []), ...page.items]);
      this.next.set(page.next);
    });
  }

  protected async logout(): Promise<void> {
    await this.session.logout();
  }

  protected more(): void {
    const next = this.next();
    if (next !== null) this.#after.set(next);
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
