import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, useTexts } from '@mocua/web/kernel';
import { OwnSessions } from './own-sessions';

/** Who the portal takes the person for, and where they are signed in. */
@Component({
  selector: 'mocua-account-page',
  imports: [RouterLink, OwnSessions],
  templateUrl: './account-page.html',
})
export class AccountPage {
  protected readonly session = inject(Session);
  protected readonly t = useTexts();

  protected async logout(): Promise<void> {
    await this.session.logout();
  }
}
