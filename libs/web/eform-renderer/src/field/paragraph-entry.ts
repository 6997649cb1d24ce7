import { Component, computed, inject, input, output } from '@angular/core';
import type { FormField } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import { controlId } from './control-id';
import { TypedText } from './typed-text';

/** Several lines of typing. What is left of the length is told near the end, never enforced while typing. */
@Component({
  selector: 'mocua-paragraph-entry',
  imports: [TypedText],
  template: `<textarea
      class="mc-input"
      rows="5"
      [id]="id()"
      [attr.aria-describedby]="described()"
      [attr.aria-invalid]="invalid() ? 'true' : null"
      [attr.aria-required]="state().required"
      [mocuaTyped]="shown()"
      (typed)="answered.emit($event)"
    ></textarea>
    <span class="mc-hint" role="status" [id]="id() + '-left'">{{ left() }}</span>`,
})
export class ParagraphEntry {
  readonly field = input.required<Extract<FormField, { readonly type: 'text' | 'paragraph' }>>();
  readonly state = input.required<FieldState>();
  readonly describedBy = input<string | null>(null);
  readonly invalid = input(false);
  readonly answered = output<string>();

  readonly #context = inject(PageContext);
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly shown = computed(() => String(this.state().value ?? ''));
  protected readonly described = computed(() =>
    [this.describedBy(), `${this.id()}-left`].filter(Boolean).join(' '),
  );
  protected readonly left = computed(() => {
    const { maxLength } = this.field();
    const count = maxLength - [...this.shown()].length;
    if (count > maxLength / 5) return '';
    return say(this.#context.lang(), count < 0 ? 'over' : 'remaining', { count: Math.abs(count) });
  });
}
