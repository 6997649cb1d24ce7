import { Injectable } from '@nestjs/common';
import type { AgencyScope, PartyId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { AgencyClient } from '../domain/agency-client';

interface Row extends Record<string, unknown>, AgencyClient {}

const columns = `c.client_id AS "clientId", c.name, c.agency, c.state, c.scopes, c.procedure_codes AS "procedureCodes",
  c.registered_at AS "registeredAt", c.last_used_at AS "lastUsedAt",
  (SELECT max(s.ends_at) FROM provider.client_secrets s WHERE s.client_id = c.client_id) AS "formerSecretUntil"`;

/** Where a page of systems ends. */
export interface ClientPosition {
  /** ISO instant. */
  readonly at: string;
  readonly clientId: string;
}

export interface ClientWish {
  readonly name: string;
  readonly agency: string;
  readonly scopes: readonly AgencyScope[];
  readonly procedureCodes: readonly string[];
}

/** Systems of other agencies; of their secrets only hashes are kept. */
@Injectable()
export class ClientStore {
  constructor(private readonly database: Database) {}

  /** Newest first, below a position. */
  page(from: ClientPosition | null, limit: number): Promise<AgencyClient[]> {
    return this.database.query<Row>(
      `SELECT ${columns} FROM provider.clients c
        WHERE $1::timestamptz IS NULL OR (c.registered_at, c.client_id) < ($1, $2)
        ORDER BY c.registered_at DESC, c.client_id DESC LIMIT $3`,
      [from?.at ?? null, from?.clientId ?? '', limit],
      'agency-clients-page',
    );
  }

  find(clientId: string): Promise<AgencyClient | null> {
    return this.database.one<Row>(`SELECT ${columns} FROM provider.clients c WHERE c.client_id = $1`, [
      clientId,
    ]);
  }

  /** Hashes of the secrets that count now; none for a system that is unknown or revoked. */
  async secretsOf(
    clientId: string,
    now: Date,
  ): Promise<{ readonly scopes: readonly AgencyScope[]; readonly hashes: readonly Buffer[] }> {
    const rows = await this.database.query<{ scopes: AgencyScope[]; hash: Buffer }>(
      `SELECT c.scopes, s.secret_hash AS hash FROM provider.clients c JOIN provider.client_secrets s USING (client_id)
        WHERE c.client_id = $1 AND c.state = 'active' AND (s.ends_at IS NULL OR s.ends_at > $2)`,
      [clientId, now],
      'agency-secrets',
    );
    return { scopes: rows[0]?.scopes ?? [], hashes: rows.map((row) => row.hash) };
  }

  async insert(
    clientId: string,
    { name, agency, scopes, procedureCodes }: ClientWish,
    registration: { readonly secretHash: Buffer; readonly by: PartyId; readonly now: Date },
  ): Promise<void> {
    const { secretHash, by, now } = registration;
    await this.database.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO provider.clients (client_id, name, agency, scopes, procedure_codes, registered_by, registered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [clientId, name, agency, scopes, procedureCodes, by, now],
      );
      await addSecret(tx, clientId, secretHash, now);
    });
  }

  async change(clientId: string, { name, agency, scopes, procedureCodes }: ClientWish): Promise<void> {
    await this.database.query(
      `UPDATE provider.clients SET name = $2, agency = $3, scopes = $4, procedure_codes = $5 WHERE client_id = $1`,
      [clientId, name, agency, scopes, procedureCodes],
    );
  }

  /** Adds a secret; former ones end at `formerUntil`, or now together with all tokens. */
  async rotate(
    clientId: string,
    secretHash: Buffer,
    { formerUntil, now }: { readonly formerUntil: Date | null; readonly now: Date },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (formerUntil === null) await dropAccess(tx, clientId);
      else {
        // Only the secret before this one goes on; whatever was on its way out already ends.
        await tx.query('DELETE FROM provider.client_secrets WHERE client_id = $1 AND ends_at IS NOT NULL', [
          clientId,
        ]);
        await tx.query('UPDATE provider.client_secrets SET ends_at = $2 WHERE client_id = $1', [
          clientId,
          formerUntil,
        ]);
      }
      await addSecret(tx, clientId, secretHash, now);
    });
  }

  async revoke(clientId: string, now: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      await dropAccess(tx, clientId);
      await tx.query(
        `UPDATE provider.clients SET state = 'revoked', revoked_at = coalesce(revoked_at, $2) WHERE client_id = $1`,
        [clientId, now],
      );
      await tx.query(
        `UPDATE provider.subscriptions SET state = 'ended', end_reason = 'officer', ended_at = $2
          WHERE client_id = $1 AND state = 'active'`,
        [clientId, now],
      );
    });
  }
}

async function addSecret(tx: SqlExecutor, clientId: string, secretHash: Buffer, now: Date): Promise<void> {
  await tx.query(
    'INSERT INTO provider.client_secrets (client_id, secret_hash, created_at) VALUES ($1, $2, $3)',
    [clientId, secretHash, now],
  );
}

async function dropAccess(tx: SqlExecutor, clientId: string): Promise<void> {
  await tx.query('DELETE FROM provider.client_secrets WHERE client_id = $1', [clientId]);
  await tx.query('DELETE FROM provider.access_tokens WHERE client_id = $1', [clientId]);
}
