import { Injectable } from '@nestjs/common';
import type { AgencyScope } from '@mocua/contract';
import { type AgencyActor, Database } from '@mocua/server/kernel';

interface Row extends Record<string, unknown> {
  readonly clientId: string;
  readonly agency: string;
  readonly scopes: AgencyScope[];
  readonly procedureCodes: string[];
}

/** Access tokens by their hashes. What a system may do is read with every request, so a change counts at once. */
@Injectable()
export class TokenStore {
  constructor(private readonly database: Database) {}

  /** Also notes that the system is in use. */
  async insert(token: {
    readonly hash: Buffer;
    readonly clientId: string;
    readonly scopes: readonly AgencyScope[];
    readonly expiresAt: Date;
    readonly now: Date;
  }): Promise<void> {
    await this.database.query(
      `WITH used AS (UPDATE provider.clients SET last_used_at = $5 WHERE client_id = $2 AND state = 'active' RETURNING client_id)
       INSERT INTO provider.access_tokens (token_hash, client_id, scopes, expires_at)
       SELECT $1, client_id, $3, $4 FROM used`,
      [token.hash, token.clientId, token.scopes, token.expiresAt, token.now],
    );
  }

  /** Scopes are those of the token which the system still has. */
  async find(hash: Buffer, now: Date): Promise<AgencyActor | null> {
    const row = await this.database.one<Row>(
      `SELECT c.client_id AS "clientId", c.agency, c.procedure_codes AS "procedureCodes",
              ARRAY(SELECT unnest(t.scopes) INTERSECT SELECT unnest(c.scopes)) AS scopes
         FROM provider.access_tokens t JOIN provider.clients c USING (client_id)
        WHERE t.token_hash = $1 AND t.expires_at > $2 AND c.state = 'active'`,
      [hash, now],
      'agency-by-token',
    );
    return row === null ? null : { kind: 'agency', ...row };
  }

  async deleteExpired(now: Date): Promise<void> {
    await this.database.query('DELETE FROM provider.access_tokens WHERE expires_at <= $1', [now]);
  }
}
