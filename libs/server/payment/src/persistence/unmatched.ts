import type { PartyId, UnmatchedId, UnmatchedPayment } from '@mocua/contract';
import { type Database, newId, type SqlExecutor } from '@mocua/server/kernel';
import type { PlatformMovement } from '../ports';

export interface UnmatchedRow extends Record<string, unknown> {
  readonly unmatchedId: UnmatchedId;
  readonly kind: UnmatchedPayment['kind'];
  readonly transactionKind: PlatformMovement['kind'];
  readonly transactionId: string | null;
  readonly reference: string;
  readonly dossierCode: string | null;
  readonly amount: string;
  readonly expected: string | null;
  readonly foundAt: Date;
  readonly resolution: 'return' | 'explained' | null;
}

const columns = `unmatched_id AS "unmatchedId", kind, transaction_kind AS "transactionKind", transaction_id AS "transactionId",
  reference, dossier_code AS "dossierCode", amount, expected, found_at AS "foundAt", resolution`;

/** What a person has to look at: money without an order, and movements that only one side knows. */
export class Unmatched {
  constructor(private readonly database: Database) {}

  async add(
    tx: SqlExecutor,
    kind: UnmatchedPayment['kind'],
    movement: PlatformMovement,
    seen: { readonly at: Date; readonly expected: number | null; readonly dossierCode: string | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO payment.unmatched (unmatched_id, kind, transaction_kind, transaction_id, reference, dossier_code, amount,
         expected, found_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        newId(seen.at),
        kind,
        movement.kind,
        movement.transactionId,
        movement.reference,
        seen.dossierCode,
        movement.amount,
        seen.expected,
        seen.at,
      ],
    );
  }

  /** Oldest first, after the one that is named. */
  list(after: { readonly at: string; readonly id: string } | null, limit: number): Promise<UnmatchedRow[]> {
    return this.database.query<UnmatchedRow>(
      `SELECT ${columns} FROM payment.unmatched
        WHERE resolution IS NULL AND ($1::timestamptz IS NULL OR (found_at, unmatched_id) > ($1, $2::uuid))
        ORDER BY found_at, unmatched_id LIMIT $3`,
      [after?.at ?? null, after?.id ?? null, limit],
    );
  }

  async byId(tx: SqlExecutor, unmatchedId: string): Promise<UnmatchedRow | null> {
    return tx.one<UnmatchedRow>(
      `SELECT ${columns} FROM payment.unmatched WHERE unmatched_id = $1 FOR UPDATE`,
      [unmatchedId],
    );
  }

  async resolve(
    tx: SqlExecutor,
    unmatchedId: string,
    by: {
      readonly resolution: 'return' | 'explained';
      readonly note: string;
      readonly who: PartyId;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `UPDATE payment.unmatched SET resolution = $2, note = $3, resolved_by = $4, resolved_at = $5 WHERE unmatched_id = $1`,
      [unmatchedId, by.resolution, by.note, by.who, by.at],
    );
  }
}
