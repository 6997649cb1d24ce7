import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for money that are open already get the timers a new one gets: three days before the last day, and after it. */
export class MindLastDaysToPay1790600004210 implements MigrationInterface {
  readonly name = 'MindLastDaysToPay1790600004210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      WITH waiting AS (
        SELECT dossier_id, request, (request->>'payBy')::date AS last_day
          FROM (SELECT dossier_id, state #> '{money,requests,-1}' AS request FROM dossier.dossiers
                 WHERE processing = 'awaiting-payment') open
         WHERE request IS NOT NULL AND NOT request ? 'revoked'
      )
      INSERT INTO dossier.timers (dossier_id, kind, due_at)
        SELECT dossier_id, 'note-payment-overdue', (last_day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh' FROM waiting
        UNION ALL
        SELECT dossier_id, 'remind-payment', (last_day - 3 + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' FROM waiting
         WHERE (last_day - 3 + time '08:00') AT TIME ZONE 'Asia/Ho_Chi_Minh' > (request->>'requestedAt')::timestamptz
      ON CONFLICT DO NOTHING;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM dossier.timers WHERE kind IN ('remind-payment', 'note-payment-overdue')");
  }
}
