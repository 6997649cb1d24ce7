import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  answerSupplement,
  type AttachmentView,
  type DossierId,
  type FieldProblem,
  getMyDossier,
  type NamedSupplementItem,
  uploadToDossier,
} from '@mocua/contract';
import { FormErrorSummary } from '@mocua/web/eform-renderer';
import { ApiClient, Language, loadEndpoint, Localized, Session, useTexts } from '@mocua/web/kernel';
import { FileUpload, LoadingState, ProblemNotice, type UploadedFile } from '@mocua/web/ui';
import { UploadList } from '../filing/upload-list';
import { AnswerChange } from './answer-change';
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
    Localized,
    ProblemNotice,
    SupplementRequest,
    WholeForm,
  ],
  providers: [AnswerChange],
  templateUrl: './supplement-page.html',
})
export class SupplementPage {
  /** Bound from the route. */
  readonly dossierId = input.required<DossierId>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly language = inject(Language);
  protected readonly answering = inject(AnswerChange);
  protected readonly t = useTexts();
  protected readonly filesPerComponent = filesPerComponent;
  protected readonly loaded = loadEndpoint(getMyDossier, () => ({ params: { dossierId: this.dossierId() } }));
  protected readonly files = signal<readonly AttachmentView[]>([]);
  protected readonly asked = computed(() => this.loaded.value()?.supplement?.items ?? []);
  protected readonly askedFields = computed(() => this.asked().filter((item) => item.kind === 'field'));
  protected readonly askedPapers = computed(() => this.asked().filter((item) => item.kind === 'component'));
  protected readonly missing = computed(() =>
    this.askedPapers().filter((item) => this.filesOf(item).length === 0),
  );
  protected readonly instructions = computed(() =>
    Object.fromEntries(this.askedFields().map((item) => [item.ref, item.instruction])),
  );
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
      if (dossier?.supplement == null) return;
      const open = this.askedFields().map((item) => item.ref);
      void this.answering.begin(dossier, open, `supplement.${dossier.supplement.supplementId}`);
    });
  }

  protected filesOf(item: NamedSupplementItem): readonly UploadedFile[] {
    return this.files().filter((file) => file.componentCode === item.ref);
  }

  protected errorAt(item: NamedSupplementItem): string {
    return this.answering.checked() && this.missing().includes(item) ? this.#paperProblem(item).message : '';
  }

  protected leaveOut(file: UploadedFile): void {
    this.files.update((list) => list.filter((one) => one.attachmentId !== file.attachmentId));
    this.answering.touch();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const dossier = this.loaded.value();
    if (dossier?.supplement == null || this.uploads.busy) return;
    const { supplementId } = dossier.supplement;
    const sent = await this.answering.send(
      () => this.missing().map((item) => this.#paperProblem(item)),
      (_answers, state, idempotencyKey) =>
        this.#api.call(answerSupplement, {
          params: { dossierId: this.dossierId() },
          body: {
            version: dossier.version,
            supplementId,
            answers: supplementAnswers(state, dossier.answers),
            attachments: this.files().map((file) => file.attachmentId),
          },
          idempotencyKey,
        }),
      () => this.loaded.reload(),
    );
    if (sent) await this.#router.navigate(['/ho-so', this.dossierId()]);
  }

  /** A paper is no field of the form: its control is here. */
  protected goTo(path: string): void {
    document.getElementById(`${path}-file`)?.focus();
  }

  protected login(): void {
    this.#session.login();
  }

  #paperProblem(item: NamedSupplementItem): FieldProblem {
    const message = this.t('mine.supplement.missing', { name: this.language.text(item.name) });
    return { path: item.ref, code: 'attachment.missing', message };
  }
}
