import { Component, inject, input } from '@angular/core';
import type { DisplayPage as DisplayContent } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';
import { PageHead } from '../page/page-head';
import { PAGE_MODEL } from '../page/page-model.token';
import { DisplayForm } from './display-form';

/** Language, size of text and contrast for browsers without script; with it, the same form opens in place. */
@Component({
  selector: 'mocua-display-page',
  imports: [DisplayForm],
  template: `
    <div class="mc-reading">
      <h1>{{ t('ui.display.heading') }}</h1>
      <mocua-display-form [back]="content().back" />
      <p>
        <a data-mc="display-back" [href]="content().back">{{ t('public.display.cancel') }}</a>
      </p>
    </div>
  `,
})
export class DisplayPage {
  readonly content = input.required<DisplayContent>();
  protected readonly t = useTexts();
  protected readonly frame = inject(PAGE_MODEL).frame;

  constructor() {
    const head = inject(PageHead);
    head.describe(this.t('ui.display.heading'));
    head.unlisted();
  }
}
