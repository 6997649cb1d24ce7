import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { compose, applyTone, type Method } from './composer';
import type { Tone } from './syllable';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Which keys a control asks for. */
export type Keys = 'text' | 'digits';

const typed = new Set(['text', 'search', 'tel', 'email', 'url', 'password', 'number']);

/** Milliseconds; longer than a touch. */
const hideAfter = 350;

/**
 * The text control the keys of the screen write to. They write the way a person types: at the caret, with an `input` event,
 * so that a form cannot tell the difference. What comes from a real keyboard or an input method is not touched.
 */
@Injectable({ providedIn: 'root' })
export class KeyboardTarget {
  readonly #control = signal<Control | null>(null);
  readonly #keys = signal<Keys>('text');
  readonly control = this.#control.asReadonly();
  readonly keys = this.#keys.asReadonly();

  /** Follows the focus inside a region; controls in `[data-own-keys]` have keys of their own. */
  follow(region: HTMLElement): void {
    const focused = (event: FocusEvent) => {
      if (isControl(event.target) && !event.target.closest('[data-own-keys]')) this.#take(event.target);
    };
    const left = (event: FocusEvent) => {
      const next = event.relatedTarget;
      // a key that was reached by Tab has the focus now; it still writes to the control
      if (next instanceof Element && next.closest('mocua-screen-keyboard')) return;
      const control = this.#control();
      if (control === null || event.target !== control) return;
      // the keys stand until the touch that took the focus is over: if the page moved under the finger, the touch would miss
      setTimeout(() => {
        if (this.#control() === control && document.activeElement !== control) this.#control.set(null);
      }, hideAfter);
    };
    region.addEventListener('focusin', focused);
    region.addEventListener('focusout', left);
    inject(DestroyRef).onDestroy(() => {
      region.removeEventListener('focusin', focused);
      region.removeEventListener('focusout', left);
    });
  }

  press(key: string, method: Method): void {
    const control = this.#live();
    if (control === null) return;
    if (key === '\n' && control instanceof HTMLInputElement) return this.submit();
    this.#change(control, (before) => (isRaw(control) ? before + key : compose(before, key, method)));
  }

  tone(tone: Tone): void {
    const control = this.#live();
    if (control !== null && !isRaw(control)) this.#change(control, (before) => applyTone(before, tone));
  }

  erase(): void {
    const control = this.#live();
    if (control === null) return;
    const selected = control.selectionStart !== control.selectionEnd;
    this.#change(control, (before) => (selected ? before : [...before].slice(0, -1).join('')));
  }

  /** What Enter does in a line of text. */
  submit(): void {
    this.#live()?.form?.requestSubmit();
  }

  leave(): void {
    this.#live()?.blur();
    this.#control.set(null);
  }

  #take(control: Control): void {
    const wanted = control.inputMode;
    const digits = wanted === 'numeric' || wanted === 'tel' || control.dataset['digits'] === '';
    this.#keys.set(digits || control.type === 'tel' ? 'digits' : 'text');
    if (digits) control.dataset['digits'] = '';
    // keeps a keyboard of the operating system from lying over ours
    control.inputMode = 'none';
    this.#control.set(control);
  }

  #live(): Control | null {
    const control = this.#control();
    return control?.isConnected === true && !control.readOnly && !control.disabled ? control : null;
  }

  #change(control: Control, change: (before: string) => string): void {
    const { value } = control;
    // an e-mail control tells nobody where its caret stands; there the end is the caret
    const start = control.selectionStart ?? value.length;
    const end = control.selectionEnd ?? value.length;
    const before = change(value.slice(0, start));
    const next = before + value.slice(end);
    if (control.maxLength >= 0 && next.length > control.maxLength && next.length > value.length) return;
    if (document.activeElement !== control) control.focus();
    control.value = next;
    if (control.selectionStart !== null) control.setSelectionRange(before.length, before.length);
    control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
}

/** Addresses are typed as they are: no marks, whatever the method. */
function isRaw(control: Control): boolean {
  return control.type === 'email' || control.type === 'url' || control.type === 'password';
}

function isControl(target: EventTarget | null): target is Control {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && typed.has(target.type))
  );
}
