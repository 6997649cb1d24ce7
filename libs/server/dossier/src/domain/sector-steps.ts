import type { BodyOf, completeTask, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { ActingAssignment, SqlExecutor } from '@mocua/server/kernel';
import type { SealedValue } from '@mocua/server/personal-data';
import type { HandoverDefinition } from '@mocua/server/procedure';

/** The paper an officer enters the outcome of a sector system from, while the system itself does not say it. */
export type PaperOfSector = NonNullable<BodyOf<typeof completeTask>['byHand']>;

/** A step of a sector system that an officer wants to complete here. */
export interface StepByHand {
  readonly state: DossierState;
  readonly taskId: TaskId;
  readonly handover: HandoverDefinition;
  readonly assignment: ActingAssignment;
  readonly paper: PaperOfSector | null;
}

/** An exception that is recorded in the commit of the step. */
export interface SectorException {
  readonly sealed: readonly SealedValue[];
  note(tx: SqlExecutor): Promise<void>;
}

/** Steps that sector systems do, as far as commands on dossiers have to know. */
export abstract class SectorSteps {
  /**
   * Whether an officer may complete the step here. Null where the province has not connected the system: then the step is one
   * like any other.
   *
   * @throws Problem `task.with-sector-system` while it is the system's to do, `task.paper-needed` without a paper
   */
  abstract byHand(step: StepByHand): Promise<SectorException | null>;
}
