import { Component, computed, input, model } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

/** A labelled text box with hint, problem and, near its limit, the count. Never touches the text while it is typed. */
@Component({
  selector: 'mocua-text-field',
  template: `
    <div class="mc-field">
      <label class="mc-label" [for]="control()">
        {{ label() }}
        @if (optional()) {
          <span class="mc-optional">{{ t('officer.action.optional') }}</span>
        }
      </label>
      @if (hint()) {
        <span class="mc-hint" [id]="control() + '-hint'">{{ hint() }}</span>
      }
      @if (problem()) {
        <span class="mc-error" [id]="control() + '-error'">{{ problem() }}</span>
      }
      @if (lines() > 1) {
        <textarea
          class="mc-textarea"
          [id]="control()"
          [rows]="lines()"
          [attr.maxlength]="max()"
          [attr.aria-invalid]="problem() !== '' || null"
          [attr.aria-describedby]="described()"
          [value]="value()"
          (input)="take($event)"
        ></textarea>
      } @else {
        <input
          class="mc-input"
          type="text"
          autocomplete="off"
          [id]="control()"
          [attr.maxlength]="max()"
          [attr.aria-invalid]="problem() !== '' || null"
          [attr.aria-describedby]="described()"
          [value]="value()"
          (input)="take($event)"
        />
      }
      @if (value().length > max() * 0.8) {
        <span class="mc-hint">{{ t('officer.action.count', { count: value().length, max: max() }) }}</span>
      }
    </div>
  `,
})
export class TextField {
  /** Id of the control; not called `id`, which would also land on the host element. */
  readonly control = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly optional = input(false);
  readonly lines = input(1);
  readonly max = input(1000);
  readonly problem = input('');
  readonly value = model('');
  protected readonly t = useTexts();
  protected readonly described = computed(() => {
    const ids = [
      this.hint() === '' ? '' : `${this.control()}-hint`,
      this.problem() === '' ? '' : `${this.control()}-error`,
    ];
    return ids.filter((id) => id !== '').join(' ') || null;
  });

  protected take(event: Event): void {
    this.value.set((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  }
}
