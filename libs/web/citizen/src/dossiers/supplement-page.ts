import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  answerSupplement,
  type AttachmentView,
  type CitizenDossierView,
  type DossierId,
  type FieldProblem,
  getMyDossier,
  type SupplementItem,
  uploadToDossier,
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
import { FileUpload, LoadingState, ProblemNotice, type UploadedFile } from '@mocua/web/ui';
import { formProblems } from '../filing/form-problems';
import { formFacts } from '../filing/today';
import { UploadList } from '../filing/upload-list';
import { supplementAnswers } from './supplement-answers';
import { SupplementRequest } from './supplement-request';
import { WholeForm } from './whole-form';

const filesPerComponent = 5;

/** Answering a supplement request: only what was asked is open, the rest stays as it is. */
@Component({
  selector: 'mocua-supplement-page',
  imports: [
    RouterLink,
    FormErrorSummary,
    FileUpload,
    LoadingState,
    ProblemNotice,
    SupplementRequest,
    WholeForm,
  ],
  templateUrl: './supplement-page.html',
})
export class SupplementPage {
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
  protected readonly filesPerComponent = filesPerComponent;
  protected readonly loaded = loadEndpoint(getMyDossier, () => ({ params: { dossierId: this.dossierId() } }));
  protected readonly state = signal<FormState | null>(null);
  protected readonly files = signal<readonly AttachmentView[]>([]);
  readonly #checked = signal(false);
  protected readonly problems = computed<readonly FieldProblem[]>(() => {
    const state = this.state();
    return this.#checked() && state !== null ? formProblems(state, this.language.current()) : [];
  });
  protected readonly summary = signal<readonly FieldProblem[]>([]);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);
  protected readonly asked = computed(() => this.loaded.value()?.supplement?.items ?? []);
  protected readonly askedPapers = computed(() => this.asked().filter((item) => item.kind === 'component'));
  protected readonly missing = computed(() =>
    this.askedPapers().filter((item) => this.filesOf(item).length === 0),
  );
  protected readonly instructions = computed(() => {
    const fields = this.asked().filter((item) => item.kind === 'field');
    return Object.fromEntries(fields.map((item) => [item.ref, item.instruction]));
  });
  protected readonly hasFields = computed(() => this.asked().some((item) => item.kind === 'field'));
  protected readonly uploads = new UploadList(
    (component, file, progress) =>
      this.#api.upload(
        uploadToDossier,
        {
          params: { dossierId: this.dossierId() },
          query: { component, fileName: file.name.normalize('NFC') },
        },
        file,
        progress,
      ),
    (attachment) => this.files.update((list) => [...list, attachment]),
  );

  constructor() {
    effect(() => {
      const dossier = this.loaded.value();
      if (dossier !== undefined && this.state() === null) void this.#begin(dossier);
    });
  }

  protected filesOf(item: SupplementItem): readonly UploadedFile[] {
    return this.files().filter((file) => file.componentCode === item.ref);
  }

  protected errorAt(item: SupplementItem): string {
    return this.#checked() && this.missing().some((one) => one.ref === item.ref)
      ? this.#paperProblem(item).message
      : '';
  }

  protected leaveOut(file: UploadedFile): void {
    this.files.update((list) => list.filter((one) => one.attachmentId !== file.attachmentId));
    this.#key = newIdempotencyKey();
  }

  protected change(state: FormState): void {
    this.state.set(state);
    this.#key = newIdempotencyKey();
    const baseVersion = this.loaded.value()?.version ?? 0;
    void this.#local.keep({
      key: this.#draftKey(),
      baseVersion,
      answers: state.answers,
      keptAt: new Date().toISOString(),
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [state, dossier] = [this.state(), this.loaded.value()];
    if (state === null || dossier?.supplement == null || this.busy() || this.uploads.busy) return;
    this.#checked.set(true);
    this.summary.set([...this.problems(), ...this.missing().map((item) => this.#paperProblem(item))]);
    this.#title.faulty(this.summary().length > 0);
    if (this.summary().length > 0) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.#api.call(answerSupplement, {
        params: { dossierId: this.dossierId() },
        body: {
          version: dossier.version,
          supplementId: dossier.supplement.supplementId,
          answers: supplementAnswers(state, dossier.answers),
          attachments: this.files().map((file) => file.attachmentId),
        },
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

  /** A paper is no field of the form: its control is here. */
  protected goTo(path: string): void {
    document.getElementById(`${path}-file`)?.focus();
  }

  protected login(): void {
    this.#session.login();
  }

  async #begin(dossier: CitizenDossierView): Promise<void> {
    const compiled = compileForm(dossier.form);
    if (!compiled.ok) return;
    const refs = this.asked()
      .filter((item) => item.kind === 'field')
      .map((item) => item.ref);
    const kept = await this.#local.find(this.#draftKey());
    this.state.set(
      evaluateForm(restrictTo(compiled.form, refs), kept?.answers ?? dossier.answers, formFacts(new Date())),
    );
  }

  #paperProblem(item: SupplementItem): FieldProblem {
    const message = this.t('mine.supplement.missing', { name: item.instruction.replace(/[.\s]+$/u, '') });
    return { path: item.ref, code: 'attachment.missing', message };
  }

  #draftKey(): string {
    return `supplement.${this.loaded.value()?.supplement?.supplementId ?? this.dossierId()}`;
  }
}
