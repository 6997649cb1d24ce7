import { Component, DestroyRef, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { PaperShareId, StoredPaperView } from '@mocua/contract';
import { downloadSharedPaper, downloadStoredPaper } from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { Dialog, LoadingState, ProblemNotice } from '@mocua/web/ui';

/** What is to be looked at, and by which right. */
export interface PaperToShow {
  readonly paper: StoredPaperView;
  readonly shareId: PaperShareId | null;
}

/** Shows a picture of a paper in the page, and opens a PDF beside it; the file is fetched with the session's headers. */
@Component({
  selector: 'mocua-paper-preview',
  imports: [Dialog, LoadingState, ProblemNotice],
  template: `
    <mc-dialog [heading]="shown()?.paper?.title ?? ''" [open]="shown() !== null" (closed)="leave()">
      @if (failure(); as trouble) {
        <mc-problem-notice [failure]="trouble" />
      } @else if (address(); as url) {
        @if (shown()?.paper?.mediaType === 'application/pdf') {
          <p>{{ t('store.preview.pdf') }}</p>
          <p>
            <a class="mc-button" target="_blank" rel="noopener" [href]="url">{{ t('store.preview.open') }}</a>
          </p>
        } @else {
          <img
            class="mc-stored-picture"
            [src]="url"
            [alt]="t('store.preview.alt', { title: shown()?.paper?.title ?? '' })"
          />
        }
      } @else {
        <mc-loading />
      }
      <p class="mc-actions">
        <button type="button" class="mc-button mc-button--secondary" (click)="leave()">
          {{ t('store.preview.close') }}
        </button>
      </p>
    </mc-dialog>
  `,
  styles: `
    .mc-stored-picture {
      display: block;
      max-width: 100%;
      max-height: 70vh;
      margin: 0 auto;
    }
  `,
})
export class PaperPreview {
  readonly shown = input.required<PaperToShow | null>();
  readonly closed = output();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly address = signal<string | null>(null);
  protected readonly failure = signal<ApiFailure | null>(null);

  constructor() {
    effect(() => {
      const shown = this.shown();
      this.#forget();
      if (shown !== null) void this.#load(shown);
    });
    inject(DestroyRef).onDestroy(() => this.#forget());
  }

  protected leave(): void {
    this.closed.emit();
  }

  async #load(shown: PaperToShow): Promise<void> {
    try {
      const { blob } = await fetchPaper(this.#api, shown);
      if (this.shown() !== shown) return;
      this.address.set(URL.createObjectURL(blob));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }

  #forget(): void {
    const address = untracked(this.address);
    if (address !== null) URL.revokeObjectURL(address);
    this.address.set(null);
    this.failure.set(null);
  }
}

/** The file of one's own paper, or of one that is shared. */
export function fetchPaper(api: ApiClient, { paper, shareId }: PaperToShow) {
  return shareId === null
    ? api.download(downloadStoredPaper, { params: { paperId: paper.paperId } })
    : api.download(downloadSharedPaper, { params: { shareId } });
}
