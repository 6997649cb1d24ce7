import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Records of the national database as they were received, and what people decided about them. Both only ever grow: what the
 * public was shown on a day can be told for ever. A record without a decision is proposed, unless a later one took its place.
 */
export class CreateNationalRecords1790600000900 implements MigrationInterface {
  readonly name = 'CreateNationalRecords1790600000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure.national_records (
        code text NOT NULL,
        revision integer NOT NULL,
        national_code text NOT NULL,
        source bytea NOT NULL,
        source_hash bytea NOT NULL,
        content jsonb NOT NULL,
        content_hash bytea NOT NULL,
        composed_texts integer NOT NULL,
        imported_at timestamptz NOT NULL,
        imported_by text NOT NULL,
        CONSTRAINT national_records_pkey PRIMARY KEY (code, revision),
        CONSTRAINT national_records_revision_positive CHECK (revision > 0),
        CONSTRAINT national_records_source_hash_is_sha256 CHECK (octet_length(source_hash) = 32),
        CONSTRAINT national_records_content_hash_is_sha256 CHECK (octet_length(content_hash) = 32)
      );

      CREATE TABLE procedure.national_record_decisions (
        code text NOT NULL,
        revision integer NOT NULL,
        decision text NOT NULL,
        difference_hash bytea NOT NULL,
        effective_from date,
        effective_to date,
        reason text,
        decided_at timestamptz NOT NULL,
        decided_by text NOT NULL,
        CONSTRAINT national_record_decisions_pkey PRIMARY KEY (code, revision),
        CONSTRAINT national_record_decisions_about_a_record
          FOREIGN KEY (code, revision) REFERENCES procedure.national_records (code, revision),
        CONSTRAINT national_record_decisions_known CHECK (decision IN ('published', 'rejected')),
        CONSTRAINT national_record_decisions_published_from CHECK ((decision = 'published') = (effective_from IS NOT NULL)),
        CONSTRAINT national_record_decisions_rejected_why CHECK ((decision = 'rejected') = (reason IS NOT NULL)),
        CONSTRAINT national_record_decisions_ends_after_beginning CHECK (effective_to >= effective_from)
      );
      CREATE INDEX national_record_decisions_in_force
        ON procedure.national_record_decisions (code, effective_from DESC, revision DESC) WHERE decision = 'published';

      CREATE TRIGGER national_records_are_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure.national_records
        FOR EACH STATEMENT EXECUTE FUNCTION procedure.refuse_change();
      CREATE TRIGGER national_record_decisions_are_immutable
        BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure.national_record_decisions
        FOR EACH STATEMENT EXECUTE FUNCTION procedure.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE procedure.national_record_decisions, procedure.national_records');
  }
}
