import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  type AttachmentId,
  downloadFromDraft,
  type DraftId,
  removeFromDraft,
  uploadToDraft,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  Language,
  PageTitle,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ErrorSummary, FileUpload, ProblemNotice, type SummaryError, type UploadedFile } from '@mocua/web/ui';
import { PaperChoice } from '../store/paper-choice';
import { attachmentsPath, checkPath, DraftStore } from './draft-store';
import { UploadList } from './upload-list';

/** The papers that the answers call for, each with its files. */
@Component({
  selector: 'mocua-attachments-step',
  imports: [FileUpload, ErrorSummary, PaperChoice, ProblemNotice],
  templateUrl: './attachments-step.html',
})
export class AttachmentsStep {
  readonly draftId = input.required<DraftId>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #title = inject(PageTitle);
  protected readonly language = inject(Language);
  protected readonly store = inject(DraftStore);
  protected readonly t = useTexts();
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly attempts = signal(0);
  protected readonly uploads = new UploadList(
    (component, file, progress) =>
      this.#api.upload(
        uploadToDraft,
        { params: { draftId: this.draftId() }, query: { component, fileName: file.name.normalize('NFC') } },
        file,
        progress,
      ),
    (attachment) => this.store.attach(attachment),
  );
  protected readonly errors = computed<readonly SummaryError[]>(() => {
    if (this.attempts() === 0) return [];
    return this.store.missing().map(({ component }) => ({
      target: `${component.code}-file`,
      message: this.t('filing.attachments.missing', { name: this.language.text(component.name) }),
    }));
  });

  protected filesOf(component: string): readonly UploadedFile[] {
    return this.store.attachments().filter((attachment) => attachment.componentCode === component);
  }

  protected errorAt(component: string): string {
    return this.errors().find((error) => error.target === `${component}-file`)?.message ?? '';
  }

  protected async remove(file: UploadedFile): Promise<void> {
    await this.#try(async () => {
      const params = { draftId: this.draftId(), attachmentId: file.attachmentId as AttachmentId };
      await this.#api.call(removeFromDraft, { params });
      this.store.detach(file.attachmentId);
    });
  }

  protected async open(file: UploadedFile): Promise<void> {
    await this.#try(async () => {
      const params = { draftId: this.draftId(), attachmentId: file.attachmentId as AttachmentId };
      saveFile({ ...(await this.#api.download(downloadFromDraft, { params })), fileName: file.fileName });
    });
  }

  protected async back(): Promise<void> {
    const before = this.store.stepBefore(attachmentsPath);
    if (before !== null) await this.#router.navigate(['/ban-nhap', this.draftId(), before]);
  }

  protected async next(): Promise<void> {
    this.attempts.update((count) => count + 1);
    this.#title.faulty(this.errors().length > 0);
    if (this.errors().length > 0 || this.uploads.busy) return;
    await this.#router.navigate(['/ban-nhap', this.draftId(), checkPath]);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
