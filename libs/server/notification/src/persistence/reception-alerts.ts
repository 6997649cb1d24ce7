import type { DossierId, UnitId } from '@mocua/contract';
import type { Database } from '@mocua/server/kernel';
import type { UnitNotice } from '../domain/notice';

export interface OpenAlert {
  readonly dossierId: DossierId;
  readonly transactionCode: string;
  readonly procedureCode: string;
  readonly alertedAt: Date;
  readonly answerBy: Date | null;
}

/** Dossiers that a unit has left waiting; an alert is settled by whatever happens to the dossier next. */
export class ReceptionAlerts {
  constructor(private readonly database: Database) {}

  async raise(notice: UnitNotice, at: string): Promise<void> {
    await this.database.query(
      `INSERT INTO notification.reception_alerts
         (dossier_id, unit_id, transaction_code, procedure_code, alerted_at, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (dossier_id) DO UPDATE SET unit_id = $2, alerted_at = $5, answer_by = $6, settled_at = NULL
         WHERE reception_alerts.alerted_at < $5`,
      [
        notice.dossierId,
        notice.unitId,
        notice.transactionCode,
        notice.procedureCode,
        notice.occurredAt ?? at,
        notice.answerBy,
      ],
    );
  }

  /** The dossier moved on. */
  async settle(dossierId: DossierId, at: string): Promise<void> {
    await this.database.query(
      `UPDATE notification.reception_alerts SET settled_at = $2
       WHERE dossier_id = $1 AND settled_at IS NULL AND alerted_at <= $2`,
      [dossierId, at],
    );
  }

  /** The oldest first: they are the most urgent. */
  async openOf(unitId: UnitId): Promise<readonly OpenAlert[]> {
    const rows = await this.database.query<{
      dossier_id: DossierId;
      transaction_code: string;
      procedure_code: string;
      alerted_at: Date;
      answer_by: Date | null;
    }>(
      `SELECT dossier_id, transaction_code, procedure_code, alerted_at, answer_by
         FROM notification.reception_alerts
        WHERE unit_id = $1 AND settled_at IS NULL ORDER BY alerted_at, dossier_id LIMIT 50`,
      [unitId],
    );
    return rows.map((row) => ({
      dossierId: row.dossier_id,
      transactionCode: row.transaction_code,
      procedureCode: row.procedure_code,
      alertedAt: row.alerted_at,
      answerBy: row.answer_by,
    }));
  }
}
