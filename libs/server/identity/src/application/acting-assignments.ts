import { Injectable } from '@nestjs/common';
import type { AssignmentId, PartyId, Role, UnitId } from '@mocua/contract';
import { Clock } from '@mocua/server/kernel';
import type { Assignment } from '../domain/assignment';
import { AssignmentStore } from '../persistence/assignment.store';

/**
 * The assignments officers may act under. An assignment counts on a day when it and its unit are valid, it is not
 * revoked, and, for one that stands in for another, the other is valid too.
 */
@Injectable()
export class ActingAssignments {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly clock: Clock,
  ) {}

  /** All assignments of a person on a date (default: today), own ones first. */
  async of(partyId: PartyId, date: string = this.clock.today()): Promise<readonly Assignment[]> {
    return this.assignments.validOf(partyId, date);
  }

  /** One assignment whatever its validity, for showing who acted in the past. */
  async find(assignmentId: AssignmentId): Promise<Assignment | null> {
    return this.assignments.find(assignmentId);
  }

  /** Who holds a role directly in a unit on a date. */
  async holdersOf(
    unitId: UnitId,
    role: Role,
    date: string = this.clock.today(),
  ): Promise<readonly Assignment[]> {
    return this.assignments.holdersOf(unitId, role, date);
  }
}
