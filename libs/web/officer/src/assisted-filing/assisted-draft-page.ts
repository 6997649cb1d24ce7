import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type Answers,
  type AttachmentView,
  type AttachmentId,
  downloadFromAssistedDraft,
  type DraftId,
  type FieldProblem,
  getAssistedDraft,
  removeFromAssistedDraft,
  saveAssistedDraft,
  submitAssistedDraft,
  uploadToAssistedDraft,
} from '@mocua/contract';
import {
  compileForm,
  evaluateForm,
  inLanguage,
  journey,
  neededComponents,
  unitFiltersOf,
  validateAnswers,
} from '@mocua/engine/eform';
import { controlId, FormPage } from '@mocua/web/eform-renderer';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  loadEndpoint,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ErrorSummary, FileUpload, LoadingState, ProblemNotice, type UploadedFile } from '@mocua/web/ui';
import { AskRegisters } from './ask-registers';
import { factsAt } from '../dossier/form-facts';
import { useUnitChoices } from '../dossier/unit-choices';

/** The whole form with its papers on one page, as an officer fills it in for somebody. */
@Component({
  selector: 'mocua-assisted-draft-page',
  imports: [AskRegisters, ErrorSummary, FileUpload, FormPage, LoadingState, ProblemNotice],
  templateUrl: './assisted-draft-page.html',
})
export class AssistedDraftPage {
  readonly draftId = input.required<DraftId>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  protected readonly language = inject(Language);
  protected readonly t = useTexts();
  protected readonly loaded = loadEndpoint(getAssistedDraft, () => ({ params: { draftId: this.draftId() } }));
  protected readonly answers = signal<Answers>({});
  readonly #version = signal(1);
  protected readonly attachments = signal<readonly AttachmentView[]>([]);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);
  protected readonly facts = factsAt(Date.now());
  /** One key for one filing, however often the button is pressed. */
  readonly #key = crypto.randomUUID();

  protected readonly form = computed(() => {
    const definition = this.loaded.value()?.form;
    const compiled = definition === undefined ? null : compileForm(definition);
    return compiled?.ok === true ? compiled.form : null;
  });
  readonly #state = computed(() => {
    const form = this.form();
    return form === null ? null : evaluateForm(form, this.answers(), this.facts);
  });
  protected readonly pages = computed(() => {
    const state = this.#state();
    return state === null ? [] : journey(state);
  });
  protected readonly needed = computed(() => {
    const [draft, state] = [this.loaded.value(), this.#state()];
    return draft === undefined || state === null ? [] : neededComponents(draft.components, state);
  });
  protected readonly units = useUnitChoices(() => unitFiltersOf(this.form()));
  protected readonly formProblems = computed<readonly FieldProblem[]>(() => {
    const form = this.form();
    if (form === null || this.attempts() === 0) return [];
    const checked = validateAnswers(form, this.answers(), this.facts, 'submission', { hidden: 'drop' });
    return checked.ok ? [] : inLanguage(checked.problems, this.language.current());
  });
  protected readonly problems = computed(() => [
    ...this.formProblems().map(({ path, message }) => ({ target: controlId(path), message })),
    ...this.needed()
      .filter(
        (need) => this.attempts() > 0 && need.required && this.filesOf(need.component.code).length === 0,
      )
      .map(({ component }) => ({
        target: `${component.code}-file`,
        message: this.t('officer.assisted.paperMissing', { name: this.language.text(component.name) }),
      })),
  ]);

  constructor() {
    effect(() => {
      const draft = this.loaded.value();
      if (draft === undefined) return;
      this.answers.set(draft.answers);
      this.#version.set(draft.version);
      this.attachments.set(draft.attachments);
    });
  }

  /** What was typed is saved first, so that a register puts nothing in its place. */
  protected readonly beforeAsking = (): Promise<void> => this.#save();

  protected titleOf(pageId: string): string {
    const page = this.loaded.value()?.form.pages.find((each) => each.id === pageId);
    return this.language.text(page?.title);
  }

  protected filesOf(component: string): readonly UploadedFile[] {
    return this.attachments().filter((file) => file.componentCode === component);
  }

  protected paperProblem(component: string): string {
    return this.problems().find((problem) => problem.target === `${component}-file`)?.message ?? '';
  }

  protected async upload(component: string, files: readonly File[]): Promise<void> {
    await this.#work(async () => {
      for (const file of files) {
        const attachment = await this.#api.upload(
          uploadToAssistedDraft,
          { params: { draftId: this.draftId() }, query: { component, fileName: file.name.normalize('NFC') } },
          file,
          () => undefined,
        );
        this.attachments.update((list) => [...list, attachment]);
      }
    });
  }

  protected async remove(file: UploadedFile): Promise<void> {
    await this.#work(async () => {
      const attachmentId = file.attachmentId as AttachmentId;
      await this.#api.call(removeFromAssistedDraft, { params: { draftId: this.draftId(), attachmentId } });
      this.attachments.update((list) => list.filter((each) => each.attachmentId !== attachmentId));
    });
  }

  protected async open(file: UploadedFile): Promise<void> {
    await this.#work(async () => {
      const params = { draftId: this.draftId(), attachmentId: file.attachmentId as AttachmentId };
      const { blob } = await this.#api.download(downloadFromAssistedDraft, { params });
      saveFile({ blob, fileName: file.fileName });
    });
  }

  protected async save(): Promise<void> {
    await this.#work(() => this.#save());
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.attempts.update((count) => count + 1);
    if (this.problems().length > 0) return;
    await this.#work(async () => {
      await this.#save();
      const { dossierId } = await this.#api.call(submitAssistedDraft, {
        params: { draftId: this.draftId() },
        body: { version: this.#version() },
        idempotencyKey: this.#key,
      });
      await this.#router.navigate(['/ho-so', dossierId]);
    });
  }

  async #save(): Promise<void> {
    const params = { draftId: this.draftId() };
    const body = { version: this.#version(), answers: this.answers() };
    const saved = await this.#api.call(saveAssistedDraft, { params, body });
    this.#version.set(saved.version);
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
