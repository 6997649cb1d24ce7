import { Injectable } from '@nestjs/common';
import type { AssignmentId } from '@mocua/contract';
import { Clock, Database, problem } from '@mocua/server/kernel';
import type { Assignment } from '../domain/assignment';
import { AssignmentStore } from '../persistence/assignment.store';
import { UnitDirectory } from './unit-directory';

/** Gives a person a role in a unit for a time, or lets them stand in for somebody; takes it away again. */
@Injectable()
export class GiveAssignment {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly units: UnitDirectory,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A stand-in gets exactly the unit, role and signing capacity of the assignment they stand in for, and cannot pass it
   * on; the law wants delegation in writing, so the ground must not be empty.
   *
   * @throws Problem `unit.not-found`, `session.forbidden` for a delegation that the source does not allow
   */
  async execute(assignment: Assignment): Promise<void> {
    await this.units.get(assignment.unitId);
    if (assignment.delegatedFrom !== null)
      await this.assertDelegable(assignment, assignment.delegatedFrom.assignmentId);
    await this.database.transaction((tx) => this.assignments.insert(tx, assignment, this.clock.now()));
  }

  /** Ends an assignment at once, and with it what was delegated from it. */
  async revoke(assignmentId: AssignmentId): Promise<void> {
    await this.assignments.revoke(this.database, assignmentId, this.clock.now());
  }

  private async assertDelegable(wish: Assignment, sourceId: AssignmentId): Promise<void> {
    const source = await this.assignments.find(sourceId);
    const sameWork =
      source !== null &&
      source.delegatedFrom === null &&
      source.partyId !== wish.partyId &&
      source.unitId === wish.unitId &&
      source.role === wish.role;
    if (!sameWork || wish.validTo === null || wish.ground.trim() === '') throw problem('session.forbidden');
  }
}
