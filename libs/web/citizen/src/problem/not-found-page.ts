import { Component } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** Only seen where the server sent the browser to this application with a path that is none of its pages. */
@Component({
  selector: 'mocua-not-found-page',
  template: `
    <div class="mc-reading">
      <h1>{{ t('site.notFound.heading') }}</h1>
      <p>{{ t('site.notFound.text') }}</p>
      <p class="mc-actions">
        <a class="mc-button" href="/tim-kiem">{{ t('ui.site.all') }}</a>
        <a href="/">{{ t('site.back') }}</a>
      </p>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly t = useTexts();
}
