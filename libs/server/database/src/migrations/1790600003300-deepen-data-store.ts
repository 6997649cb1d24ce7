import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Revocations by officers, how often papers are used again, and papers that come from and go to the national store. */
export class DeepenDataStore1790600003300 implements MigrationInterface {
  readonly name = 'DeepenDataStore1790600003300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_store.revocations (
        paper_id uuid PRIMARY KEY,
        document_id uuid NOT NULL,
        dossier_id uuid NOT NULL,
        revoked_by uuid NOT NULL,
        unit_id uuid NOT NULL,
        decision_number text NOT NULL,
        reason text NOT NULL,
        replaced_by uuid,
        revoked_at timestamptz NOT NULL
      );
      CREATE INDEX revocations_by_document ON data_store.revocations (document_id);

      CREATE TABLE data_store.reuses (
        paper_id uuid NOT NULL REFERENCES data_store.papers (paper_id) ON DELETE CASCADE,
        dossier_id uuid NOT NULL,
        used_at timestamptz NOT NULL,
        CONSTRAINT reuses_pkey PRIMARY KEY (paper_id, dossier_id)
      );

      ALTER TABLE data_store.papers
        ADD COLUMN used_in integer NOT NULL DEFAULT 0,
        ADD COLUMN deposited_at timestamptz,
        DROP CONSTRAINT papers_source_known,
        DROP CONSTRAINT papers_own_without_dossier,
        ADD CONSTRAINT papers_source_known
          CHECK (source IN ('result', 'component', 'own', 'national', 'national-unsealed')),
        ADD CONSTRAINT papers_of_dossiers_name_it
          CHECK ((source IN ('result', 'component')) = (dossier_id IS NOT NULL));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM data_store.papers WHERE source IN ('national', 'national-unsealed');
      ALTER TABLE data_store.papers
        DROP CONSTRAINT papers_source_known,
        DROP CONSTRAINT papers_of_dossiers_name_it,
        ADD CONSTRAINT papers_source_known CHECK (source IN ('result', 'component', 'own')),
        ADD CONSTRAINT papers_own_without_dossier CHECK ((source = 'own') = (dossier_id IS NULL)),
        DROP COLUMN used_in,
        DROP COLUMN deposited_at;
      DROP TABLE data_store.reuses;
      DROP TABLE data_store.revocations;`);
  }
}
