import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  deleteStoredPaper,
  type GivenShare,
  type GivenUnitShare,
  hideStoredPaper,
  listStoredPapers,
  paperSources,
  type ResponseOf,
  type StoredPaperView,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatBytes,
  formatDate,
  Language,
  loadList,
  saveFile,
  Session,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { EditPaperDialog } from './edit-paper-dialog';
import { fetchPaper, PaperPreview } from './paper-preview';
import { PaperSummary } from './paper-summary';
import { SharePaperDialog } from './share-paper-dialog';

/** The papers of the person, or of whom they act for. */
@Component({
  selector: 'mocua-store-page',
  imports: [
    RouterLink,
    Dialog,
    EditPaperDialog,
    EmptyState,
    LoadingState,
    PaperPreview,
    PaperSummary,
    ProblemNotice,
    SharePaperDialog,
    ShowMore,
  ],
  templateUrl: './store-page.html',
})
export class StorePage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly filters = ['all', ...paperSources, 'hidden'] as const;
  protected readonly filter = signal<(typeof this.filters)[number]>('all');
  protected readonly typed = signal('');
  protected readonly search = signal('');
  protected readonly list = loadList(
    listStoredPapers,
    (paper) => paper.paperId,
    () => [this.#session.actingFor()?.partyId ?? '', this.filter(), this.search()].join('|'),
    () => this.#query(),
  );
  protected readonly usage = computed(
    () => (this.list.last() as ResponseOf<typeof listStoredPapers> | undefined)?.usage,
  );
  protected readonly shown = signal<StoredPaperView | null>(null);
  protected readonly preview = computed(() => {
    const paper = this.shown();
    return paper === null ? null : { paper, shareId: null };
  });
  protected readonly shared = signal<StoredPaperView | null>(null);
  protected readonly edited = signal<StoredPaperView | null>(null);
  protected readonly removed = signal<StoredPaperView | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly message = signal('');

  protected size(bytes: number): string {
    return formatBytes(bytes, this.#language.current());
  }

  protected choose(event: Event): void {
    const value = (event.target as HTMLSelectElement).value;
    this.filter.set(this.filters.find((each) => each === value) ?? 'all');
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected find(event: Event): void {
    event.preventDefault();
    this.search.set(this.typed().trim());
  }

  protected async download(paper: StoredPaperView): Promise<void> {
    await this.#run(async () => {
      saveFile({ ...(await fetchPaper(this.#api, { paper, shareId: null })), fileName: paper.fileName });
      return '';
    });
  }

  protected async hide({ paperId, title, hidden }: StoredPaperView): Promise<void> {
    await this.#run(async () => {
      await this.#api.call(hideStoredPaper, { params: { paperId }, body: { hidden: !hidden } });
      this.#drop(paperId);
      return hidden ? this.t('store.unhiddenNow', { title }) : this.t('store.hiddenNow', { title });
    });
  }

  protected async remove({ paperId, title }: StoredPaperView): Promise<void> {
    await this.#run(async () => {
      await this.#api.call(deleteStoredPaper, { params: { paperId } });
      this.#drop(paperId);
      this.list.reload();
      return this.t('store.deletedNow', { title });
    });
    this.removed.set(null);
  }

  protected changed(paper: StoredPaperView): void {
    this.list.update((items) => items.map((each) => (each.paperId === paper.paperId ? paper : each)));
    this.message.set(this.t('store.edit.done', { title: paper.title }));
  }

  protected told(share: GivenShare): void {
    const date = formatDate(share.until, this.#language.current());
    this.message.set(this.t('store.sharing.done', { title: share.title, recipient: share.recipient, date }));
  }

  protected toldOfUnit({ title, unitName, until }: GivenUnitShare): void {
    const date = formatDate(until, this.#language.current());
    this.message.set(this.t('store.unitSharing.done', { title, unit: unitName, date }));
  }

  #query(): Readonly<Record<string, string>> {
    const filter = this.filter();
    return {
      ...(filter === 'all' ? {} : filter === 'hidden' ? { hidden: 'only' } : { source: filter }),
      ...(this.search() === '' ? {} : { search: this.search() }),
    };
  }

  #drop(paperId: string): void {
    this.list.update((items) => items.filter((paper) => paper.paperId !== paperId));
  }

  async #run(work: () => Promise<string>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      this.message.set(await work());
    } catch (error) {
      this.failure.set(asApiFailure(error));
    } finally {
      this.busy.set(false);
    }
  }
}
