import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import type { FormField } from '@mocua/contract';
import { displayAnswer } from '@mocua/engine/eform/page';
import type { FieldState } from '@mocua/engine/eform';
import { PageContext } from '../page/page-context';
import { say, sayInstant } from '../texts/renderer-texts';
import type { RendererText } from '../texts/renderer-texts';
import { AddressEntry } from './address-entry';
import { ChoiceEntry } from './choice-entry';
import { ChoicesEntry } from './choices-entry';
import { controlId } from './control-id';
import { DateEntry } from './date-entry';
import { LineEntry } from './line-entry';
import { ParagraphEntry } from './paragraph-entry';
import { UnitEntry } from '../unit/unit-entry';

const grouped: ReadonlySet<FormField['type']> = new Set(['date', 'choice', 'choices', 'address', 'unit']);
const provenanceTexts = {
  verified: 'provenanceVerified',
  declared: 'provenanceDeclared',
  edited: 'provenanceEdited',
} as const satisfies Record<string, RendererText>;

/** One field: label or legend, what the agency asks, hint, error, the control, and where a value came from. */
@Component({
  selector: 'mocua-form-field',
  imports: [
    NgTemplateOutlet,
    AddressEntry,
    ChoiceEntry,
    ChoicesEntry,
    DateEntry,
    LineEntry,
    ParagraphEntry,
    UnitEntry,
  ],
  templateUrl: './form-field-entry.html',
})
export class FormFieldEntry {
  readonly field = input.required<FormField>();
  readonly state = input.required<FieldState>();
  readonly #context = inject(PageContext);

  protected readonly lang = this.#context.lang;
  protected readonly id = computed(() => controlId(this.state().path));
  protected readonly label = computed(() => {
    const field = this.field();
    const measure =
      field.type === 'money'
        ? this.say('currency')
        : field.type === 'decimal'
          ? field.measure[this.lang()]
          : '';
    return measure === '' ? field.label[this.lang()] : `${field.label[this.lang()]} (${measure})`;
  });
  protected readonly hint = computed(() => this.field().hint?.[this.lang()] ?? '');
  protected readonly error = computed(() => this.#context.problemAt(this.state().path));
  protected readonly optional = computed(() => !this.state().required);
  protected readonly instruction = computed(() => {
    const instruction = this.#context.inputs().instructions[this.state().path];
    return instruction === undefined ? '' : say(this.lang(), 'asked', { instruction });
  });
  readonly #origin = computed(() => this.#context.provenanceOf(this.state().path));
  protected readonly verified = computed(() => this.#origin()?.state === 'verified');
  protected readonly provenance = computed(() => {
    const origin = this.#origin();
    if (origin === undefined || this.state().value === null) return '';
    const lang = this.lang();
    const params = { source: origin.source[lang], at: sayInstant(origin.obtainedAt, lang) };
    return say(lang, provenanceTexts[origin.state], params);
  });
  /** Why the field is only shown; empty when it can be filled in. */
  protected readonly shownOnly = computed<RendererText | ''>(() => {
    const { calculated, locked, value } = this.state();
    if (calculated) return 'calculated';
    if (locked) return 'locked';
    const fixed = this.field().prefill?.editable === false && this.#origin() !== undefined && value !== null;
    return fixed && this.error() === '' ? 'fixedByIdentity' : '';
  });
  protected readonly readOnly = computed(() => this.shownOnly() !== '' || this.#context.inputs().readOnly);
  protected readonly reason = computed(() => {
    const reason = this.shownOnly();
    return reason === '' ? '' : say(this.lang(), reason);
  });
  protected readonly text = computed(() => this.#display());
  protected readonly isGroup = computed(() => grouped.has(this.field().type));
  protected readonly describedBy = computed(() => {
    const id = this.id();
    const parts = [
      this.instruction() === '' ? '' : `${id}-asked`,
      this.hint() === '' ? '' : `${id}-hint`,
      this.error() === '' ? '' : `${id}-error`,
      this.provenance() === '' ? '' : `${id}-origin`,
    ].filter((part) => part !== '');
    return parts.length === 0 ? null : parts.join(' ');
  });

  protected say(text: RendererText): string {
    return say(this.lang(), text);
  }

  protected answer(value: unknown): void {
    this.#context.answer(this.state().path, value);
  }

  protected tick(event: Event): void {
    this.answer((event.target as HTMLInputElement).checked);
  }

  #display(): string {
    const { value } = this.state();
    const { units } = this.#context.inputs();
    const field = this.field();
    const options = field.type === 'unit' ? (units[field.filter] ?? []) : [];
    const unitName = (id: string): string | undefined => options.find((option) => option.unitId === id)?.name;
    const lookups = { facts: this.#context.state().facts, lang: this.lang(), unitName };
    const text = value === null ? '' : displayAnswer(field, value, lookups);
    return text === '' ? say(this.lang(), 'unanswered') : text;
  }
}
