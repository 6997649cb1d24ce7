import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DossierId } from '@mocua/contract';
import { Language, PageTitle, useTexts } from '@mocua/web/kernel';
import { LoadingState, PaymentRequests, ProblemNotice, ProcessDiagram, Timeline } from '@mocua/web/ui';
import { ActionPanel } from '../actions/action-panel';
import { SupplementSummary } from '../actions/supplement-summary';
import { DossierPayments } from '../payment/dossier-payments';
import { DossierSignatures } from '../signing/dossier-signatures';
import { ActingAssignment } from '../shell/acting-assignment';
import { pathOf, startPath } from '../worklist/queue-path';
import { DossierAnswers } from './dossier-answers';
import { DossierFacts } from './dossier-facts';
import { DossierFee } from './dossier-fee';
import { DossierFiles } from './dossier-files';
import { DossierParcel } from './dossier-parcel';
import { DossierOriginsView } from './dossier-origins';
import { DossierStore } from './dossier-store';
import { NoticeReach } from './notice-reach';
import { OutgoingDocuments } from './outgoing-documents';
import { SectorSteps } from './sector-steps';

/** One dossier: what to do, what was handed in, where it is and what happened. */
@Component({
  selector: 'mocua-dossier-page',
  imports: [
    ActionPanel,
    DossierAnswers,
    DossierFacts,
    DossierFee,
    DossierFiles,
    DossierParcel,
    DossierOriginsView,
    DossierPayments,
    DossierSignatures,
    LoadingState,
    NoticeReach,
    PaymentRequests,
    ProblemNotice,
    ProcessDiagram,
    RouterLink,
    OutgoingDocuments,
    SectorSteps,
    SupplementSummary,
    Timeline,
  ],
  providers: [DossierStore],
  templateUrl: './dossier-page.html',
  styleUrl: './dossier-page.css',
})
export class DossierPage {
  /** From the address. */
  readonly dossierId = input.required<DossierId>();
  protected readonly t = useTexts();
  protected readonly language = inject(Language);
  protected readonly store = inject(DossierStore);
  readonly #acting = inject(ActingAssignment);

  protected readonly back = computed(() => {
    const permissions = this.#acting.permissions();
    return permissions.includes('dossier.inspect') ? `/viec/${pathOf('recent')}` : startPath(permissions);
  });
  protected readonly readOnly = computed(() => this.#acting.permissions().includes('dossier.inspect'));
  protected readonly hidden = computed(() => {
    const failure = this.store.failure();
    return failure?.kind === 'problem' && failure.code === 'dossier.not-found';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.dossierId();
      // another role sees another list of actions, or nothing at all
      if (this.#acting.current()) untracked(() => void this.store.open(id));
    });
    effect(() => {
      const view = this.store.view();
      if (view) title.about(view.code ?? view.transactionCode);
    });
  }
}
