import { Component, inject } from '@angular/core';
import { listOfficerLogins } from '@mocua/contract';
import { formatInstant, Language, loadEndpoint, Session, useTexts } from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice } from '@mocua/web/ui';

/** When and from where the officer signed in. */
@Component({
  selector: 'mocua-login-history-page',
  imports: [EmptyState, LoadingState, ProblemNotice],
  templateUrl: './login-history-page.html',
})
export class LoginHistoryPage {
  protected readonly t = useTexts();
  protected readonly session = inject(Session);
  readonly #language = inject(Language);
  protected readonly logins = loadEndpoint(listOfficerLogins, () => ({}));

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }
}
