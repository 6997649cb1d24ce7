import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of asking a register again that was down when a dossier was filed. Rows are only added. */
export class CheckRegistersLater1790600003400 implements MigrationInterface {
  readonly name = 'CheckRegistersLater1790600003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier.register_checks (
        check_id uuid CONSTRAINT register_checks_pkey PRIMARY KEY,
        dossier_id uuid NOT NULL REFERENCES dossier.dossiers (dossier_id) ON DELETE CASCADE,
        register text NOT NULL,
        outcome text NOT NULL,
        differing jsonb NOT NULL,
        lookup_id uuid,
        checked_at timestamptz NOT NULL,
        checked_by uuid NOT NULL,
        checked_label text NOT NULL,
        CONSTRAINT register_checks_outcome_known CHECK (outcome IN ('matches', 'differs', 'not-found', 'down'))
      );
      CREATE INDEX register_checks_of_dossier ON dossier.register_checks (dossier_id, register, checked_at DESC);
      CREATE UNIQUE INDEX register_checks_settled_once ON dossier.register_checks (dossier_id, register) WHERE outcome <> 'down';
      CREATE INDEX drafts_of_dossier ON dossier.drafts (submitted_dossier_id) WHERE submitted_dossier_id IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dossier.drafts_of_dossier; DROP TABLE dossier.register_checks;');
  }
}
