import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents that the document management system signs, numbers and issues: which draft was handed over, what the system told (once
 * each, in sealed values), whose a number is, and numbers that officers gave here. News, numbers and exceptions are only added.
 */
export class CreateDocumentManagement1790600003500 implements MigrationInterface {
  readonly name = 'CreateDocumentManagement1790600003500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA document_management;

      CREATE TABLE document_management.submissions (
        task_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        owner_party uuid NOT NULL,
        unit_id uuid NOT NULL,
        node_id text NOT NULL,
        revision integer NOT NULL,
        draft_sha256 text NOT NULL,
        draft_size bigint NOT NULL,
        first_tried_at timestamptz NOT NULL,
        handed_over_at timestamptz,
        handed_revision integer,
        external_code text,
        trouble text,
        last_heard_at timestamptz,
        next_look_at timestamptz,
        ended text,
        ended_at timestamptz,
        next_settle_at timestamptz,
        file_sha256 text,
        file_size bigint,
        CONSTRAINT submissions_ended_known CHECK (ended IN ('settled', 'taken-back', 'by-hand', 'unusable'))
      );
      CREATE INDEX submissions_of_dossier ON document_management.submissions (dossier_id);
      CREATE INDEX submissions_to_look ON document_management.submissions (next_look_at)
        WHERE ended IS NULL AND next_look_at IS NOT NULL;
      CREATE INDEX submissions_to_settle ON document_management.submissions (next_settle_at) WHERE next_settle_at IS NOT NULL;
      CREATE INDEX submissions_drafts ON document_management.submissions (draft_sha256);
      CREATE INDEX submissions_files ON document_management.submissions (file_sha256) WHERE file_sha256 IS NOT NULL;

      CREATE TABLE document_management.news (
        task_id uuid NOT NULL,
        message_id text NOT NULL,
        sequence integer NOT NULL,
        revision integer NOT NULL,
        kind text NOT NULL,
        occurred_at timestamptz NOT NULL,
        told_at timestamptz NOT NULL,
        content_id uuid NOT NULL,
        file jsonb,
        CONSTRAINT news_pkey PRIMARY KEY (task_id, message_id),
        CONSTRAINT news_sequence_once UNIQUE (task_id, sequence),
        CONSTRAINT news_kind_known CHECK (kind IN ('received', 'signed', 'numbered', 'issued', 'returned'))
      );

      CREATE TABLE document_management.numbers (
        unit_id uuid NOT NULL,
        year integer NOT NULL,
        number text NOT NULL,
        task_id uuid NOT NULL,
        PRIMARY KEY (unit_id, year, number)
      );

      CREATE TABLE document_management.exceptions (
        task_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        node_id text NOT NULL,
        assignment_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        at timestamptz NOT NULL,
        content_id uuid NOT NULL
      );

      CREATE FUNCTION document_management.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was told is only added to';
      END $$;
      CREATE TRIGGER news_only_grow BEFORE UPDATE OR DELETE ON document_management.news
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();
      CREATE TRIGGER numbers_only_grow BEFORE UPDATE OR DELETE ON document_management.numbers
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();
      CREATE TRIGGER exceptions_only_grow BEFORE UPDATE OR DELETE ON document_management.exceptions
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA document_management CASCADE;');
  }
}
