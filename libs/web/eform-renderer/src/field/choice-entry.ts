import { Component, computed, inject, input, output } from '@angular/core';
import type { FormField } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import { controlId } from './control-id';

/** Above this many options a list to open is easier than a wall of buttons. */
const mostRadios = 12;

/** One of several options. The first control has the id that error links lead to. */
@Component({
  selector: 'mocua-choice-entry',
  template: `@if (asList()) {
      <select
        class="mc-input"
        [id]="id()"
        [attr.aria-label]="field().label[context.lang()]"
        [attr.aria-required]="state().required"
        (change)="take($event)"
      >
        <option value="" [selected]="state().value === null">{{ choose() }}</option>
        @for (option of field().options; track option.value) {
          <option [value]="option.value" [selected]="state().value === option.value">
            {{ option.label[context.lang()] }}
          </option>
        }
      </select>
    } @else {
      @for (option of field().options; track option.value; let index = $index) {
        <div class="mc-radio">
          <input
            type="radio"
            [id]="optionId(index)"
            [name]="id()"
            [value]="option.value"
            [checked]="state().value === option.value"
            (change)="answered.emit(option.value)"
          />
          <label [for]="optionId(index)">
            {{ option.label[context.lang()] }}
            @if (option.hint; as hint) {
              <span class="mc-hint">{{ hint[context.lang()] }}</span>
            }
          </label>
        </div>
      }
    }`,
})
export class ChoiceEntry {
  readonly field = input.required<Extract<FormField, { readonly type: 'choice' }>>();
  readonly state = input.required<FieldState>();
  readonly answered = output<string>();

  protected readonly context = inject(PageContext);
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly asList = computed(() => this.field().options.length > mostRadios);
  protected readonly choose = computed(() => say(this.context.lang(), 'choose'));

  protected optionId(index: number): string {
    return index === 0 ? this.id() : `${this.id()}-${index}`;
  }

  protected take(event: Event): void {
    this.answered.emit((event.target as HTMLSelectElement).value);
  }
}
