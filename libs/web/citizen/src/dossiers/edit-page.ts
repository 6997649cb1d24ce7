import { Component, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DossierId, editDossier, type FormDefinition, getMyDossier } from '@mocua/contract';
import { FormErrorSummary } from '@mocua/web/eform-renderer';
import { ApiClient, Language, loadEndpoint, Session, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { AnswerChange } from './answer-change';
import { WholeForm } from './whole-form';

/** Changing the answers of a filed dossier until the decision. */
@Component({
  selector: 'mocua-edit-page',
  imports: [RouterLink, FormErrorSummary, LoadingState, ProblemNotice, WholeForm],
  providers: [AnswerChange],
  templateUrl: './edit-page.html',
})
export class EditPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly answering = inject(AnswerChange);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getMyDossier, () => ({ params: { dossierId: this.dossierId() } }));

  constructor() {
    effect(() => {
      const dossier = this.loaded.value();
      if (dossier !== undefined)
        void this.answering.begin(dossier, editableIds(dossier.form), `edit.${this.dossierId()}`);
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const version = this.loaded.value()?.version;
    if (version === undefined) return;
    const params = { dossierId: this.dossierId() };
    const saved = await this.answering.send(
      () => [],
      (answers, _state, idempotencyKey) =>
        this.#api.call(editDossier, { params, body: { version, answers }, idempotencyKey }),
      () => this.loaded.reload(),
    );
    if (saved) await this.#router.navigate(['/ho-so', this.dossierId()]);
  }

  protected login(): void {
    this.#session.login();
  }
}

/** Everything but what comes fixed from the identity: that is corrected at its source. */
function editableIds(form: FormDefinition): readonly string[] {
  const sections = form.pages.flatMap((page) => page.sections);
  return sections.flatMap((section) =>
    section.repeat === undefined
      ? section.fields.filter((field) => field.prefill?.editable !== false).map((field) => field.id)
      : [section.id],
  );
}
