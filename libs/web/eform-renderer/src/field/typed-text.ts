import {
  afterNextRender,
  Directive,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
} from '@angular/core';

/**
 * A text control that belongs to the person while they type. The value from outside is written only when the control
 * does not have the focus, and nothing is reported while an input method composes: Vietnamese keyboards build one
 * letter out of several key strokes, and any change of the value in between breaks the letter.
 */
@Directive({
  selector: 'input[mocuaTyped], textarea[mocuaTyped]',
  host: {
    '(focus)': 'focused = true',
    '(blur)': 'leave()',
    '(input)': 'report()',
    '(compositionstart)': 'composing = true',
    '(compositionend)': 'endComposition()',
  },
})
export class TypedText {
  /** The value to show; normalised values appear when the person leaves the control. */
  readonly mocuaTyped = input.required<string>();
  /** What stands in the control, after every completed change. */
  readonly typed = output<string>();

  protected focused = false;
  protected composing = false;
  readonly #control = inject<ElementRef<HTMLInputElement | HTMLTextAreaElement>>(ElementRef).nativeElement;

  readonly #injector = inject(Injector);

  constructor() {
    effect(() => {
      const value = this.mocuaTyped();
      untracked(() => this.#show(value));
    });
  }

  protected report(): void {
    if (!this.composing) this.typed.emit(this.#control.value);
  }

  protected endComposition(): void {
    this.composing = false;
    this.report();
  }

  protected leave(): void {
    if (this.composing) this.endComposition();
    this.focused = false;
    // what was typed last is in the value from outside only after the next rendering
    afterNextRender({ write: () => this.#show(this.mocuaTyped()) }, { injector: this.#injector });
  }

  #show(value: string): void {
    if (!this.focused && this.#control.value !== value) this.#control.value = value;
  }
}
