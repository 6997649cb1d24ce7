import type { TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { SectorException } from '@mocua/server/dossier';
import type { ActingAssignment, Clock } from '@mocua/server/kernel';
import type { SubjectVault } from '@mocua/server/personal-data';
import type { NewsContent } from '../domain/news';
import type { HandoverLedger, HandoverRecord } from '../persistence/handover-ledger';

/** A step of another system that an officer does here, and what the officer says about it. */
export interface StepDoneHere {
  readonly state: DossierState;
  readonly taskId: TaskId;
  readonly nodeId: string;
  readonly assignment: ActingAssignment;
  readonly said: NewsContent;
}

/** Makes the exception that is recorded in the commit of a step that was done here in place of another system. */
export class DoneHere<Row extends HandoverRecord, Kind extends string> {
  constructor(
    private readonly ledger: HandoverLedger<Row, Kind>,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
    /** Kind of sealed value. */
    private readonly sealedAs: string,
  ) {}

  async exceptionOf({ state, taskId, nodeId, assignment, said }: StepDoneHere): Promise<SectorException> {
    const sealed = await this.vault.seal(state.people.owner, this.sealedAs, { ...said });
    const { assignmentId, unitId } = assignment;
    const { dossierId } = state;
    const contentId = sealed.valueId;
    return {
      sealed: [sealed],
      note: async (tx) => {
        const at = this.clock.iso();
        const where = { taskId, dossierId, nodeId, assignmentId, unitId };
        await this.ledger.noteException(tx, { ...where, at, contentId });
        await this.ledger.end(taskId, 'by-hand', at, tx);
      },
    };
  }
}
