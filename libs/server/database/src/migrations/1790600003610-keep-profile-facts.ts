import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people let us remember about themselves; what it says lies sealed under their key. */
export class KeepProfileFacts1790600003610 implements MigrationInterface {
  readonly name = 'KeepProfileFacts1790600003610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_store.profile_facts (
        fact_id uuid PRIMARY KEY,
        owner_party uuid NOT NULL,
        kind text NOT NULL,
        version integer NOT NULL,
        source text NOT NULL,
        value_id uuid NOT NULL,
        fills_forms boolean NOT NULL DEFAULT false,
        valid_until date,
        added_at timestamptz NOT NULL,
        superseded_at timestamptz,
        CONSTRAINT profile_facts_versions UNIQUE (owner_party, kind, version),
        CONSTRAINT profile_facts_source_known CHECK (source IN ('own', 'identity')),
        CONSTRAINT profile_facts_only_current_fill CHECK (superseded_at IS NULL OR NOT fills_forms)
      );
      CREATE UNIQUE INDEX profile_facts_current ON data_store.profile_facts (owner_party, kind)
        WHERE superseded_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_store.profile_facts;');
  }
}
