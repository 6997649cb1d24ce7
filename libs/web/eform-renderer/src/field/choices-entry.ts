import { Component, computed, inject, input, output } from '@angular/core';
import type { FormField } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { controlId } from './control-id';

/** Any number of several options. */
@Component({
  selector: 'mocua-choices-entry',
  template: `@for (option of field().options; track option.value; let index = $index) {
    <div class="mc-checkbox">
      <input
        type="checkbox"
        [id]="optionId(index)"
        [checked]="chosen().includes(option.value)"
        (change)="toggle(option.value)"
      />
      <label [for]="optionId(index)">
        {{ option.label[context.lang()] }}
        @if (option.hint; as hint) {
          <span class="mc-hint">{{ hint[context.lang()] }}</span>
        }
      </label>
    </div>
  }`,
})
export class ChoicesEntry {
  readonly field = input.required<Extract<FormField, { readonly type: 'choices' }>>();
  readonly state = input.required<FieldState>();
  readonly answered = output<readonly string[]>();

  protected readonly context = inject(PageContext);
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly chosen = computed(() => choicesOf(this.state().value));

  protected optionId(index: number): string {
    return index === 0 ? this.id() : `${this.id()}-${index}`;
  }

  protected toggle(value: string): void {
    const chosen = new Set(choicesOf(this.context.valueAt(this.state().path)));
    if (!chosen.delete(value)) chosen.add(value);
    this.answered.emit(
      this.field()
        .options.map((option) => option.value)
        .filter((option) => chosen.has(option)),
    );
  }
}

function choicesOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
