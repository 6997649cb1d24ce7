import { Component, effect, type ElementRef, input, viewChild } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

export interface SummaryError {
  /** Id of the control to lead to. */
  readonly target: string;
  readonly message: string;
}

/** What is wrong on this page, in the words used at the fields; takes the focus whenever the errors change. */
@Component({
  selector: 'mc-error-summary',
  templateUrl: './error-summary.html',
})
export class ErrorSummary {
  readonly errors = input.required<readonly SummaryError[]>();
  protected readonly t = useTexts();
  protected readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      if (this.errors().length > 0) this.box()?.nativeElement.focus();
    });
  }

  protected go(event: Event, target: string): void {
    event.preventDefault();
    const control = document.getElementById(target);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }
}
