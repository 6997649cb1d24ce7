import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Remote signatures: who has a credential, what was asked for, and how each result was signed in the end. */
export class CreateSigning1790600003100 implements MigrationInterface {
  readonly name = 'CreateSigning1790600003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS signing;

      CREATE TABLE signing.credentials (
        party_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        credential_id text NOT NULL,
        since timestamptz NOT NULL,
        until timestamptz,
        PRIMARY KEY (party_id, unit_id, since),
        CONSTRAINT credentials_end_after_they_begin CHECK (until IS NULL OR until >= since)
      );
      CREATE UNIQUE INDEX credentials_one_in_use ON signing.credentials (party_id, unit_id) WHERE until IS NULL;

      CREATE TABLE signing.requests (
        transaction_id uuid PRIMARY KEY,
        document_id uuid NOT NULL,
        dossier_id uuid NOT NULL,
        attempt integer NOT NULL,
        party_id uuid NOT NULL,
        credential_id text NOT NULL,
        state text NOT NULL,
        fault text,
        due_at timestamptz NOT NULL,
        signing_time timestamptz,
        certificate_sha256 text,
        look_at timestamptz,
        settled_at timestamptz,
        UNIQUE (document_id, attempt),
        CONSTRAINT requests_state_known CHECK (state IN
          ('due', 'waiting', 'signed', 'refused', 'expired', 'invalid', 'failed', 'superseded')),
        CONSTRAINT requests_asked_with_certificate CHECK (
          state <> 'waiting' OR (signing_time IS NOT NULL AND certificate_sha256 IS NOT NULL AND look_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX requests_one_open ON signing.requests (document_id) WHERE state IN ('due', 'waiting', 'signed');
      CREATE INDEX requests_to_look_at ON signing.requests (look_at) WHERE state = 'waiting';

      CREATE TABLE signing.signed_papers (
        document_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        method text NOT NULL,
        party_id uuid NOT NULL,
        transaction_id uuid REFERENCES signing.requests (transaction_id),
        sha256 text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        printed_sha256 text,
        signing_time timestamptz NOT NULL,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL,
        exception text,
        CONSTRAINT signed_papers_method_known CHECK (method IN ('remote', 'paper')),
        CONSTRAINT signed_papers_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        CONSTRAINT signed_papers_remote_by_request CHECK (
          (method = 'remote') = (transaction_id IS NOT NULL AND printed_sha256 IS NOT NULL)),
        CONSTRAINT signed_papers_paper_is_an_exception CHECK (
          (method = 'paper') = (exception IS NOT NULL AND recorded_by IS NOT NULL))
      );
      CREATE INDEX signed_papers_by_file ON signing.signed_papers (sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA signing CASCADE');
  }
}
