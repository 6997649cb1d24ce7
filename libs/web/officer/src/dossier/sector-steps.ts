import { Component, inject, input, signal } from '@angular/core';
import {
  downloadSectorResult,
  type HandoverView,
  listHandovers,
  type OfficerDossierView,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  formatInstant,
  Language,
  loadEndpoint,
  Localized,
  saveFile,
  useTexts,
} from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';

/** What was handed over to sector systems, when, what they say and what waits; nothing for a dossier without such steps. */
@Component({
  selector: 'mocua-sector-steps',
  imports: [Localized, ProblemNotice],
  templateUrl: './sector-steps.html',
})
export class SectorSteps {
  readonly dossier = input.required<OfficerDossierView>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  readonly #api = inject(ApiClient);
  protected readonly failure = signal<ApiFailure | null>(null);
  protected readonly loaded = loadEndpoint(listHandovers, () => {
    // The version is read so that the list follows the dossier.
    const { dossierId, version } = this.dossier();
    return version > 0 ? { params: { dossierId } } : undefined;
  });

  protected when(instant: string): string {
    return formatInstant(instant, this.language.current());
  }

  protected async keep({ taskId }: HandoverView): Promise<void> {
    this.failure.set(null);
    const { dossierId } = this.dossier();
    try {
      saveFile(await this.#api.download(downloadSectorResult, { params: { dossierId, taskId } }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
