import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';

@Component({
  selector: 'mocua-not-found-page',
  imports: [RouterLink],
  template: `
    <h1>{{ t('officer.notFound.title') }}</h1>
    <p class="mc-lead">{{ t('officer.notFound.lead') }}</p>
    <p>
      <a class="mc-button" routerLink="/">{{ t('officer.notFound.home') }}</a>
    </p>
  `,
})
export class NotFoundPage {
  protected readonly t = useTexts();
}
