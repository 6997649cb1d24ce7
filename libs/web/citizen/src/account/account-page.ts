import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listReadings } from '@mocua/contract';
import { formatInstant, Language, loadList, Localized, Session, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { OwnSessions } from './own-sessions';

/** Who the portal takes the person for, where they are signed in, and who read their data. */
@Component({
  selector: 'mocua-account-page',
  imports: [RouterLink, Localized, LoadingState, OwnSessions, ProblemNotice, ShowMore],
  templateUrl: './account-page.html',
})
export class AccountPage {
  readonly #language = inject(Language);
  protected readonly session = inject(Session);
  protected readonly t = useTexts();
  protected readonly readings = loadList(listReadings, (reading) => reading);

  protected async logout(): Promise<void> {
    await this.session.logout();
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
