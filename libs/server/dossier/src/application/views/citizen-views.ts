import { Injectable } from '@nestjs/common';
import type { CitizenDossierView, DossierSummary } from '@mocua/contract';
import { type DossierState, openSupplement } from '@mocua/engine/dossier';
import type { CitizenActor } from '@mocua/server/kernel';
import type { PublishedProcedure } from '@mocua/server/procedure';
import { citizenActions } from '../../domain/policy';
import { SubmissionReceipts } from '../filing/submission-receipts';
import { DossierReader, feeView, unitName } from './dossier-reader';
import { paymentRequestsView } from './payment-requests-view';

/** Shows a dossier to its applicant. */
@Injectable()
export class CitizenViews {
  constructor(
    private readonly reader: DossierReader,
    private readonly receipts: SubmissionReceipts,
  ) {}

  async detail(actor: CitizenActor, state: DossierState): Promise<CitizenDossierView> {
    const opened = await this.reader.open(state, 'citizen');
    const { procedure, tree } = opened;
    const { receiving, competent } = state.units;
    return {
      ...summaryOf(state, procedure, opened.names.get(state.people.owner) ?? ''),
      version: state.version,
      finance: state.finance,
      fee: feeView(opened),
      paymentRequests: paymentRequestsView(opened),
      receptionDueAt: state.reception?.dueAt ?? null,
      receivingUnit: { unitId: receiving, name: unitName(tree, receiving) },
      competentUnit: { unitId: competent, name: unitName(tree, competent) },
      due: state.due,
      timeline: [...opened.timeline],
      supplement: opened.supplement,
      actions: citizenActions(actor, state, procedure.rules),
      documents: [...opened.documents],
      form: procedure.form,
      answers: opened.answers,
      attachments: [...opened.attachments],
      tracking: this.receipts.tracking(state),
    };
  }
}

/** One line of “my dossiers”. */
export function summaryOf(
  state: DossierState,
  procedure: PublishedProcedure,
  ownerName: string,
): DossierSummary {
  return {
    dossierId: state.dossierId,
    code: state.code,
    transactionCode: state.transactionCode,
    procedure: { code: procedure.code, name: procedure.entry.name },
    ownerName,
    ownerPartyId: state.people.owner,
    state: state.processing,
    outcome: state.outcome,
    delivery: state.delivery,
    submittedAt: state.submittedAt,
    dueAt: state.due?.dueAt ?? null,
    needsAction: openSupplement(state)?.state === 'sent',
  };
}
