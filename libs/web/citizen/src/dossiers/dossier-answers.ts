import { Component, computed, inject, input } from '@angular/core';
import type { Answers, FormDefinition } from '@mocua/contract';
import { compilePublished } from '@mocua/engine/eform';
import { AnswerList } from '@mocua/web/eform-renderer';
import { Language } from '@mocua/web/kernel';
import { formFacts } from '../filing/today';
import { useUnitChoices } from '../filing/unit-choices';

/** The answers of a filed dossier as a person reads them. */
@Component({
  selector: 'mocua-dossier-answers',
  imports: [AnswerList],
  template: `
    @if (compiled(); as form) {
      <mocua-answer-list
        [form]="form"
        [answers]="answers()"
        [facts]="facts"
        [units]="units()"
        [lang]="language.current()"
        [editable]="false"
      />
    }
  `,
})
export class DossierAnswers {
  readonly form = input.required<FormDefinition>();
  readonly answers = input.required<Answers>();
  protected readonly language = inject(Language);
  protected readonly units = useUnitChoices();
  protected readonly facts = formFacts(new Date());
  protected readonly compiled = computed(() => {
    const result = compilePublished(this.form());
    return result.ok ? result.form : null;
  });
}
