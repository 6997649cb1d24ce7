import { Component, computed, inject, signal } from '@angular/core';
import {
  downloadPaperForUnit,
  listPapersForUnit,
  type PaperForUnit,
  paperKindNames,
  unitSharePurposeNames,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  type DownloadedFile,
  formatDate,
  Language,
  loadList,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { showInTab } from '../dossier/show-in-tab';
import { ActingAssignment } from '../shell/acting-assignment';

/** Papers that people share with the agency of the officer, as long as each share lasts. */
@Component({
  selector: 'mocua-shared-papers-page',
  imports: [EmptyState, LoadingState, Localized, ProblemNotice, ShowMore],
  templateUrl: './shared-papers-page.html',
})
export class SharedPapersPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #acting = inject(ActingAssignment);
  protected readonly t = useTexts();
  protected readonly kindNames = paperKindNames;
  protected readonly permitted = computed(() => this.#acting.permissions().includes('shared-paper.read'));
  protected readonly papers = loadList(
    listPapersForUnit,
    (paper) => paper.shareId,
    () => this.#acting.current()?.assignmentId,
  );
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly busy = signal(false);

  protected day(day: string): string {
    return formatDate(day, this.#language.current());
  }

  protected purposeOf({ purpose }: PaperForUnit): string {
    return purpose.kind === 'other'
      ? purpose.words
      : this.#language.text(unitSharePurposeNames[purpose.kind]);
  }

  protected usable({ standing }: PaperForUnit): boolean {
    return standing === 'valid' || standing === 'superseded';
  }

  protected async open({ shareId }: PaperForUnit): Promise<void> {
    if (this.busy()) return;
    const tab = window.open('', '_blank');
    showInTab(tab, await this.#fetch(shareId));
  }

  async #fetch(shareId: PaperForUnit['shareId']): Promise<DownloadedFile | null> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      return await this.#api.download(downloadPaperForUnit, { params: { shareId } });
    } catch (error) {
      this.failure.set(asApiFailure(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
