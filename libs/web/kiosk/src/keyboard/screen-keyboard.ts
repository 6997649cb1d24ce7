import { Component, computed, inject, signal } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';
import type { Method } from './composer';
import { KeyboardTarget } from './keyboard-target';
import { digitPad, digitRow, letterRows, methods, signRow, toneRow } from './layouts';

const signNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  '.': 'dot',
  '-': 'dash',
  '/': 'slash',
  ':': 'colon',
  '%': 'percent',
  '@': 'at',
};

/** The keyboard of the machine: Vietnamese letters and tones as keys, or Telex, or VNI; a pad for numbers. */
@Component({
  selector: 'mocua-screen-keyboard',
  templateUrl: './screen-keyboard.html',
  styleUrl: './screen-keyboard.css',
})
export class ScreenKeyboard {
  protected readonly t = useTexts();
  protected readonly target = inject(KeyboardTarget);
  protected readonly method = signal<Method>('direct');
  protected readonly capital = signal(false);
  protected readonly rows = computed(() => letterRows[this.method()]);
  protected readonly digitPad = digitPad;
  protected readonly digitRow = digitRow;
  protected readonly signRow = signRow;
  protected readonly toneRow = toneRow;
  protected readonly methods = methods;

  protected shown(key: string): string {
    return this.capital() ? key.toUpperCase() : key;
  }

  protected signName(key: string): string {
    return signNames[key] ?? '';
  }

  /** A capital is for one letter: names begin with one. */
  protected press(key: string): void {
    this.target.press(this.shown(key), this.method());
    if (/\p{L}/u.test(key)) this.capital.set(false);
  }
}
