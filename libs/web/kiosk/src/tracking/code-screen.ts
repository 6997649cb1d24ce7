import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import { Keypad } from '../keypad/keypad';
import { KioskSession } from '../session/kiosk-session';
import { append, clean, CODE_LENGTH, erase, PIN_LENGTH } from './code-entry';
import { SearchFailure } from './search-failure';

type Field = 'code' | 'pin';

/** Dossier code and PIN, typed on the screen or on a keyboard. */
@Component({
  selector: 'mocua-code-screen',
  imports: [Keypad, SearchFailure],
  templateUrl: './code-screen.html',
})
export class CodeScreen {
  protected readonly t = useTexts();
  protected readonly session = inject(KioskSession);
  protected readonly code = signal('');
  protected readonly pin = signal('');
  /** Which field the on-screen keys write to. */
  protected readonly active = signal<Field>('code');
  protected readonly problem = signal<{ field: Field; text: string } | null>(null);
  private readonly codeBox = viewChild.required<ElementRef<HTMLInputElement>>('codeBox');
  private readonly pinBox = viewChild.required<ElementRef<HTMLInputElement>>('pinBox');

  protected press(key: string): void {
    this.problem.set(null);
    this.#change((value, max) => append(value, key, max));
  }

  protected erase(): void {
    this.#change(erase);
  }

  protected clear(): void {
    this.#change(() => '');
  }

  protected type(field: Field, event: Event): void {
    const box = event.target as HTMLInputElement;
    this.active.set(field);
    this.#change((_, max) => clean(box.value, max));
    box.value = field === 'code' ? this.code() : this.pin();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.code().length < CODE_LENGTH.min) return this.#refuse('code', 'kiosk.code.tooShort');
    if (this.active() === 'code' && this.pin() === '') return this.#lead('pin');
    if (this.pin().length < PIN_LENGTH.min) return this.#refuse('pin', 'kiosk.code.pinTooShort');
    await this.session.search({ code: this.code(), pin: this.pin() });
  }

  #change(change: (value: string, max: number) => string): void {
    if (this.active() === 'code') this.code.update((value) => change(value, CODE_LENGTH.max));
    else this.pin.update((value) => change(value, PIN_LENGTH.max));
  }

  #refuse(field: Field, text: string): void {
    this.problem.set({ field, text: this.t(text) });
    this.#lead(field);
  }

  #lead(field: Field): void {
    this.active.set(field);
    (field === 'code' ? this.codeBox() : this.pinBox()).nativeElement.focus();
  }
}
