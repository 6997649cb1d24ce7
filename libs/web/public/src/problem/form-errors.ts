import { Component, input } from '@angular/core';
import type { PageFormError } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

/** What is wrong in a form that came back, in the words used at its fields; the script gives it the focus. */
@Component({
  selector: 'mocua-form-errors',
  template: `
    @if (errors().length > 0) {
      <div class="mc-error-summary" role="alert" tabindex="-1" data-mc="errors">
        <h2>{{ t('ui.errorSummary') }}</h2>
        <ul>
          @for (error of errors(); track error.target) {
            <li>
              <a [attr.href]="'#' + error.target">{{ t('public.error.' + error.message) }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class FormErrors {
  readonly errors = input.required<readonly PageFormError[]>();
  protected readonly t = useTexts();
}
