import type { DossierId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { DossierStream, DraftPaper, PrintDraft } from '@mocua/server/dossier';
import type { FileStore } from '@mocua/server/document';
import type { UnitDirectory } from '@mocua/server/identity';
import {
  type ChunkOutcome,
  type Clock,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import type { AccessScope, Reader, Readings } from '@mocua/server/personal-data';
import {
  documentManagement,
  type OutgoingDefinition,
  type PublishedProcedures,
} from '@mocua/server/procedure';
import type { SubmissionRows } from '../persistence/submission-rows';
import { type DocumentManagement, DocumentManagementFailure, type DraftToSubmit } from '../ports';

/** How long after a hand-over the system is asked when it has said nothing. */
export const lookAfterMs = 5 * 60_000;

/** Who reads what is handed over; the person finds it among the readings of their data. */
export const documentReader: Reader = {
  kind: 'system',
  id: documentManagement,
  label: 'Hệ thống trình ký, lấy số văn bản',
};

export interface SubmitParts {
  readonly dossiers: DossierStream;
  readonly procedures: PublishedProcedures;
  readonly printing: PrintDraft;
  readonly units: UnitDirectory;
  readonly readings: Readings;
  readonly access: AccessScope;
  readonly files: FileStore;
  readonly rows: SubmissionRows;
  readonly system: DocumentManagement;
  readonly clock: Clock;
  /** Whether the province has connected a system; without one there is nobody to hand anything to. */
  readonly isConnected: boolean;
}

/**
 * Hands drafts over to be signed, numbered and issued, or takes them back, in the order of the dossier. The draft is printed when it
 * leaves; a step that is not open any more is not handed over. While the system does not answer it rests, and no message loses an
 * attempt.
 */
export class SubmitDraft extends OutboxChunkHandler {
  override readonly chunkSize = 1;
  override readonly concurrency = 4;
  override readonly destination = documentManagement;

  constructor(private readonly parts: SubmitParts) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) {
      // Chunks run side by side, and what each reads is read for its own dossier.
      const work = () => this.deliver(row);
      outcome.set(
        row.id,
        await this.parts.access.run({ reader: documentReader, purpose: 'synchronisation' }, work),
      );
    }
    return outcome;
  }

  private async deliver({ payload }: OutboxRow): Promise<Error | null> {
    if (!this.parts.isConnected) return null;
    const taskId = String(payload['taskId']);
    try {
      if (payload['errand'] === 'take-back') await this.takeBack(taskId);
      else await this.submit(String(payload['dossierId']) as DossierId, taskId, Number(payload['seq']));
      return null;
    } catch (error) {
      if (!(error instanceof DocumentManagementFailure))
        return error instanceof Error ? error : new Error(String(error));
      await this.parts.rows.inTrouble(taskId, error.message);
      return error.isPassing ? new DestinationUnavailable(this.destination, error) : error;
    }
  }

  private async takeBack(taskId: string): Promise<void> {
    const { rows, system, clock } = this.parts;
    const known = await rows.byTask(taskId);
    if (known === null) return;
    await rows.end(taskId, 'taken-back', clock.iso());
    // Also when we never heard that it arrived: the reply may be all that was lost.
    await system.takeBack(taskId);
  }

  private async submit(dossierId: DossierId, taskId: string, revision: number): Promise<void> {
    const { dossiers, procedures, printing, rows, system, clock } = this.parts;
    const state = (await dossiers.load(dossierId))?.state;
    const task = state?.tasks.find((each) => each.taskId === taskId);
    const known = await rows.byTask(taskId);
    if (!state || !task || known?.ended != null || (known?.handedRevision ?? -1) >= revision) return;
    const procedure = await procedures.version(state.procedure.code, state.procedure.version);
    const declared = procedure.outgoing.find((each) => each.task === task.nodeId);
    const event = (await dossiers.events(dossierId)).find(({ seq }) => seq === revision);
    if (!declared || !event) throw new Error('a document that its package does not name');
    const { document, abstract } = declared;
    const paper = await printing.execute(state, { document, abstract, seq: revision, at: event.occurredAt });
    const draft = { ...paper.file, fileName: paper.fileName };
    await rows.begin(
      {
        taskId: task.taskId,
        dossierId,
        ownerParty: state.people.owner,
        unitId: state.units.competent,
        nodeId: task.nodeId,
        revision,
        draft,
      },
      clock.iso(),
    );
    // The file itself lies outside the vault, so its reading is written down before it is opened.
    await this.parts.readings.note([state.people.owner], 'documents');
    await system.putDraft(taskId, draft, await this.parts.files.open(draft.sha256));
    const { name } = procedure.entry;
    const step = await this.draftOf(state, declared, paper);
    const { externalCode } = await system.submit({
      ...step,
      taskId,
      revision,
      procedure: { code: procedure.code, name: name.vi },
    });
    const now = clock.now();
    const lookAt = new Date(now.getTime() + lookAfterMs).toISOString();
    await rows.handedOver(taskId, { revision, externalCode, at: now.toISOString(), lookAt });
  }

  private async draftOf(
    state: DossierState,
    { kind, symbol, basis }: OutgoingDefinition,
    { file, fileName, abstract, signer }: DraftPaper,
  ): Promise<Omit<DraftToSubmit, 'taskId' | 'revision' | 'procedure'>> {
    const unit = (await this.parts.units.tree()).find(state.units.competent);
    return {
      dossierCode: state.code ?? state.transactionCode,
      kind,
      symbol,
      abstract,
      basis: basis.citation,
      dueAt: state.due?.dueAt ?? null,
      unit: { code: unit?.agencyIdentifier ?? null, name: unit?.name ?? '' },
      signer,
      draft: { ...file, fileName },
    };
  }
}
