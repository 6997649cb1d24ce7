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

let stopWaiting: () => void = () => undefined;

/**
 * Focuses the main heading. While the page has none yet, the main region holds the focus, and hands it on to the heading as
 * soon as that is there, unless the person went on meanwhile.
 */
export function focusHeading(): void {
  stopWaiting();
  const main = document.querySelector<HTMLElement>('main');
  if (main === null) return;
  const heading = headingOf(main);
  focus(heading ?? main);
  if (heading !== null) return;
  const arrivals = new MutationObserver(() => {
    const held = document.activeElement === main;
    const arrived = headingOf(main);
    if (held && arrived === null) return;
    stopWaiting();
    if (held && arrived !== null) focus(arrived);
  });
  stopWaiting = () => arrivals.disconnect();
  arrivals.observe(main, { childList: true, subtree: true });
}

function headingOf(main: HTMLElement): HTMLElement | null {
  return main.querySelector<HTMLElement>('h1');
}

function focus(target: HTMLElement): void {
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
