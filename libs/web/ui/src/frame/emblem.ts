import { Component, computed, input } from '@angular/core';

/** The province's emblem, or an open door where it has none. Decoration: the name stands beside it. */
@Component({
  selector: 'mc-emblem',
  template: `
    @if (image(); as source) {
      <img class="mc-header__emblem" alt="" [src]="source" />
    } @else {
      <svg class="mc-header__emblem" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
        <rect x="1" y="1" width="42" height="42" rx="9" fill="#ffffff" />
        <path d="M11 37V8h22v29" fill="none" stroke="#0e4a6b" stroke-width="2.5" />
        <path d="M14 10l12 4.5V38l-12-3z" fill="#f2b824" />
        <circle cx="22.5" cy="25.5" r="1.5" fill="#0e4a6b" />
      </svg>
    }
  `,
})
export class Emblem {
  readonly address = input('');
  /** Only files of this origin: the content policy allows no other. */
  protected readonly image = computed(() => (this.address().startsWith('/') ? this.address() : ''));
}
