import type { Answers, DossierId, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { ActingAssignment } from '@mocua/server/kernel';
import type { OutgoingDefinition } from '@mocua/server/procedure';
import type { IssuedFile } from './result-signatures';
import type { SectorException } from './sector-steps';

/** A step of the document management system that an officer wants to complete here. */
export interface NumberedHere {
  readonly state: DossierState;
  readonly taskId: TaskId;
  readonly outgoing: OutgoingDefinition;
  readonly assignment: ActingAssignment;
  /** Why; null when nothing was said. */
  readonly reason: string | null;
  /** As they were entered in the form of the step; not checked yet. */
  readonly values: Answers;
}

/** Documents that the document management system signs, numbers and issues, as far as dossiers have to know. */
export abstract class DocumentSteps {
  /**
   * Whether an officer may give the number here. Null where the province has connected no such system: then the step is one like
   * any other.
   *
   * @throws Problem `task.with-document-system` while it is the system's to do, `task.reason-needed` without a reason
   */
  abstract byHand(step: NumberedHere): Promise<SectorException | null>;

  /** The file that the system issued as the decision of a completed dossier; null where the decision is printed here. */
  abstract issuedFor(state: DossierState): Promise<IssuedFile | null>;

  /** The dossier whose decision the system issued as a file with this SHA-256 (hex); null when there is none. */
  abstract dossierIssued(sha256: string): Promise<DossierId | null>;
}
