import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers that people keep, their shares, and what a draft took from there. */
export class CreateDataStore1790600002000 implements MigrationInterface {
  readonly name = 'CreateDataStore1790600002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS data_store;

      CREATE TABLE data_store.papers (
        paper_id uuid PRIMARY KEY,
        owner_party uuid NOT NULL,
        source text NOT NULL,
        details_value_id uuid NOT NULL,
        sha256 text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        superseded_by uuid REFERENCES data_store.papers (paper_id) ON DELETE SET NULL,
        revoked_at timestamptz,
        revoked_because text,
        hidden boolean NOT NULL DEFAULT false,
        dossier_id uuid,
        added_at timestamptz NOT NULL,
        CONSTRAINT papers_source_known CHECK (source IN ('result', 'component', 'own')),
        CONSTRAINT papers_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT papers_own_without_dossier CHECK ((source = 'own') = (dossier_id IS NULL)),
        CONSTRAINT papers_revoked_for_a_reason CHECK ((revoked_at IS NULL) = (revoked_because IS NULL))
      );
      CREATE INDEX papers_of_owner ON data_store.papers (owner_party, added_at DESC, paper_id DESC);
      CREATE INDEX papers_by_file ON data_store.papers (sha256);
      CREATE INDEX papers_superseded ON data_store.papers (superseded_by) WHERE superseded_by IS NOT NULL;

      CREATE TABLE data_store.room_taken (
        owner_party uuid PRIMARY KEY,
        papers integer NOT NULL,
        bytes bigint NOT NULL,
        CONSTRAINT room_taken_never_negative CHECK (papers >= 0 AND bytes >= 0)
      );

      CREATE TABLE data_store.shares (
        share_id uuid PRIMARY KEY,
        paper_id uuid NOT NULL REFERENCES data_store.papers (paper_id) ON DELETE CASCADE,
        owner_party uuid NOT NULL,
        shared_by uuid NOT NULL,
        recipient_index text NOT NULL,
        recipient_value_id uuid NOT NULL,
        shared_at timestamptz NOT NULL,
        until date NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX shares_of_owner ON data_store.shares (owner_party, shared_at DESC, share_id DESC);
      CREATE INDEX shares_of_paper ON data_store.shares (paper_id);
      CREATE INDEX shares_open_by_recipient ON data_store.shares (recipient_index, until) WHERE ended_at IS NULL;

      CREATE TABLE data_store.arrivals (
        dossier_id uuid NOT NULL,
        event_seq integer NOT NULL,
        noted_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        kept_at timestamptz,
        CONSTRAINT arrivals_pkey PRIMARY KEY (dossier_id, event_seq)
      );
      CREATE INDEX arrivals_waiting ON data_store.arrivals (next_try_at) WHERE kept_at IS NULL;

      ALTER TABLE dossier.uploads ADD COLUMN reused jsonb;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier.uploads DROP COLUMN reused;
      DROP SCHEMA data_store CASCADE;`);
  }
}
