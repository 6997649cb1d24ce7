import { Injectable } from '@nestjs/common';
import type { AssignmentId, PartyId, Role, UnitId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { Assignment, SigningCapacity } from '../domain/assignment';

interface AssignmentRow {
  assignment_id: AssignmentId;
  party_id: PartyId;
  unit_id: UnitId;
  role: Role;
  signing_capacity: SigningCapacity | null;
  title: string;
  delegated_from: AssignmentId | null;
  delegator_id: PartyId | null;
  ground: string;
  valid_from: string;
  valid_to: string | null;
}

const columns = `a.assignment_id, a.party_id, a.unit_id, a.role, a.signing_capacity, a.title, a.delegated_from,
  d.party_id AS delegator_id, a.ground, a.valid_from::text, a.valid_to::text`;

const tables = `identity.assignments a
  JOIN identity.units u USING (unit_id)
  LEFT JOIN identity.assignments d ON d.assignment_id = a.delegated_from`;

/**
 * Condition that assignment `a` in unit `u`, delegated from `d`, counts on a date. One text for lists and for the
 * authenticator, so that what is offered and what is accepted cannot differ.
 */
export function assignmentCounts(date: string): string {
  return `(a.revoked_at IS NULL AND ${date} BETWEEN a.valid_from AND COALESCE(a.valid_to, 'infinity')
    AND ${date} BETWEEN u.valid_from AND COALESCE(u.valid_to, 'infinity')
    AND (a.delegated_from IS NULL OR (d.revoked_at IS NULL
      AND ${date} BETWEEN d.valid_from AND COALESCE(d.valid_to, 'infinity'))))`;
}

@Injectable()
export class AssignmentStore {
  constructor(private readonly database: Database) {}

  async validOf(partyId: PartyId, date: string): Promise<readonly Assignment[]> {
    const rows = await this.database.query<AssignmentRow>(
      `SELECT ${columns} FROM ${tables}
       WHERE a.party_id = $1 AND ${assignmentCounts('$2::date')}
       ORDER BY a.delegated_from IS NOT NULL, a.valid_from, a.assignment_id`,
      [partyId, date],
      'assignments-of-party',
    );
    return rows.map(toAssignment);
  }

  async find(assignmentId: AssignmentId): Promise<Assignment | null> {
    const row = await this.database.one<AssignmentRow>(
      `SELECT ${columns} FROM ${tables} WHERE a.assignment_id = $1`,
      [assignmentId],
      'assignment-by-id',
    );
    return row === null ? null : toAssignment(row);
  }

  async holdersOf(unitId: UnitId, role: Role, date: string): Promise<readonly Assignment[]> {
    const rows = await this.database.query<AssignmentRow>(
      `SELECT ${columns} FROM ${tables}
       WHERE a.unit_id = $1 AND a.role = $2 AND ${assignmentCounts('$3::date')}
       ORDER BY a.delegated_from IS NOT NULL, a.valid_from, a.assignment_id`,
      [unitId, role, date],
      'assignment-holders',
    );
    return rows.map(toAssignment);
  }

  /** Inserts an assignment; an id that exists is left as it is. */
  async insert(tx: SqlExecutor, assignment: Assignment, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.assignments (assignment_id, party_id, unit_id, role, signing_capacity, title,
         delegated_from, ground, valid_from, valid_to, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (assignment_id) DO NOTHING`,
      [
        assignment.assignmentId,
        assignment.partyId,
        assignment.unitId,
        assignment.role,
        assignment.signingCapacity,
        assignment.title,
        assignment.delegatedFrom?.assignmentId ?? null,
        assignment.ground,
        assignment.validFrom,
        assignment.validTo,
        now,
      ],
    );
  }

  /** Ends an assignment at once; what hangs on it by delegation ends with it. */
  async revoke(tx: SqlExecutor, assignmentId: AssignmentId, now: Date): Promise<void> {
    await tx.query(
      'UPDATE identity.assignments SET revoked_at = $2 WHERE assignment_id = $1 AND revoked_at IS NULL',
      [assignmentId, now],
    );
  }
}

function toAssignment(row: AssignmentRow): Assignment {
  const delegated = row.delegated_from !== null && row.delegator_id !== null;
  return {
    assignmentId: row.assignment_id,
    partyId: row.party_id,
    unitId: row.unit_id,
    role: row.role,
    signingCapacity: row.signing_capacity,
    title: row.title,
    delegatedFrom: delegated
      ? { assignmentId: row.delegated_from as AssignmentId, partyId: row.delegator_id as PartyId }
      : null,
    ground: row.ground,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
