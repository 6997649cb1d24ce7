import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps that sector systems do: what was handed over (references only), what the systems told (once each, in sealed values), and
 * outcomes that officers entered from a paper. News and exceptions are only added.
 */
export class CreateSector1790600003200 implements MigrationInterface {
  readonly name = 'CreateSector1790600003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA sector;

      CREATE TABLE sector.handovers (
        task_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        owner_party uuid NOT NULL,
        node_id text NOT NULL,
        system text NOT NULL,
        revision integer NOT NULL,
        answers text[] NOT NULL,
        files jsonb NOT NULL,
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
        CONSTRAINT handovers_ended_known CHECK (ended IN ('settled', 'taken-back', 'by-hand', 'unusable'))
      );
      CREATE INDEX handovers_of_dossier ON sector.handovers (dossier_id);
      CREATE INDEX handovers_to_look ON sector.handovers (next_look_at) WHERE ended IS NULL AND next_look_at IS NOT NULL;
      CREATE INDEX handovers_to_settle ON sector.handovers (next_settle_at) WHERE next_settle_at IS NOT NULL;
      CREATE INDEX handovers_files ON sector.handovers (file_sha256) WHERE file_sha256 IS NOT NULL;

      CREATE TABLE sector.news (
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
        CONSTRAINT news_kind_known CHECK (kind IN ('received', 'in-progress', 'supplement-asked', 'resulted', 'refused'))
      );

      CREATE TABLE sector.exceptions (
        task_id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL,
        system text NOT NULL,
        assignment_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        at timestamptz NOT NULL,
        content_id uuid NOT NULL
      );

      CREATE FUNCTION sector.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what was told is only added to';
      END $$;
      CREATE TRIGGER news_only_grow BEFORE UPDATE OR DELETE ON sector.news
        FOR EACH ROW EXECUTE FUNCTION sector.refuse_change();
      CREATE TRIGGER exceptions_only_grow BEFORE UPDATE OR DELETE ON sector.exceptions
        FOR EACH ROW EXECUTE FUNCTION sector.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA sector CASCADE;');
  }
}
