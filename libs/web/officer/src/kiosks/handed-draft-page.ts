import { Component, computed, inject, signal } from '@angular/core';
import { type HandedDraftView, readHandedDraft } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { TextField } from '../actions/text-field';
import { DossierAnswers } from '../dossier/dossier-answers';
import { ActingAssignment } from '../shell/acting-assignment';

/** A form that a person began at a kiosk and tells the counter by its code. */
@Component({
  selector: 'mocua-handed-draft-page',
  imports: [DossierAnswers, ProblemNotice, TextField],
  templateUrl: './handed-draft-page.html',
})
export class HandedDraftPage {
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  readonly #acting = inject(ActingAssignment);
  protected readonly permitted = computed(() => this.#acting.permissions().includes('dossier.receive'));
  protected readonly code = signal('');
  protected readonly problem = signal('');
  protected readonly draft = signal<HandedDraftView | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly read = computed(() => {
    const draft = this.draft();
    return draft === null ? null : { form: draft.form, answers: draft.answers, submittedAt: draft.savedAt };
  });

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    this.failure.set(null);
    this.draft.set(null);
    const code = this.code().trim();
    this.problem.set(code.length < 8 ? this.t('officer.handed.tooShort') : '');
    if (this.problem() !== '') return;
    try {
      this.draft.set(await this.#api.call(readHandedDraft, { params: { code } }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
