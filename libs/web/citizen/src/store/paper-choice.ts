import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  type AttachmentView,
  type DraftId,
  listPapersForDraft,
  type PaperForDraft,
  reuseStoredPaper,
} from '@mocua/contract';
import { ApiClient, type ApiFailure, asApiFailure, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { PaperPreview } from './paper-preview';
import { PaperSummary } from './paper-summary';

/** Papers that a person keeps, to be taken for one component of a draft instead of a new photo. */
@Component({
  selector: 'mocua-paper-choice',
  imports: [LoadingState, PaperPreview, PaperSummary, ProblemNotice],
  templateUrl: './paper-choice.html',
})
export class PaperChoice {
  readonly draftId = input.required<DraftId>();
  readonly component = input.required<string>();
  /** Name of the component, for those who cannot see where the button stands. */
  readonly label = input.required<string>();
  readonly taken = output<AttachmentView>();
  readonly #api = inject(ApiClient);
  protected readonly t = useTexts();
  protected readonly open = signal(false);
  protected readonly offers = signal<readonly PaperForDraft[] | null>(null);
  protected readonly shown = signal<PaperForDraft | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');
  /** What seems made for this component first; the order is otherwise the server's. */
  protected readonly sorted = computed(() => {
    const fits = (offer: PaperForDraft): number => (offer.fits.includes(this.component()) ? 0 : 1);
    return [...(this.offers() ?? [])].sort((a, b) => fits(a) - fits(b));
  });

  protected async toggle(): Promise<void> {
    this.open.update((open) => !open);
    this.message.set('');
    if (!this.open()) return;
    await this.#run(async () => {
      const { items } = await this.#api.call(listPapersForDraft, { params: { draftId: this.draftId() } });
      this.offers.set(items);
    });
  }

  protected usable({ paper }: PaperForDraft): boolean {
    return paper.standing === 'valid' || paper.standing === 'superseded';
  }

  protected async use({ paper }: PaperForDraft): Promise<void> {
    await this.#run(async () => {
      const body = { component: this.component(), paperId: paper.paperId };
      const attachment = await this.#api.call(reuseStoredPaper, {
        params: { draftId: this.draftId() },
        body,
      });
      this.taken.emit(attachment);
      this.open.set(false);
      this.message.set(this.t('store.choice.added', { title: paper.title }));
    });
  }

  async #run(work: () => Promise<void>): Promise<void> {
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
