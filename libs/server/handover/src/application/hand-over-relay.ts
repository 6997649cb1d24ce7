import type { DossierId, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import {
  type ChunkOutcome,
  DestinationUnavailable,
  OutboxChunkHandler,
  type OutboxRow,
} from '@mocua/server/kernel';
import type { Reader } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import type { HandoverLedger, HandoverRecord } from '../persistence/handover-ledger';
import { HandoverFailure } from '../ports';
import type { OurParts } from './our-side';

/** How long after a hand-over the system is asked when it has said nothing. */
export const lookAfterMs = 5 * 60_000;

/** An open step that the system does not have yet, or not in this revision. */
export interface StepToGive {
  readonly state: DossierState;
  readonly procedure: PublishedProcedure;
  readonly taskId: TaskId;
  readonly nodeId: string;
  /** Version of the dossier: the same for every attempt; a later one replaces what the system has. */
  readonly revision: number;
}

/**
 * Hands steps over to one system, or takes them back, in the order of the dossier. What is handed over is read when it leaves; a step
 * that is not open any more is not handed over. While the system does not answer it rests, and no message loses an attempt.
 */
export abstract class HandOverRelay<
  Row extends HandoverRecord,
  Kind extends string,
> extends OutboxChunkHandler {
  override readonly chunkSize = 1;
  override readonly concurrency = 4;

  constructor(
    protected readonly ours: OurParts,
    private readonly ledger: HandoverLedger<Row, Kind>,
    /** Who reads what is handed over; the person finds it among the readings of their data. */
    private readonly reader: Reader,
  ) {
    super();
  }

  override async deliverChunk(rows: readonly OutboxRow[]): Promise<ChunkOutcome> {
    const outcome = new Map<string, Error | null>();
    for (const row of rows) {
      // Chunks run side by side, and what each reads is read for its own dossier.
      const work = () => this.deliver(row);
      const scope = { reader: this.reader, purpose: 'synchronisation' } as const;
      outcome.set(row.id, await this.ours.access.run(scope, work));
    }
    return outcome;
  }

  /** Notes what leaves and gives it to the system. Asks for nothing twice. @returns the code of the step over there */
  protected abstract give(step: StepToGive): Promise<{ readonly externalCode: string }>;

  protected abstract takeBackThere(taskId: string): Promise<void>;

  private async deliver({ payload }: OutboxRow): Promise<Error | null> {
    const taskId = String(payload['taskId']);
    try {
      if (payload['errand'] === 'take-back') await this.takeBack(taskId);
      else await this.handOver(String(payload['dossierId']) as DossierId, taskId, Number(payload['seq']));
      return null;
    } catch (error) {
      if (!(error instanceof HandoverFailure))
        return error instanceof Error ? error : new Error(String(error));
      await this.ledger.inTrouble(taskId, error.message);
      return error.isPassing ? new DestinationUnavailable(this.destination, error) : error;
    }
  }

  private async takeBack(taskId: string): Promise<void> {
    if ((await this.ledger.byTask(taskId)) === null) return;
    await this.ledger.end(taskId, 'taken-back', this.ours.clock.iso());
    // Also when we never heard that it arrived: the reply may be all that was lost.
    await this.takeBackThere(taskId);
  }

  private async handOver(dossierId: DossierId, id: string, revision: number): Promise<void> {
    const { dossiers, procedures, clock } = this.ours;
    const state = (await dossiers.load(dossierId))?.state;
    const task = state?.tasks.find(({ taskId }) => taskId === id);
    const known = await this.ledger.byTask(id);
    if (!state || !task || known?.ended != null || (known?.handedRevision ?? -1) >= revision) return;
    const procedure = await procedures.version(state.procedure.code, state.procedure.version);
    const { taskId, nodeId } = task;
    const { externalCode } = await this.give({ state, procedure, taskId, nodeId, revision });
    const now = clock.now();
    const lookAt = new Date(now.getTime() + lookAfterMs).toISOString();
    await this.ledger.handedOver(taskId, { revision, externalCode, at: now.toISOString(), lookAt });
  }
}
