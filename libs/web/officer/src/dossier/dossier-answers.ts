import { Component, computed, inject, input } from '@angular/core';
import type { OfficerDossierView } from '@mocua/contract';
import { compileForm, unitFiltersOf } from '@mocua/engine/eform';
import { AnswerList } from '@mocua/web/eform-renderer';
import { Language, useTexts } from '@mocua/web/kernel';
import { factsAt } from './form-facts';
import { useUnitChoices } from './unit-choices';

/** The answers as the applicant gave them, read back page by page. */
@Component({
  selector: 'mocua-officer-answers',
  imports: [AnswerList],
  template: `
    @if (form(); as form) {
      <mocua-answer-list
        [form]="form"
        [answers]="dossier().answers"
        [facts]="facts()"
        [units]="units()"
        [lang]="language.current()"
        [editable]="false"
      />
    } @else {
      <p class="mc-notice mc-notice--warn">{{ t('officer.dossier.answersUnreadable') }}</p>
    }
  `,
})
export class DossierAnswers {
  readonly dossier = input.required<Pick<OfficerDossierView, 'form' | 'answers' | 'submittedAt'>>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly form = computed(() => {
    const compiled = compileForm(this.dossier().form);
    return compiled.ok ? compiled.form : null;
  });
  /** Conditions are read as of the day of filing, or an answer could vanish from the page by itself. */
  protected readonly facts = computed(() => factsAt(this.dossier().submittedAt));
  protected readonly units = useUnitChoices(() => unitFiltersOf(this.form()));
}
