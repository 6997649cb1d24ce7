import { Component, input, output } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** The next stretch of a list that is read by keyset; there are no page numbers to lie about. */
@Component({
  selector: 'mc-show-more',
  template: `
    @if (more()) {
      <p class="mc-actions">
        <button
          type="button"
          class="mc-button mc-button--secondary"
          [attr.aria-disabled]="loading()"
          (click)="ask()"
        >
          {{ t(loading() ? 'ui.loading' : 'ui.showMore') }}
        </button>
      </p>
    }
    <p class="mc-visually-hidden" role="status">{{ shown() > 0 ? t('ui.shown', { count: shown() }) : '' }}</p>
  `,
})
export class ShowMore {
  readonly more = input.required<boolean>();
  readonly loading = input(false);
  readonly shown = input(0);
  readonly asked = output();
  protected readonly t = useTexts();

  protected ask(): void {
    if (!this.loading()) this.asked.emit();
  }
}
