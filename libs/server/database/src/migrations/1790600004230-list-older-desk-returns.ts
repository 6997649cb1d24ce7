import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Dossiers that were paid in cash before desks had a list of what they give back: each is looked at once by the worker, as after
 * any change of its money, and listed where something may go back.
 */
export class ListOlderDeskReturns1790600004230 implements MigrationInterface {
  readonly name = 'ListOlderDeskReturns1790600004230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO kernel.outbox (destination, lane, payload)
        SELECT 'payment-overpaid', dossier_id::text, jsonb_build_object('dossierId', dossier_id)
          FROM (SELECT DISTINCT dossier_id FROM payment.settlements WHERE method = 'cash') paid
         WHERE NOT EXISTS (SELECT 1 FROM payment.desk_returns r WHERE r.dossier_id = paid.dossier_id);`);
  }

  /** Looking at a dossier once more changes nothing, so there is nothing to take back. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}
