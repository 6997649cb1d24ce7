import { Component, input } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** Waiting, in words. */
@Component({
  selector: 'mc-loading',
  template: `<p class="mc-loading" role="status">{{ label() || t('ui.loading') }}</p>`,
})
export class LoadingState {
  readonly label = input('');
  protected readonly t = useTexts();
}

/** Nothing here yet: says why, and what to do next in the projected content. */
@Component({
  selector: 'mc-empty',
  template: `
    <div class="mc-empty">
      <p class="mc-notice__title">{{ heading() }}</p>
      <ng-content />
    </div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
