import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mocua/server/kernel';

/** How far the national portal was told about a dossier. */
export interface SentMark {
  readonly dossierId: string;
  readonly code: string;
  /** Number of the last event that was told. */
  readonly seq: number;
  /** Hash of the chain at that event, hex: what was told then, in one figure. */
  readonly headHash: string;
}

/** Remembers up to which event each dossier was told, and what the stream looked like then. */
@Injectable()
export class SentLedger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(dossierIds: readonly string[]): Promise<ReadonlyMap<string, SentMark>> {
    const rows = await this.database.query<SentMark & Record<string, unknown>>(
      `SELECT dossier_id AS "dossierId", code, seq, encode(head_hash, 'hex') AS "headHash"
         FROM national_portal.sent WHERE dossier_id = ANY($1::uuid[])`,
      [dossierIds],
      'national-portal-sent',
    );
    return new Map(rows.map((row) => [row.dossierId, row]));
  }

  /** Moves marks forward; a mark never goes back. */
  async note(marks: readonly SentMark[]): Promise<void> {
    if (marks.length === 0) return;
    await this.database.query(
      `INSERT INTO national_portal.sent (dossier_id, code, seq, head_hash, sent_at)
       SELECT "dossierId", code, seq, decode("headHash", 'hex'), $2
         FROM jsonb_to_recordset($1::jsonb) AS m("dossierId" uuid, code text, seq integer, "headHash" text)
       ON CONFLICT (dossier_id) DO UPDATE SET seq = excluded.seq, head_hash = excluded.head_hash, sent_at = excluded.sent_at
        WHERE sent.seq < excluded.seq`,
      [JSON.stringify(marks), this.clock.iso()],
      'national-portal-note-sent',
    );
  }
}
