import { Component, computed, input, model } from '@angular/core';
import { dateParts } from '@mocua/engine/eform/page';
import { useTexts } from '@mocua/web/kernel';

const parts = ['day', 'month', 'year'] as const;
type Part = (typeof parts)[number];

/** Day, month and year in three small boxes, as in the forms; no calendar to page through. */
@Component({
  selector: 'mocua-day-field',
  template: `
    <fieldset class="mc-fieldset" [attr.aria-describedby]="described()">
      <legend class="mc-legend">
        {{ label() }}
        @if (optional()) {
          <span class="mc-optional">{{ t('ui.optional') }}</span>
        }
      </legend>
      <span class="mc-hint" [id]="control() + '-goi-y'">{{ hint() || t('store.day.example') }}</span>
      @if (error()) {
        <span class="mc-error" role="alert" [id]="control() + '-loi'">{{ error() }}</span>
      }
      <div class="mc-input-row">
        @for (part of order; track part) {
          <div class="mc-field">
            <label class="mc-label" [for]="partId(part)">{{ t('store.day.' + part) }}</label>
            <input
              class="mc-input mc-input--tiny"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              [id]="partId(part)"
              [attr.size]="part === 'year' ? 4 : 2"
              [attr.maxlength]="part === 'year' ? 4 : 2"
              [attr.aria-invalid]="error() !== '' || null"
              [value]="shown()[part]"
              (input)="take(part, $event)"
            />
          </div>
        }
      </div>
    </fieldset>
  `,
})
export class DayField {
  /** Id of the first box; not called `id`, which would also land on the host element. */
  readonly control = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  readonly optional = input(false);
  /** What stands in the boxes, as `year-month-day`; read by `dayOf`. */
  readonly value = model.required<string>();
  protected readonly t = useTexts();
  protected readonly order = parts;
  protected readonly shown = computed(() => dateParts(this.value()));
  protected readonly described = computed(() =>
    this.error() === '' ? `${this.control()}-goi-y` : `${this.control()}-goi-y ${this.control()}-loi`,
  );

  protected partId(part: Part): string {
    return part === 'day' ? this.control() : `${this.control()}-${part}`;
  }

  protected take(part: Part, event: Event): void {
    const typed = (event.target as HTMLInputElement).value.replaceAll('-', '').trim();
    const written: Record<Part, string> = { ...dateParts(this.value()) };
    written[part] = typed;
    const { day, month, year } = written;
    this.value.set(`${year}-${month}-${day}`);
  }
}
