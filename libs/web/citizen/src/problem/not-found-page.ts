import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { SearchBox } from '../search/search-box';

@Component({
  selector: 'mocua-not-found-page',
  imports: [RouterLink, SearchBox],
  template: `
    <div class="mc-reading">
      <h1>{{ t('site.notFound.heading') }}</h1>
      <p>{{ t('site.notFound.text') }}</p>
      <mocua-search-box />
      <p>
        <a routerLink="/">{{ t('site.back') }}</a>
      </p>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly t = useTexts();
}
