import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { Database, newId, type SqlExecutor } from '@mocua/server/kernel';
import type { SessionAudience } from './session.store';

export interface LoginEvent {
  /** Null when nobody could be recognised. */
  readonly partyId: PartyId | null;
  readonly audience: SessionAudience;
  readonly method: 'vneid' | 'sso' | 'device';
  readonly outcome: 'signed-in' | 'signed-out' | 'refused' | 'expired';
  readonly client: string;
  readonly at: Date;
}

/** How many entries a person sees of their history. */
const shown = 100;

/** Every attempt to sign in and every end of a session. */
@Injectable()
export class LoginEventStore {
  constructor(private readonly database: Database) {}

  async append(event: LoginEvent, executor: SqlExecutor = this.database): Promise<void> {
    await executor.query(
      `INSERT INTO identity.login_events (login_event_id, party_id, audience, method, outcome, client, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(event.at), event.partyId, event.audience, event.method, event.outcome, event.client, event.at],
    );
  }

  /** The person's history with one audience, newest first. */
  async of(
    partyId: PartyId,
    audience: SessionAudience,
  ): Promise<readonly Omit<LoginEvent, 'partyId' | 'audience'>[]> {
    return this.database.query<Pick<LoginEvent, 'method' | 'outcome' | 'client' | 'at'>>(
      `SELECT method, outcome, client, at FROM identity.login_events
       WHERE party_id = $1 AND audience = $2 ORDER BY at DESC, login_event_id DESC LIMIT $3`,
      [partyId, audience, shown],
    );
  }

  /** When the person signed in before the current session began; null for the first time. */
  async lastBefore(partyId: PartyId, audience: SessionAudience, before: Date): Promise<Date | null> {
    const row = await this.database.one<{ at: Date }>(
      `SELECT at FROM identity.login_events
       WHERE party_id = $1 AND audience = $2 AND outcome = 'signed-in' AND at < $3 ORDER BY at DESC LIMIT 1`,
      [partyId, audience, before],
    );
    return row?.at ?? null;
  }
}
