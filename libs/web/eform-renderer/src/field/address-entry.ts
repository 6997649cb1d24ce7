import { Component, computed, inject, input, output } from '@angular/core';
import type { AddressValue, FormField } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import { controlId } from './control-id';
import { TypedText } from './typed-text';

/** House and street as text, ward as text with suggestions; the code is added when the ward is a known one. */
@Component({
  selector: 'mocua-address-entry',
  imports: [TypedText],
  template: `<div class="mc-field">
      <label class="mc-label" [for]="id()">{{ words().text }}</label>
      <input
        class="mc-input"
        type="text"
        [id]="id()"
        [attr.autocomplete]="own() ? 'street-address' : 'off'"
        [attr.aria-invalid]="invalid() ? 'true' : null"
        [attr.aria-required]="state().required"
        [mocuaTyped]="address().text"
        (typed)="takeText($event)"
      />
    </div>
    <div class="mc-field">
      <label class="mc-label" [for]="id() + '-ward'">{{ words().ward }}</label>
      <input
        class="mc-input"
        type="text"
        [id]="id() + '-ward'"
        [attr.list]="wards().length > 0 ? id() + '-wards' : null"
        [attr.autocomplete]="own() ? 'address-level3' : 'off'"
        [mocuaTyped]="address().wardName ?? ''"
        (typed)="takeWard($event)"
      />
      @if (wards().length > 0) {
        <datalist [id]="id() + '-wards'">
          @for (ward of wards(); track ward.code) {
            <option [value]="ward.name"></option>
          }
        </datalist>
      }
    </div>`,
})
export class AddressEntry {
  readonly field = input.required<FormField>();
  readonly state = input.required<FieldState>();
  readonly invalid = input(false);
  readonly answered = output<AddressValue>();

  readonly #context = inject(PageContext);
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly own = computed(() =>
    ['address', 'currentAddress'].includes(this.field().prefill?.claim ?? ''),
  );
  protected readonly wards = computed(() => this.#context.inputs().wards);
  protected readonly words = computed(() => ({
    text: say(this.#context.lang(), 'addressText'),
    ward: say(this.#context.lang(), 'addressWard'),
  }));
  protected readonly address = computed(() => addressOf(this.state().value));

  /** Place and address codes belong to the text they came with. */
  protected takeText(text: string): void {
    const { wardName, wardCode } = this.#answered();
    this.answered.emit({
      text,
      ...(wardName === undefined ? {} : { wardName }),
      ...(wardCode === undefined ? {} : { wardCode }),
    });
  }

  protected takeWard(wardName: string): void {
    const wanted = fold(wardName);
    const known = this.wards().find((ward) => fold(ward.name) === wanted);
    this.answered.emit({
      text: this.#answered().text,
      wardName,
      ...(known === undefined ? {} : { wardCode: known.code }),
    });
  }

  #answered(): AddressValue {
    return addressOf(this.#context.valueAt(this.state().path));
  }
}

function addressOf(value: unknown): AddressValue {
  return typeof value === 'object' && value !== null && 'text' in value
    ? (value as AddressValue)
    : { text: '' };
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('vi');
}
