import type { DocumentId, DossierId, PartyId, SignatureFault } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { Database, newId, type SqlExecutor, writeOutbox } from '@mocua/server/kernel';
import type { RequestState } from '../domain/signing-state';

/** Outbox rows of this destination are requests to be sent. */
export const signingDestination = 'signing';

/** A document that a person with a credential answers for. */
export interface ToBeSigned {
  readonly documentId: DocumentId;
  readonly dossierId: DossierId;
  readonly partyId: PartyId;
  readonly credentialId: string;
}

export interface SignatureRequest extends ToBeSigned {
  readonly transactionId: string;
  readonly attempt: number;
  readonly state: RequestState;
  readonly fault: SignatureFault | null;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  /** Fixed before the service is asked, with the certificate: a repeated request is the same to the last bit. */
  readonly signingTime: Date | null;
  readonly certificateSha256: string | null;
}

interface Row extends Record<string, unknown>, SignatureRequest {}

const columns = `transaction_id AS "transactionId", document_id AS "documentId", dossier_id AS "dossierId", attempt,
  party_id AS "partyId", credential_id AS "credentialId", state, fault, due_at AS "dueAt", settled_at AS "settledAt",
  signing_time AS "signingTime", certificate_sha256 AS "certificateSha256"`;

/** Pause before a request is looked at again although nobody called. */
const lookEverySeconds = 5;

/** Requests to sign; of one document at most one is open or signed. */
@Injectable()
export class SignatureRequests {
  constructor(private readonly database: Database) {}

  /** Notes a request and the message that asks for it; false when one is open or signed already. */
  async plan(tx: SqlExecutor, { documentId, dossierId, partyId, credentialId }: ToBeSigned, at: Date) {
    const transactionId = newId<string>(at);
    const rows = await tx.query(
      `INSERT INTO signing.requests (transaction_id, document_id, dossier_id, attempt, party_id, credential_id, state, due_at)
       SELECT $1, $2, $3, 1 + (SELECT count(*) FROM signing.requests WHERE document_id = $2), $4, $5, 'due', $6
       ON CONFLICT DO NOTHING RETURNING transaction_id`,
      [transactionId, documentId, dossierId, partyId, credentialId, at],
    );
    if (rows.length === 0) return false;
    await writeOutbox(tx, [
      { destination: signingDestination, lane: documentId, payload: { transactionId } },
    ]);
    return true;
  }

  async byId(transactionId: string): Promise<SignatureRequest | null> {
    return this.database.one<Row>(`SELECT ${columns} FROM signing.requests WHERE transaction_id = $1`, [
      transactionId,
    ]);
  }

  /** The newest request of each document. */
  async latestOf(documentIds: readonly string[]): Promise<readonly SignatureRequest[]> {
    return this.database.query<Row>(
      `SELECT DISTINCT ON (document_id) ${columns} FROM signing.requests WHERE document_id = ANY($1::uuid[])
        ORDER BY document_id, attempt DESC`,
      [documentIds],
    );
  }

  /** Fixes time and certificate of what is going to be asked for. */
  async fix(transactionId: string, signingTime: Date, certificateSha256: string): Promise<void> {
    await this.database.query(
      `UPDATE signing.requests SET signing_time = $2, certificate_sha256 = $3
        WHERE transaction_id = $1 AND state = 'due' AND signing_time IS NULL`,
      [transactionId, signingTime, certificateSha256],
    );
  }

  async asked(transactionId: string, at: Date): Promise<void> {
    await this.database.query(
      `UPDATE signing.requests SET state = 'waiting', look_at = $2::timestamptz + make_interval(secs => $3)
        WHERE transaction_id = $1 AND state = 'due'`,
      [transactionId, at, lookEverySeconds],
    );
  }

  /** Ends an open request; false when it was ended before. */
  async settle(
    sql: SqlExecutor,
    transactionId: string,
    state: RequestState,
    fault: SignatureFault | null,
    at: Date,
  ): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE signing.requests SET state = $2, fault = $3, settled_at = $4
        WHERE transaction_id = $1 AND state IN ('due', 'waiting') RETURNING transaction_id`,
      [transactionId, state, fault, at],
    );
    return rows.length === 1;
  }

  /** Ends whatever is open for a document, because it was signed in another way. */
  async supersede(tx: SqlExecutor, documentId: DocumentId, at: Date): Promise<void> {
    await tx.query(
      `UPDATE signing.requests SET state = 'superseded', settled_at = $2
        WHERE document_id = $1 AND state IN ('due', 'waiting')`,
      [documentId, at],
    );
  }

  /** Requests whose time to be looked at has come; each is given to one process. */
  async takeToLookAt(now: Date, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH due AS (
         SELECT transaction_id FROM signing.requests WHERE state = 'waiting' AND look_at <= $1
          ORDER BY look_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       UPDATE signing.requests r SET look_at = $1::timestamptz + make_interval(secs => $3)
         FROM due WHERE r.transaction_id = due.transaction_id RETURNING r.transaction_id AS id`,
      [now, limit, lookEverySeconds],
    );
    return rows.map(({ id }) => id);
  }

  /** The service called: the request is looked at in the next round. */
  async hurry(transactionId: string, now: Date): Promise<void> {
    await this.database.query(
      `UPDATE signing.requests SET look_at = $2 WHERE transaction_id = $1 AND state = 'waiting'`,
      [transactionId, now],
    );
  }
}
