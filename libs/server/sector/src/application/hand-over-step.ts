import type { Answers, DossierId } from '@mocua/contract';
import { type DossierStream, sectorDestination } from '@mocua/server/dossier';
import type { DossierState } from '@mocua/engine/dossier';
import type { FileStore } from '@mocua/server/document';
import {
  type ChunkOutcome,
  type Clock,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import type { AccessScope, Reader, Readings, SubjectVault } from '@mocua/server/personal-data';
import type { HandoverDefinition, PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import type { HandoverRows } from '../persistence/handover-rows';
import { type HandedFile, SectorFailure, type SectorSystems, type StepToHandOver } from '../ports';

/** How long after a hand-over the system is asked when it has said nothing. */
export const lookAfterMs = 5 * 60_000;

/** Who reads what is handed over; the person finds it among the readings of their data. */
export const sectorReader: Reader = {
  kind: 'system',
  id: 'sector-systems',
  label: 'Hệ thống chuyển hồ sơ cho hệ thống chuyên ngành',
};

export interface HandOverParts {
  readonly dossiers: DossierStream;
  readonly procedures: PublishedProcedures;
  readonly vault: SubjectVault;
  readonly readings: Readings;
  readonly access: AccessScope;
  readonly files: FileStore;
  readonly rows: HandoverRows;
  readonly systems: SectorSystems;
  readonly clock: Clock;
}

/**
 * Hands steps over to one sector system, or takes them back, in the order of the dossier. What is handed over is read when it
 * leaves, exactly as the package declares it; a step that is not open any more is not handed over. A system that does not
 * answer rests, and no message loses an attempt.
 */
export class HandOverStep extends OutboxChunkHandler {
  override readonly chunkSize = 1;
  override readonly concurrency = 4;
  override readonly destination: string;

  constructor(
    private readonly system: string,
    private readonly parts: HandOverParts,
  ) {
    super();
    this.destination = sectorDestination(system);
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) {
      // Chunks run side by side, and what each reads is read for its own dossier.
      const work = () => this.deliver(row);
      outcome.set(
        row.id,
        await this.parts.access.run({ reader: sectorReader, purpose: 'synchronisation' }, work),
      );
    }
    return outcome;
  }

  private async deliver({ payload }: OutboxRow): Promise<Error | null> {
    const taskId = String(payload['taskId']);
    try {
      if (payload['errand'] === 'take-back') await this.takeBack(taskId);
      else await this.handOver(String(payload['dossierId']) as DossierId, taskId, Number(payload['seq']));
      return null;
    } catch (error) {
      if (!(error instanceof SectorFailure)) return error instanceof Error ? error : new Error(String(error));
      await this.parts.rows.inTrouble(taskId, error.message);
      return error.isPassing ? new DestinationUnavailable(this.destination, error) : error;
    }
  }

  private async takeBack(taskId: string): Promise<void> {
    const { rows, systems, clock } = this.parts;
    const known = await rows.byTask(taskId);
    if (known === null) return;
    await rows.end(taskId, 'taken-back', clock.iso());
    // Also when we never heard that it arrived: the reply may be all that was lost.
    await systems.takeBack(this.system, taskId);
  }

  private async handOver(dossierId: DossierId, taskId: string, revision: number): Promise<void> {
    const { dossiers, procedures, rows, systems, clock } = this.parts;
    const state = (await dossiers.load(dossierId))?.state;
    const task = state?.tasks.find((each) => each.taskId === taskId);
    const known = await rows.byTask(taskId);
    if (!state || !task || known?.ended != null || (known?.handedRevision ?? -1) >= revision) return;
    const procedure = await procedures.version(state.procedure.code, state.procedure.version);
    const declared = procedure.handovers.find((each) => each.task === task.nodeId);
    if (declared?.system !== this.system)
      throw new Error('a step of a system that its package does not name');
    const files = await this.filesOf(state, declared);
    await rows.begin(
      {
        taskId: task.taskId,
        dossierId,
        ownerParty: state.people.owner,
        nodeId: task.nodeId,
        system: this.system,
        revision,
        answers: declared.answers,
        files: files.map(({ componentCode, sha256 }) => ({ componentCode, sha256 })),
      },
      clock.iso(),
    );
    const step = await this.stepOf(state, procedure, declared, { taskId, revision, files });
    for (const file of files)
      await systems.putFile(this.system, taskId, file, await this.parts.files.open(file.sha256));
    const { externalCode } = await systems.handOver(step);
    const now = clock.now();
    await rows.handedOver(taskId, {
      revision,
      externalCode,
      at: now.toISOString(),
      lookAt: new Date(now.getTime() + lookAfterMs).toISOString(),
    });
  }

  private async filesOf(state: DossierState, declared: HandoverDefinition): Promise<readonly HandedFile[]> {
    const chosen = state.attachments.filter(({ componentCode }) =>
      declared.components.includes(componentCode),
    );
    if (chosen.length === 0) return [];
    // The file itself lies outside the vault, so its reading is written down before it is opened.
    await this.parts.readings.note([state.people.owner], 'papers');
    const names = await this.parts.vault.openMany(chosen.map(({ name }) => name.valueId));
    return chosen.map(({ componentCode, mediaType, size, sha256, name }) => {
      const opened = names.get(name.valueId);
      const fileName = opened && !opened.erased && typeof opened.value === 'string' ? opened.value : 'tep';
      return { componentCode, mediaType, size, sha256, fileName };
    });
  }

  private async stepOf(
    state: DossierState,
    procedure: PublishedProcedure,
    declared: HandoverDefinition,
    handed: Pick<StepToHandOver, 'taskId' | 'revision' | 'files'>,
  ): Promise<StepToHandOver> {
    const all: Answers = ((await this.parts.vault.open(state.answers.valueId)) ?? {}) as Answers;
    const node = procedure.process.nodes.find(({ id }) => id === declared.task);
    return {
      ...handed,
      system: this.system,
      dossierCode: state.code ?? state.transactionCode,
      procedure: { code: procedure.code, name: procedure.entry.name.vi },
      stepName: node?.name ?? '',
      purpose: declared.purpose.vi,
      basis: declared.basis.citation,
      dueAt: state.due?.dueAt ?? null,
      answers: Object.fromEntries(
        Object.entries(all).filter(([name, value]) => declared.answers.includes(name) && value !== null),
      ) as StepToHandOver['answers'],
    };
  }
}
