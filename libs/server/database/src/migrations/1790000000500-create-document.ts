import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files and the documents of a dossier as they were first printed. */
export class CreateDocument1790000000500 implements MigrationInterface {
  readonly name = 'CreateDocument1790000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS document;

      CREATE TABLE document.files (
        sha256 bytea PRIMARY KEY,
        size bigint NOT NULL,
        media_type text NOT NULL,
        stored_at timestamptz NOT NULL,
        CONSTRAINT files_sha256_length CHECK (octet_length(sha256) = 32),
        CONSTRAINT files_not_empty CHECK (size > 0)
      );
      CREATE INDEX files_age ON document.files (stored_at);

      CREATE TABLE document.documents (
        document_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        kind text NOT NULL,
        event_seq integer NOT NULL,
        template text NOT NULL,
        sha256 bytea NOT NULL,
        size bigint NOT NULL,
        printed_at timestamptz NOT NULL,
        CONSTRAINT documents_kind_known
          CHECK (kind IN ('submission-receipt', 'form-01', 'form-02', 'form-03', 'result')),
        CONSTRAINT documents_one_per_event UNIQUE (dossier_id, kind, event_seq),
        CONSTRAINT documents_sha256_length CHECK (octet_length(sha256) = 32)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA document CASCADE');
  }
}
