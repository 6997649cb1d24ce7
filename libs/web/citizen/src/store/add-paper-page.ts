import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { describeStoredPaper, type StoredPaperView, uploadStoredPaper } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  newIdempotencyKey,
  PageTitle,
  useTexts,
} from '@mocua/web/kernel';
import { ErrorSummary, FileUpload, ProblemNotice, type SummaryError, type UploadedFile } from '@mocua/web/ui';
import { PaperWordsFields } from './paper-words-fields';

/** A paper of one's own: its file and a few words. The file goes first, so that a mistake in the words loses nothing. */
@Component({
  selector: 'mocua-add-paper-page',
  imports: [RouterLink, ErrorSummary, FileUpload, PaperWordsFields, ProblemNotice],
  templateUrl: './add-paper-page.html',
})
export class AddPaperPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #title = inject(PageTitle);
  protected readonly t = useTexts();
  protected readonly words = viewChild.required(PaperWordsFields);
  protected readonly file = signal<File | null>(null);
  protected readonly attempts = signal(0);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly files = computed<readonly UploadedFile[]>(() => {
    const file = this.file();
    return file === null ? [] : [{ attachmentId: 'chosen', fileName: file.name, size: file.size }];
  });
  protected readonly errors = computed<readonly SummaryError[]>(() => {
    if (this.attempts() === 0) return [];
    return [
      ...(this.file() === null ? [{ target: 'giay-to-file', message: this.t('store.add.fileMissing') }] : []),
      ...this.words().errors(),
    ];
  });
  /** One key for one file: sending it again after a break keeps it once. */
  #key = newIdempotencyKey();
  #kept: StoredPaperView | null = null;

  protected errorAt(target: string): string {
    return this.errors().find((error) => error.target === target)?.message ?? '';
  }

  protected choose([file]: readonly File[]): void {
    this.#forget();
    this.file.set(file ?? null);
  }

  protected drop(): void {
    this.#forget();
    this.file.set(null);
  }

  protected open(): void {
    const file = this.file();
    if (file === null) return;
    const address = URL.createObjectURL(file);
    window.open(address, '_blank', 'noopener');
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.attempts.update((count) => count + 1);
    const [file, body] = [this.file(), this.words().read()];
    this.#title.faulty(this.errors().length > 0);
    if (file === null || body === null || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.#kept ??= await this.#api.upload(
        uploadStoredPaper,
        { query: { fileName: file.name.normalize('NFC') }, idempotencyKey: this.#key },
        file,
        () => undefined,
      );
      const { paperId } = this.#kept;
      await this.#api.call(describeStoredPaper, { params: { paperId }, body });
      await this.#router.navigateByUrl('/kho');
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }

  #forget(): void {
    this.#key = newIdempotencyKey();
    this.#kept = null;
  }
}
