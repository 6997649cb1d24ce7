import type { OutgoingNewsKind } from '@mocua/contract';
import type { PrintDraft } from '@mocua/server/dossier';
import { HandOverRelay, type OurParts, type StepToGive } from '@mocua/server/handover';
import type { ChunkOutcome, OutboxRow } from '@mocua/server/kernel';
import { type Reader, readerNames } from '@mocua/server/personal-data';
import { documentManagement } from '@mocua/server/procedure';
import type { SubmissionRow, SubmissionRows } from '../persistence/submission-rows';
import type { DocumentManagement, DraftToSubmit } from '../ports';

export const documentReader: Reader = {
  kind: 'system',
  id: documentManagement,
  label: readerNames.documents.vi,
};

export interface SubmitParts {
  readonly rows: SubmissionRows;
  readonly system: DocumentManagement;
  readonly printing: PrintDraft;
  /** Whether the province has connected a system; without one there is nobody to hand anything to. */
  readonly isConnected: boolean;
}

/** Hands drafts over to be signed, numbered and issued. The draft is printed when it leaves. */
export class SubmitDraft extends HandOverRelay<SubmissionRow, OutgoingNewsKind> {
  override readonly destination = documentManagement;

  constructor(
    ours: OurParts,
    private readonly submitting: SubmitParts,
  ) {
    super(ours, submitting.rows, documentReader);
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    if (this.submitting.isConnected) return super.deliverChunk(rows);
    return new Map(rows.map(({ id }) => [id, null]));
  }

  protected override async give(step: StepToGive): Promise<{ readonly externalCode: string }> {
    const { state, procedure, taskId, nodeId, revision } = step;
    const { rows, system, printing } = this.submitting;
    const { dossiers, clock, readings, files } = this.ours;
    const { dossierId, people, units } = state;
    const declared = procedure.outgoing.find(({ task }) => task === nodeId);
    const event = (await dossiers.events(dossierId)).find(({ seq }) => seq === revision);
    if (!declared || !event) throw new Error('a document that its package does not name');
    const { document, abstract, kind, symbol, basis } = declared;
    const paper = await printing.execute(state, { document, abstract, seq: revision, at: event.occurredAt });
    const draft = { ...paper.file, fileName: paper.fileName };
    const whose = { taskId, dossierId, ownerParty: people.owner, unitId: units.competent };
    await rows.begin({ ...whose, nodeId, revision, draft }, clock.iso());
    // The file itself lies outside the vault, so its reading is written down before it is opened.
    await readings.note([people.owner], 'documents');
    await system.putDraft(taskId, draft, await files.open(draft.sha256));
    const { signer } = paper;
    const about = { kind, symbol, abstract: paper.abstract, basis: basis.citation };
    return system.submit({ ...(await this.frameOf(step)), ...about, signer, draft });
  }

  protected override takeBackThere(taskId: string): Promise<void> {
    return this.submitting.system.takeBack(taskId);
  }

  private async frameOf({ state, procedure, taskId, revision }: StepToGive) {
    const unit = (await this.ours.units.tree()).find(state.units.competent);
    return {
      taskId,
      revision,
      dossierCode: state.code ?? state.transactionCode,
      procedure: { code: procedure.code, name: procedure.entry.name.vi },
      dueAt: state.due?.dueAt ?? null,
      unit: { code: unit?.agencyIdentifier ?? null, name: unit?.name ?? '' },
    } satisfies Partial<DraftToSubmit>;
  }
}
