import { Component, computed, inject, input, signal } from '@angular/core';
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
import { type ShownStep, StepElsewhere } from './step-elsewhere';

/** What was handed over to sector systems, when, what they say and what waits; nothing for a dossier without such steps. */
@Component({
  selector: 'mocua-sector-steps',
  imports: [Localized, ProblemNotice, StepElsewhere],
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

  protected readonly steps = computed(() =>
    (this.loaded.value()?.items ?? [])
      .filter(({ byHand, handedOverAt }) => byHand !== 'free' || handedOverAt !== null)
      .map((step) => ({ step, shown: this.#shownOf(step) })),
  );

  protected async keep({ taskId }: HandoverView): Promise<void> {
    this.failure.set(null);
    const { dossierId } = this.dossier();
    try {
      saveFile(await this.#api.download(downloadSectorResult, { params: { dossierId, taskId } }));
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }

  #shownOf(step: HandoverView): ShownStep {
    const { t, language } = this;
    const when = (instant: string) => formatInstant(instant, language.current());
    const { exception, trouble, handedOverAt } = step;
    const ofPaper = exception && {
      number: exception.number,
      date: exception.issuedOn,
      issuer: exception.issuer,
      reason: exception.reason,
    };
    return {
      id: `chuyen-nganh-${step.taskId}`,
      heading: t('officer.sector.heading'),
      name: step.system,
      stepName: step.stepName,
      standing: t(`officer.sector.standing.${step.standing}`),
      exception: ofPaper && t('officer.sector.exception', ofPaper),
      facts: [
        [t('officer.sector.purpose'), language.text(step.purpose)],
        [t('officer.sector.basis'), step.basis],
        [t('officer.sector.handedOverAt'), handedOverAt && when(handedOverAt)],
        [t('officer.sector.externalCode'), step.externalCode],
        [t('officer.sector.trouble'), trouble && t('officer.sector.notTaken', { code: trouble })],
      ],
      newsHeading: t('officer.sector.news'),
      news: step.news.map(({ kind, at, number, text, overtaken }) => ({
        what: t(`officer.sector.kind.${kind}`),
        when: when(at),
        more: [number && t('officer.sector.number', { number }), text],
        overtaken,
      })),
      overtaken: t('officer.sector.overtaken'),
    };
  }
}
