import { Component, input, output } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

const digits = [...'1234567890'];
const letters = [[...'QWERTYUIOP'], [...'ASDFGHJKL'], [...'ZXCVBNM-.']];

/** On-screen keys for codes: digits, letters, dash and dot. Codes have no accents, so there is no composing. */
@Component({
  selector: 'mocua-keypad',
  template: `
    <div class="keys" role="group" [attr.aria-label]="t('kiosk.keypad.label')">
      <div class="row">
        @for (key of digits; track key) {
          <button type="button" class="key" (click)="pressed.emit(key)">{{ key }}</button>
        }
      </div>
      @if (!digitsOnly()) {
        @for (row of letters; track $index) {
          <div class="row">
            @for (key of row; track key) {
              <button type="button" class="key" [attr.aria-label]="nameOf(key)" (click)="pressed.emit(key)">
                {{ key }}
              </button>
            }
          </div>
        }
      }
      <div class="row row--wide">
        <button type="button" class="key key--wide" (click)="cleared.emit()">
          {{ t('kiosk.keypad.clear') }}
        </button>
        <button type="button" class="key key--wide" (click)="erased.emit()">
          <span aria-hidden="true">⌫ </span>{{ t('kiosk.keypad.backspace') }}
        </button>
      </div>
    </div>
  `,
  styleUrl: './keypad.css',
})
export class Keypad {
  readonly digitsOnly = input(false);
  readonly pressed = output<string>();
  readonly erased = output();
  readonly cleared = output();
  protected readonly t = useTexts();
  protected readonly digits = digits;
  protected readonly letters = letters;

  protected nameOf(key: string): string | null {
    if (key === '-') return this.t('kiosk.keypad.dash');
    return key === '.' ? this.t('kiosk.keypad.dot') : null;
  }
}
