import { afterRenderEffect, Component, type ElementRef, input, viewChild } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

export interface SummaryError {
  /** Id of the control to lead to. */
  readonly target: string;
  readonly message: string;
}

const written = 'input, textarea, select';

/**
 * What is wrong on this page, in the words used at the fields. Takes the focus once for each attempt to go on, however often
 * the list changes while somebody corrects.
 */
@Component({
  selector: 'mc-error-summary',
  templateUrl: './error-summary.html',
})
export class ErrorSummary {
  readonly errors = input.required<readonly SummaryError[]>();
  /** Another value each time the person wants to go on; the first one is no attempt yet. */
  readonly attempt = input.required<unknown>();
  protected readonly t = useTexts();
  protected readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    let begun = false;
    let seen: unknown;
    let due = false;
    afterRenderEffect({
      read: () => {
        const attempt = this.attempt();
        const fresh = begun && attempt !== seen;
        [begun, seen, due] = [true, attempt, due || fresh];
        const box = this.box()?.nativeElement;
        if (!due || this.errors().length === 0 || box === undefined) return;
        due = false;
        // what a server found comes later: by then the person may be writing again
        if (fresh || document.activeElement?.matches(written) !== true) box.focus();
      },
    });
  }

  protected go(event: Event, target: string): void {
    event.preventDefault();
    const control = document.getElementById(target);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }
}
