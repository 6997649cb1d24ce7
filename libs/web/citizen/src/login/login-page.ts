import { Component, computed, inject, input } from '@angular/core';
import { Session, useTexts } from '@mocua/web/kernel';

/** Why signing in is needed, and the one way to do it. */
@Component({
  selector: 'mocua-login-page',
  template: `
    <div class="mc-reading">
      <h1>{{ t('site.login.heading') }}</h1>
      <p class="mc-lead">{{ t(tiepTuc() ? 'site.login.needed' : 'site.login.lead') }}</p>
      <p class="mc-actions">
        <a class="mc-button" [href]="address()">{{ t('site.login.vneid') }}</a>
      </p>
      <h2>{{ t('site.login.noAccountTitle') }}</h2>
      <p>{{ t('site.login.noAccount') }}</p>
    </div>
  `,
})
export class LoginPage {
  /** Where the person was going; bound from the query. */
  readonly tiepTuc = input<string>();
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly address = computed(() => this.#session.loginUrl(localPath(this.tiepTuc())));
}

/** Only a path of this site: an address from a query must not lead elsewhere. */
function localPath(value: string | undefined): string {
  return value !== undefined && /^\/(?![/\\])/u.test(value) ? value : '/ho-so';
}
