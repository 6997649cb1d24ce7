import { Component, computed, inject, input, output } from '@angular/core';
import type { FormField } from '@mocua/contract';
import { dateParts } from '@mocua/engine/eform/page';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import { controlId } from './control-id';
import { TypedText } from './typed-text';

type Part = 'day' | 'month' | 'year';

/** Day, month and year in three small boxes; no calendar to page through for a date of birth. */
@Component({
  selector: 'mocua-date-entry',
  imports: [TypedText],
  template: `<span class="mc-hint">{{ example() }}</span>
    <div class="mc-input-row">
      @for (part of order; track part) {
        <div class="mc-field">
          <label class="mc-label" [for]="partId(part)">{{ label(part) }}</label>
          <input
            class="mc-input mc-input--tiny"
            type="text"
            inputmode="numeric"
            [id]="partId(part)"
            [attr.size]="part === 'year' ? 4 : 2"
            [attr.autocomplete]="birthDate() ? 'bday-' + part : 'off'"
            [attr.aria-invalid]="invalid() ? 'true' : null"
            [attr.aria-required]="state().required"
            [mocuaTyped]="parts()[part]"
            (typed)="take(part, $event)"
          />
        </div>
      }
    </div>`,
})
export class DateEntry {
  readonly field = input.required<FormField>();
  readonly state = input.required<FieldState>();
  readonly invalid = input(false);
  readonly answered = output<string>();

  readonly #context = inject(PageContext);
  protected readonly order: readonly Part[] = ['day', 'month', 'year'];
  protected readonly parts = computed(() => partsOf(this.state().value));
  protected readonly birthDate = computed(() => this.field().prefill?.claim === 'birthDate');
  protected readonly example = computed(() => say(this.#context.lang(), 'dateExample'));

  protected partId(part: Part): string {
    const id = controlId(this.state().path);
    return part === 'day' ? id : `${id}-${part}`;
  }

  protected label(part: Part): string {
    return say(this.#context.lang(), part);
  }

  /** The parts travel as one text; the engine reads it as a date once it is complete. */
  protected take(part: Part, typed: string): void {
    const parts: Record<Part, string> = { ...partsOf(this.#context.valueAt(this.state().path)) };
    parts[part] = typed.replaceAll('-', '').trim();
    this.answered.emit(`${parts.year}-${parts.month}-${parts.day}`);
  }
}

function partsOf(value: unknown): Readonly<Record<Part, string>> {
  return dateParts(typeof value === 'string' ? value : '');
}
