import { Injectable } from '@nestjs/common';
import type { AssignmentId, DeviceId, PartyId, Role, UnitId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { IdentityLevel } from '../domain/party';
import { assignmentCounts } from './assignment.store';
import { type RepresentationKind, representationCounts } from './representation.store';

export type SessionAudience = 'citizen' | 'officer';
export type SessionEnd = 'signed-out' | 'expired' | 'replaced' | 'revoked';

export interface Session {
  readonly sessionId: string;
  readonly audience: SessionAudience;
  readonly partyId: PartyId;
  readonly level: IdentityLevel | null;
  /** The kiosk this is a visit at; null anywhere else. */
  readonly deviceId: DeviceId | null;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** A session together with what the request claims to act as, already checked against the day. */
export interface SessionInUse extends Session {
  /** The asked-for assignment, when it is this person's and counts on the day. */
  readonly assignment: {
    readonly assignmentId: AssignmentId;
    readonly unitId: UnitId;
    readonly role: Role;
    readonly signingCapacity: string | null;
  } | null;
  /** Ground on which the asked-for party is represented on the day. */
  readonly ground: RepresentationKind | null;
}

interface SessionRow {
  session_id: string;
  audience: SessionAudience;
  party_id: PartyId;
  level: IdentityLevel | null;
  device_id: DeviceId | null;
  csrf_token: string;
  created_at: Date;
  last_seen_at: Date;
}
interface SessionInUseRow extends SessionRow {
  assignment_id: AssignmentId | null;
  unit_id: UnitId | null;
  role: Role | null;
  signing_capacity: string | null;
  ground: RepresentationKind | null;
}

/** What a request shows: the hash of its token and whom it wants to act as. */
export interface SessionQuery {
  readonly tokenHash: Buffer;
  readonly audience: SessionAudience;
  readonly assignmentId: string | null;
  readonly actingFor: string | null;
  /** Date in Vietnam. */
  readonly today: string;
}

@Injectable()
export class SessionStore {
  constructor(private readonly database: Database) {}

  /** Session, assignment and representation in one trip; this runs for every request. */
  async use(query: SessionQuery): Promise<SessionInUse | null> {
    const row = await this.database.one<SessionInUseRow>(
      `SELECT s.session_id, s.audience, s.party_id, s.level, s.device_id, s.csrf_token, s.created_at, s.last_seen_at,
              w.assignment_id, w.unit_id, w.role, w.signing_capacity, g.kind AS ground
       FROM identity.sessions s
       LEFT JOIN LATERAL (
         SELECT a.assignment_id, a.unit_id, a.role, a.signing_capacity
         FROM identity.assignments a JOIN identity.units u USING (unit_id)
         LEFT JOIN identity.assignments d ON d.assignment_id = a.delegated_from
         WHERE s.audience = 'officer' AND a.assignment_id = $3::uuid AND a.party_id = s.party_id
           AND ${assignmentCounts('$5::date')}
       ) w ON true
       LEFT JOIN LATERAL (
         SELECT r.kind FROM identity.representations r
         WHERE s.audience = 'citizen' AND r.representative_id = s.party_id AND r.represented_id = $4::uuid
           AND ${representationCounts('$5::date')}
         ORDER BY r.valid_from LIMIT 1
       ) g ON true
       WHERE s.token_hash = $1 AND s.audience = $2 AND s.ended_at IS NULL`,
      [query.tokenHash, query.audience, query.assignmentId, query.actingFor, query.today],
      'session-in-use',
    );
    return row === null ? null : toSessionInUse(row);
  }

  /** The session behind a token, without asking whom it acts as. */
  async find(tokenHash: Buffer, audience: SessionAudience): Promise<Session | null> {
    const row = await this.database.one<SessionRow>(
      `SELECT session_id, audience, party_id, level, device_id, csrf_token, created_at, last_seen_at
       FROM identity.sessions WHERE token_hash = $1 AND audience = $2 AND ended_at IS NULL`,
      [tokenHash, audience],
      'session-by-token',
    );
    return row === null ? null : toSession(row);
  }

  async insert(
    tx: SqlExecutor,
    session: Session,
    secrets: { tokenHash: Buffer; idTokenSealed: Buffer | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity.sessions (session_id, token_hash, audience, party_id, level, csrf_token, id_token_sealed,
         created_at, last_seen_at, device_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        session.sessionId,
        secrets.tokenHash,
        session.audience,
        session.partyId,
        session.level,
        session.csrfToken,
        secrets.idTokenSealed,
        session.createdAt,
        session.lastSeenAt,
        session.deviceId,
      ],
    );
  }

  async touch(sessionId: string, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE identity.sessions SET last_seen_at = $2 WHERE session_id = $1',
      [sessionId, now],
      'session-touch',
    );
  }

  /** Ends a session and gives back its sealed id token; null when it had ended already. */
  async end(
    executor: SqlExecutor | null,
    sessionId: string,
    reason: SessionEnd,
    now: Date,
  ): Promise<{ idTokenSealed: Buffer | null } | null> {
    const row = await (executor ?? this.database).one<{ id_token_sealed: Buffer | null }>(
      `WITH open AS (
         SELECT session_id, id_token_sealed FROM identity.sessions
         WHERE session_id = $1 AND ended_at IS NULL FOR UPDATE
       )
       UPDATE identity.sessions s SET ended_at = $3, end_reason = $2, id_token_sealed = NULL
       FROM open WHERE s.session_id = open.session_id
       RETURNING open.id_token_sealed`,
      [sessionId, reason, now],
    );
    return row === null ? null : { idTokenSealed: row.id_token_sealed };
  }

  /** Ends every open visit at a kiosk; returns whose they were. */
  async endAllAt(
    executor: SqlExecutor,
    deviceId: DeviceId,
    reason: SessionEnd,
    now: Date,
  ): Promise<readonly PartyId[]> {
    const rows = await executor.query<{ party_id: PartyId }>(
      `UPDATE identity.sessions SET ended_at = $3, end_reason = $2, id_token_sealed = NULL
       WHERE device_id = $1 AND ended_at IS NULL RETURNING party_id`,
      [deviceId, reason, now],
    );
    return rows.map((row) => row.party_id);
  }

  /** Ends every open session of a person, for example when an officer leaves; returns how many there were. */
  async endAllOf(
    executor: SqlExecutor,
    partyId: PartyId,
    audience: SessionAudience,
    now: Date,
  ): Promise<number> {
    const rows = await executor.query(
      `UPDATE identity.sessions SET ended_at = $3, end_reason = 'revoked', id_token_sealed = NULL
       WHERE party_id = $1 AND audience = $2 AND ended_at IS NULL RETURNING session_id`,
      [partyId, audience, now],
    );
    return rows.length;
  }
}

function toSession(row: SessionRow): Session {
  return {
    sessionId: row.session_id,
    audience: row.audience,
    partyId: row.party_id,
    level: row.level,
    deviceId: row.device_id,
    csrfToken: row.csrf_token,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}

function toSessionInUse(row: SessionInUseRow): SessionInUse {
  const { assignment_id: assignmentId, unit_id: unitId, role } = row;
  return {
    ...toSession(row),
    assignment:
      assignmentId === null || unitId === null || role === null
        ? null
        : { assignmentId, unitId, role, signingCapacity: row.signing_capacity },
    ground: row.ground,
  };
}
