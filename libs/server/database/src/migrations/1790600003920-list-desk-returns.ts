import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers whose money is given back over a counter: found by the desk, without opening every dossier. Ids and amounts only. */
export class ListDeskReturns1790600003920 implements MigrationInterface {
  readonly name = 'ListDeskReturns1790600003920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment.desk_returns (
        dossier_id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        dossier_code text NOT NULL,
        amount bigint NOT NULL CONSTRAINT desk_returns_amount_positive CHECK (amount > 0),
        why text NOT NULL CONSTRAINT desk_returns_why_known CHECK (why IN ('overpaid', 'ended')),
        since timestamptz NOT NULL
      );
      CREATE INDEX desk_returns_of_unit ON payment.desk_returns (unit_id, since, dossier_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE payment.desk_returns');
  }
}
