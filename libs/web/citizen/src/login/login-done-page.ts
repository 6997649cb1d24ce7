import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { tellSignedIn } from './signed-in-elsewhere';

/** Where a second tab lands after signing in again; the first tab goes on by itself. */
@Component({
  selector: 'mocua-login-done-page',
  imports: [RouterLink],
  template: `
    <div class="mc-reading">
      <h1>{{ t('site.login.doneHeading') }}</h1>
      <p>{{ t('site.login.done') }}</p>
      <p>
        <a routerLink="/">{{ t('site.back') }}</a>
      </p>
    </div>
  `,
})
export class LoginDonePage {
  protected readonly t = useTexts();

  constructor() {
    tellSignedIn();
    // works only in a tab that a page opened, which is the ordinary case
    window.close();
  }
}
