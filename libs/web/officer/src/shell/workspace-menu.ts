import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { ActingAssignment } from './acting-assignment';
import { pagesFor } from './workspace-pages';

/** More than so many take half the screen of a telephone. */
const mostUnfolded = 3;

/** The way to the pages that an assignment has work on. On a narrow screen a long one is folded. */
@Component({
  selector: 'mocua-workspace-menu',
  imports: [RouterLink, RouterLinkActive],
  host: { class: 'mc-header__nav' },
  template: `<nav class="workspace-menu" [attr.aria-label]="t('officer.app.menu')">
    @if (isLong()) {
      <button
        type="button"
        class="mc-header__link mc-wide-hidden"
        aria-controls="cac-trang"
        [attr.aria-expanded]="isOpen()"
        (click)="isOpen.set(!isOpen())"
      >
        {{ t('officer.app.menu') }}<span aria-hidden="true">&nbsp;▾</span>
      </button>
    }
    <div
      id="cac-trang"
      class="workspace-menu__pages"
      [class.workspace-menu__pages--folded]="isLong() && !isOpen()"
    >
      @for (page of pages(); track page.path) {
        <a
          class="mc-header__link"
          [routerLink]="page.path"
          routerLinkActive
          ariaCurrentWhenActive="page"
          (click)="isOpen.set(false)"
          >{{ t('officer.app.' + page.label) }}</a
        >
      }
    </div>
  </nav>`,
  styles: `
    .workspace-menu,
    .workspace-menu__pages {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }

    @media (max-width: 56rem) {
      .workspace-menu__pages--folded {
        display: none;
      }
    }
  `,
})
export class WorkspaceMenu {
  readonly #acting = inject(ActingAssignment);
  protected readonly t = useTexts();
  protected readonly isOpen = signal(false);
  protected readonly pages = computed(() => pagesFor(this.#acting.permissions()));
  protected readonly isLong = computed(() => this.pages().length > mostUnfolded);
}
