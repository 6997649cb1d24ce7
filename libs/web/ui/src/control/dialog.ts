import { Component, effect, type ElementRef, input, output, viewChild } from '@angular/core';

let count = 0;

/** A modal question on the native dialog element: focus trap, Escape and the inert page come from the browser. */
@Component({
  selector: 'mc-dialog',
  template: `
    <dialog #dialog class="mc-dialog" [attr.aria-labelledby]="titleId" (close)="closed.emit()">
      @if (open()) {
        <h2 [id]="titleId">{{ heading() }}</h2>
        <ng-content />
      }
    </dialog>
  `,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly open = input.required<boolean>();
  /** The person closed it, or `open` became false. */
  readonly closed = output();
  protected readonly titleId = `mc-dialog-${String((count += 1))}`;
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const element = this.dialog().nativeElement;
      if (this.open() && !element.open) element.showModal();
      if (!this.open() && element.open) element.close();
    });
  }
}
