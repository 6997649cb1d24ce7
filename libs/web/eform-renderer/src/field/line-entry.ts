import { Component, computed, input, output } from '@angular/core';
import type { FormField } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { controlId } from './control-id';
import { TypedText } from './typed-text';

/** Tokens of the autocomplete attribute by identity claim: only what is about the person filling in may have one. */
const autocompleteTokens: Readonly<Record<string, string>> = {
  fullName: 'name',
  phone: 'tel',
  email: 'email',
  address: 'street-address',
};

/** One line of typing: text, number, phone, e-mail, personal id. */
@Component({
  selector: 'mocua-line-entry',
  imports: [TypedText],
  template: `<input
    class="mc-input"
    [class.mc-input--tiny]="tiny()"
    [class.mc-input--short]="short()"
    [type]="type()"
    [id]="id()"
    [attr.inputmode]="inputMode()"
    [attr.autocomplete]="autocomplete()"
    [attr.spellcheck]="field().type === 'text' ? null : 'false'"
    [attr.autocapitalize]="field().type === 'text' ? null : 'none'"
    [attr.aria-describedby]="describedBy()"
    [attr.aria-invalid]="invalid() ? 'true' : null"
    [attr.aria-required]="state().required"
    [mocuaTyped]="shown()"
    (typed)="answered.emit($event)"
  />`,
})
export class LineEntry {
  readonly field = input.required<FormField>();
  readonly state = input.required<FieldState>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly answered = output<string>();

  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly shown = computed(() => {
    const { value } = this.state();
    // A measured amount is typed with the sign people write; what they see must be what they may type.
    if (this.field().type === 'decimal' && typeof value === 'number') return String(value).replace('.', ',');
    return String(value ?? '');
  });
  protected readonly tiny = computed(() => ['integer', 'year'].includes(this.field().type));
  protected readonly short = computed(() =>
    ['phone', 'personal-id', 'money', 'decimal'].includes(this.field().type),
  );
  protected readonly type = computed(() => {
    const { type } = this.field();
    return type === 'phone' ? 'tel' : type === 'email' ? 'email' : 'text';
  });
  protected readonly inputMode = computed(() => {
    const { type } = this.field();
    if (type === 'decimal') return 'decimal';
    return ['integer', 'year', 'money', 'personal-id'].includes(type) ? 'numeric' : null;
  });
  protected readonly autocomplete = computed(() => {
    const claim = this.field().prefill?.claim;
    return (claim === undefined ? undefined : autocompleteTokens[claim]) ?? 'off';
  });
}
