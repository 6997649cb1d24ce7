import { afterNextRender, inject, Injector, provideEnvironmentInitializer } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';

/** Moves the focus to the heading of the new page, so that a screen reader hears where it is. */
export function provideNavigationFocus() {
  return provideEnvironmentInitializer(() => {
    const injector = inject(Injector);
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => event.urlAfterRedirects.replace(/[?#].*$/u, '')),
        // the first page keeps the browser's own focus, and a changed query is the same page
        pairwise(),
        filter(([before, after]) => before !== after),
      )
      .subscribe(() => afterNextRender({ read: () => focusHeading() }, { injector }));
  });
}

/** Focuses the main heading, or the main region while the page has none yet. */
export function focusHeading(): void {
  const target =
    document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (target === null) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
