import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { FormField, UnitOption } from '@mocua/contract';
import type { FieldState } from '@mocua/engine/eform';
import { controlId } from '../field/control-id';
import { TypedText } from '../field/typed-text';
import { PageContext } from '../page/page-context';
import { say } from '../texts/renderer-texts';
import type { RendererText } from '../texts/renderer-texts';
import { findUnits, shownAtOnce, shownUnits } from './find-units';

/** Up to this many agencies are simply listed; more are searched. */
const listed = 7;

/** Choice of an agency by name, address or former name, typed with or without tones. */
@Component({
  selector: 'mocua-unit-entry',
  imports: [TypedText],
  templateUrl: './unit-entry.html',
})
export class UnitEntry {
  readonly field = input.required<Extract<FormField, { readonly type: 'unit' }>>();
  readonly state = input.required<FieldState>();
  readonly answered = output<string>();

  readonly #context = inject(PageContext);
  protected readonly query = signal('');
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly units = computed(() => this.#context.inputs().units[this.field().filter] ?? []);
  protected readonly searched = computed(() => this.units().length > listed);
  readonly #found = computed(() => findUnits(this.units(), this.query()));
  /** The chosen agency stays in sight, whatever is searched. */
  protected readonly shown = computed<readonly UnitOption[]>(() => {
    if (!this.searched()) return this.units();
    return shownUnits(this.units(), this.#found(), this.state().value);
  });
  protected readonly status = computed(() => {
    const total = this.#found().length;
    if (total === 0) return this.text('unitNone');
    return total > shownAtOnce
      ? this.text('unitShown', { shown: shownAtOnce, total })
      : this.text('unitAll', { total });
  });

  protected text(key: RendererText, params: Readonly<Record<string, string | number>> = {}): string {
    return say(this.#context.lang(), key, params);
  }

  protected former(unit: UnitOption): string {
    return unit.formerNames.length === 0
      ? ''
      : this.text('unitFormer', { names: unit.formerNames.join('; ') });
  }

  /** The first control has the id that error links lead to. */
  protected optionId(index: number): string {
    return index === 0 && !this.searched() ? this.id() : `${this.id()}-${index}`;
  }
}
