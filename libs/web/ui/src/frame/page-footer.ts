import { Component, input } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** Who answers for the site and how to reach a person; links are projected as list items. */
@Component({
  selector: 'mc-page-footer',
  template: `
    <footer class="mc-footer">
      <div class="mc-page">
        <ul class="mc-footer__links">
          <ng-content />
        </ul>
        <p>
          {{ province() }}
          @if (hotline(); as number) {
            · {{ t('ui.hotline') }}
            <a class="mc-nowrap" [href]="'tel:' + number.replaceAll(' ', '')">{{ number }}</a>
          }
        </p>
      </div>
    </footer>
  `,
})
export class PageFooter {
  readonly province = input.required<string>();
  readonly hotline = input('');
  protected readonly t = useTexts();
}
