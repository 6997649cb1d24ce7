import { Component, inject, input, output } from '@angular/core';
import { Language, useTexts } from '@mocua/web/kernel';
import type { SupplementOption } from './supplement-choice';
import { TextField } from './text-field';

const templates = ['unclear', 'mismatch', 'incomplete'] as const;

/** One thing that can be asked for: a tick, what was handed in, and the instruction once it is ticked. */
@Component({
  selector: 'mocua-supplement-option-field',
  imports: [TextField],
  templateUrl: './supplement-option-field.html',
  styleUrl: './supplement-option-field.css',
})
export class SupplementOptionField {
  readonly control = input.required<string>();
  readonly option = input.required<SupplementOption>();
  /** Null: not chosen. */
  readonly instruction = input.required<string | null>();
  readonly problem = input('');
  readonly toggled = output();
  readonly written = output<string>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly templates = templates;

  protected given(): string {
    const { given, kind } = this.option();
    if (given === '') return this.t('officer.supplement.givenNone');
    return this.t(kind === 'component' ? 'officer.supplement.givenFile' : 'officer.supplement.given', {
      value: given,
    });
  }

  /** Adds a ready sentence to what is there; never replaces it. */
  protected add(template: (typeof templates)[number]): void {
    const sentence = this.t(`officer.supplement.template.${template}`);
    const before = (this.instruction() ?? '').trim();
    this.written.emit(before === '' ? sentence : `${before} ${sentence}`);
  }
}
