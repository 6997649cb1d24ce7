import { Component, input } from '@angular/core';
import type { PageProblem } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

/** What went wrong and what to do now. */
@Component({
  selector: 'mocua-problem-note',
  template: `
    <div class="mc-notice mc-notice--bad" role="alert">
      <p class="mc-notice__title">{{ problem().title }}</p>
      <p>{{ problem().remedy }}</p>
      @if (problem().reference; as reference) {
        <p class="mc-small">
          {{ t('ui.reference') }} <span class="mc-code">{{ reference }}</span>
        </p>
      }
    </div>
  `,
})
export class ProblemNote {
  readonly problem = input.required<PageProblem>();
  protected readonly t = useTexts();
}
