import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type CitizenDossierView,
  type DossierId,
  editDossier,
  type FieldProblem,
  type FormDefinition,
  getMyDossier,
} from '@mocua/contract';
import { compileForm, evaluateForm, type FormState, restrictTo } from '@mocua/engine/eform';
import { FormErrorSummary } from '@mocua/web/eform-renderer';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  isProblem,
  Language,
  loadEndpoint,
  LocalDrafts,
  newIdempotencyKey,
  PageTitle,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { formProblems } from '../filing/form-problems';
import { formFacts } from '../filing/today';
import { WholeForm } from './whole-form';

/** Changing the answers of a filed dossier until the decision. */
@Component({
  selector: 'mocua-edit-page',
  imports: [RouterLink, FormErrorSummary, LoadingState, ProblemNotice, WholeForm],
  templateUrl: './edit-page.html',
})
export class EditPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #title = inject(PageTitle);
  readonly #local = inject(LocalDrafts);
  readonly #session = inject(Session);
  protected readonly language = inject(Language);
  #key = newIdempotencyKey();
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getMyDossier, () => ({ params: { dossierId: this.dossierId() } }));
  protected readonly state = signal<FormState | null>(null);
  readonly #checked = signal(false);
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const state = this.state();
    return this.#checked() && state !== null ? formProblems(state, this.language.current()) : [];
  });
  protected readonly summary = signal<readonly FieldProblem[]>([]);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);

  constructor() {
    effect(() => {
      const dossier = this.loaded.value();
      if (dossier !== undefined && this.state() === null) void this.#begin(dossier);
    });
  }

  protected change(state: FormState): void {
    const dossier = this.loaded.value();
    this.state.set(state);
    this.#key = newIdempotencyKey();
    if (dossier === undefined) return;
    const keptAt = new Date().toISOString();
    void this.#local.keep({
      key: this.#draftKey(),
      baseVersion: dossier.version,
      answers: state.answers,
      keptAt,
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [state, dossier] = [this.state(), this.loaded.value()];
    if (state === null || dossier === undefined || this.busy()) return;
    this.#checked.set(true);
    this.summary.set([...this.problems()]);
    this.#title.faulty(this.problems().length > 0);
    if (this.problems().length > 0) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { version: dossier.version, answers: state.answers };
      await this.#api.call(editDossier, {
        params: { dossierId: this.dossierId() },
        body,
        idempotencyKey: this.#key,
      });
      await this.#local.forget(this.#draftKey());
      await this.#router.navigate(['/ho-so', this.dossierId()]);
    } catch (error) {
      this.failure.set(asApiFailure(error));
      if (isProblem(error, 'dossier.stale')) {
        this.#key = newIdempotencyKey();
        this.loaded.reload();
      }
    } finally {
      this.busy.set(false);
    }
  }

  protected login(): void {
    this.#session.login();
  }

  async #begin(dossier: CitizenDossierView): Promise<void> {
    const compiled = compileForm(dossier.form);
    if (!compiled.ok) return;
    const kept = await this.#local.find(this.#draftKey());
    this.state.set(
      evaluateForm(
        restrictTo(compiled.form, editableIds(dossier.form)),
        kept?.answers ?? dossier.answers,
        formFacts(new Date()),
      ),
    );
  }

  #draftKey(): string {
    return `edit.${this.dossierId()}`;
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
