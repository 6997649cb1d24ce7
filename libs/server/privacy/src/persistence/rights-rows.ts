import { Injectable } from '@nestjs/common';
import { Database, type OutboxMessage, type SqlExecutor, writeOutbox } from '@mocua/server/kernel';
import type { RightsChange, RightsRequest, RightsStep } from '../domain/rights-request';

type Row<T> = T & Record<string, unknown>;
const columns = `request_id AS "requestId", code, party_id AS "partyId", filed_by AS "filedBy", kind, state, version,
  details_value_id AS "detailsValueId", answer_value_id AS "answerValueId", filed_at AS "filedAt",
  acknowledge_by AS "acknowledgeBy", acknowledged_at AS "acknowledgedAt", due_at AS "dueAt", extended,
  rules_version AS "rulesVersion", ground, decided_at AS "decidedAt"`;

/** Requests about personal data and the steps they took. */
@Injectable()
export class RightsRows {
  constructor(private readonly database: Database) {}

  /** Returns whether the request is new; one with the same id stays as it is. Only a new one is told. */
  async insert(
    request: RightsRequest,
    step: RightsStep,
    notices: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const isNew = await insertRequest(tx, request, step);
      if (isNew) await writeOutbox(tx, notices);
      return isNew;
    });
  }

  /** Makes one step when the version is still the expected one, and has it told. Returns whether it was. */
  async change(
    before: RightsRequest,
    change: RightsChange,
    step: RightsStep,
    notices: readonly OutboxMessage[],
  ): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const done = await changeRequest(tx, before, change, step);
      if (done) await writeOutbox(tx, notices);
      return done;
    });
  }

  find(requestId: string): Promise<RightsRequest | null> {
    return this.database.one<Row<RightsRequest>>(
      `SELECT ${columns} FROM personal_data.rights_requests WHERE request_id = $1`,
      [requestId],
    );
  }

  of(partyId: string, limit = 50): Promise<RightsRequest[]> {
    return this.database.query<Row<RightsRequest>>(
      `SELECT ${columns} FROM personal_data.rights_requests WHERE party_id = $1
       ORDER BY filed_at DESC, request_id DESC LIMIT $2`,
      [partyId, limit],
    );
  }

  /** Open requests by due date. */
  open(from: { at: string; id: string } | null, limit: number): Promise<RightsRequest[]> {
    return this.database.query<Row<RightsRequest>>(
      `SELECT ${columns} FROM personal_data.rights_requests
       WHERE state IN ('filed', 'acknowledged') AND (due_at, request_id) > ($1::timestamptz, $2::uuid)
       ORDER BY due_at, request_id LIMIT $3`,
      [from?.at ?? '-infinity', from?.id ?? '00000000-0000-0000-0000-000000000000', limit],
    );
  }

  /** Closed requests, the last one first. */
  closed(from: { at: string; id: string } | null, limit: number): Promise<RightsRequest[]> {
    return this.database.query<Row<RightsRequest>>(
      `SELECT ${columns} FROM personal_data.rights_requests
       WHERE state NOT IN ('filed', 'acknowledged') AND (decided_at, request_id) < ($1::timestamptz, $2::uuid)
       ORDER BY decided_at DESC, request_id DESC LIMIT $3`,
      [from?.at ?? 'infinity', from?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', limit],
    );
  }

  async steps(requestIds: readonly string[]): Promise<Map<string, RightsStep[]>> {
    const rows = await this.database.query<Row<RightsStep & { requestId: string }>>(
      `SELECT request_id AS "requestId", step, actor_kind AS "actorKind", actor_id AS "actorId",
         actor_label AS "actorLabel", note_value_id AS "noteValueId", at
       FROM personal_data.rights_steps WHERE request_id = ANY($1::uuid[]) ORDER BY request_id, seq`,
      [requestIds],
    );
    const steps = new Map<string, RightsStep[]>();
    for (const row of rows) steps.set(row.requestId, [...(steps.get(row.requestId) ?? []), row]);
    return steps;
  }
}

async function insertRequest(sql: SqlExecutor, request: RightsRequest, step: RightsStep): Promise<boolean> {
  const row = await sql.one(
    `WITH request AS (
         INSERT INTO personal_data.rights_requests (request_id, code, party_id, filed_by, kind, state, version,
           details_value_id, filed_at, acknowledge_by, due_at, rules_version)
         VALUES ($1, $2, $3, $4, $5, 'filed', 1, $6, $7, $8, $9, $10)
         ON CONFLICT (request_id) DO NOTHING RETURNING request_id
       ), step AS (
         INSERT INTO personal_data.rights_steps (request_id, seq, step, actor_kind, actor_id, actor_label, at)
         SELECT request_id, 1, 'filed', $11, $12, $13, $7 FROM request
       ) SELECT request_id FROM request`,
    [
      request.requestId,
      request.code,
      request.partyId,
      request.filedBy,
      request.kind,
      request.detailsValueId,
      request.filedAt,
      request.acknowledgeBy,
      request.dueAt,
      request.rulesVersion,
      step.actorKind,
      step.actorId,
      step.actorLabel,
    ],
  );
  return row !== null;
}

async function changeRequest(
  sql: SqlExecutor,
  before: RightsRequest,
  change: RightsChange,
  step: RightsStep,
): Promise<boolean> {
  const after = { ...before, ...change };
  const row = await sql.one(
    `WITH request AS (
         UPDATE personal_data.rights_requests SET version = version + 1, state = $3, answer_value_id = $4,
           acknowledged_at = $5, due_at = $6, extended = $7, ground = $8, decided_at = $9
         WHERE request_id = $1 AND version = $2 RETURNING request_id, version
       ), step AS (
         INSERT INTO personal_data.rights_steps (request_id, seq, step, actor_kind, actor_id, actor_label, note_value_id, at)
         SELECT request_id, version, $10, $11, $12, $13, $14, $15 FROM request
       ) SELECT request_id FROM request`,
    [
      before.requestId,
      before.version,
      after.state,
      after.answerValueId,
      after.acknowledgedAt,
      after.dueAt,
      after.extended,
      after.ground,
      after.decidedAt,
      step.step,
      step.actorKind,
      step.actorId,
      step.actorLabel,
      step.noteValueId,
      step.at,
    ],
  );
  return row !== null;
}
