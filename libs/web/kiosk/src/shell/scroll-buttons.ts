import { Component, computed, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/**
 * Two big buttons where a screen holds more than fits: swiping is not something everybody knows. Their place is kept while
 * somebody types, or the keys above them would move under the finger when what was found comes and goes.
 */
@Component({
  selector: 'mocua-scroll-buttons',
  template: `
    @if (isNeeded() || placeKept()) {
      <button
        type="button"
        class="mc-button mc-button--secondary"
        [class.unseen]="!isNeeded()"
        [attr.aria-disabled]="!above()"
        (click)="move(-1)"
      >
        <span aria-hidden="true">▲ </span>{{ t('kiosk.app.scrollUp') }}
      </button>
      <button
        type="button"
        class="mc-button mc-button--secondary"
        [class.unseen]="!isNeeded()"
        [attr.aria-disabled]="!below()"
        (click)="move(1)"
      >
        <span aria-hidden="true">▼ </span>{{ t('kiosk.app.scrollDown') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }

    .unseen {
      visibility: hidden;
    }
  `,
})
export class ScrollButtons {
  /** The region that scrolls. */
  readonly region = input.required<HTMLElement>();
  /** Whether somebody types just now. */
  readonly placeKept = input(false);
  protected readonly t = useTexts();
  protected readonly isNeeded = computed(() => this.above() || this.below());
  protected readonly above = signal(false);
  protected readonly below = signal(false);
  readonly #sizes = new ResizeObserver(() => this.#measure());
  readonly #content = new MutationObserver(() => this.#measure());

  constructor() {
    effect((onCleanup) => {
      const region = this.region();
      const scrolled = () => this.#measure();
      this.#sizes.observe(region);
      this.#content.observe(region, { childList: true, subtree: true, characterData: true });
      region.addEventListener('scroll', scrolled, { passive: true });
      onCleanup(() => region.removeEventListener('scroll', scrolled));
    });
    inject(DestroyRef).onDestroy(() => {
      this.#sizes.disconnect();
      this.#content.disconnect();
    });
  }

  protected move(direction: 1 | -1): void {
    this.region().scrollBy({ top: direction * this.region().clientHeight * 0.8 });
  }

  #measure(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.region();
    this.above.set(scrollTop > 2);
    this.below.set(scrollTop + clientHeight < scrollHeight - 2);
  }
}
