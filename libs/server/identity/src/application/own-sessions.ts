import { Injectable } from '@nestjs/common';
import type { listSessions, ResponseOf, SessionId } from '@mocua/contract';
import { type CitizenActor, Clock, Database } from '@mocua/server/kernel';
import { SessionPolicy } from '../domain/session-policy';
import { LoginEventStore } from '../persistence/login-event.store';
import { SessionStore } from '../persistence/session.store';

type OwnSession = ResponseOf<typeof listSessions>['items'][number];

/** Where a person is signed in, and the way out for somebody who finds a stranger there. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionStore,
    private readonly logins: LoginEventStore,
    private readonly policy: SessionPolicy,
    private readonly clock: Clock,
  ) {}

  /** The one that asks comes first, then the last used. A session that has run out is no longer one. */
  async list(actor: CitizenActor): Promise<OwnSession[]> {
    const rows = await this.database.query<{
      session_id: SessionId;
      created_at: Date;
      last_seen_at: Date;
      client: string | null;
    }>(
      `SELECT s.session_id, s.created_at, s.last_seen_at, e.client
         FROM identity.sessions s
         LEFT JOIN LATERAL (
           SELECT client FROM identity.login_events e
            WHERE e.party_id = s.party_id AND e.audience = s.audience AND e.outcome = 'signed-in' AND e.at = s.created_at
            LIMIT 1) e ON true
        WHERE s.party_id = $1 AND s.audience = 'citizen' AND s.ended_at IS NULL
        ORDER BY s.session_id = $2 DESC, s.last_seen_at DESC LIMIT 50`,
      [actor.partyId, actor.sessionId],
    );
    const now = this.clock.now();
    return rows
      .filter(
        (row) => !this.policy.hasExpired({ createdAt: row.created_at, lastSeenAt: row.last_seen_at }, now),
      )
      .map((row) => ({
        sessionId: row.session_id,
        client: row.client ?? '',
        startedAt: row.created_at.toISOString(),
        lastSeenAt: row.last_seen_at.toISOString(),
        current: row.session_id === actor.sessionId,
      }));
  }

  /** Ends one of the person's other sessions at once. One that is not theirs, or over, changes nothing. */
  async end(actor: CitizenActor, sessionId: SessionId, client: string): Promise<void> {
    const theirs = (await this.list(actor)).some(
      (session) => !session.current && session.sessionId === sessionId,
    );
    if (!theirs) return;
    const at = this.clock.now();
    await this.database.transaction(async (tx) => {
      if ((await this.sessions.end(tx, sessionId, 'revoked', at)) === null) return;
      const { partyId } = actor;
      await this.logins.append(
        { partyId, audience: 'citizen', method: 'vneid', outcome: 'signed-out', client, at },
        tx,
      );
    });
  }
}
