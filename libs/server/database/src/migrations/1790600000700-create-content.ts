import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages of the editors. Publications and changes are only ever added. */
export class CreateContent1790600000700 implements MigrationInterface {
  readonly name = 'CreateContent1790600000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS content;

      CREATE TABLE content.pages (
        content_id uuid PRIMARY KEY,
        kind text NOT NULL,
        slug text NOT NULL,
        revision integer NOT NULL,
        last_version integer NOT NULL,
        draft jsonb,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid NOT NULL,
        CONSTRAINT pages_address_unique UNIQUE (kind, slug),
        CONSTRAINT pages_kind_known CHECK (kind IN ('announcement', 'faq', 'guide'))
      );

      CREATE TABLE content.versions (
        content_id uuid NOT NULL REFERENCES content.pages (content_id),
        version integer NOT NULL,
        fields jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        CONSTRAINT versions_pkey PRIMARY KEY (content_id, version),
        CONSTRAINT versions_end_reason_known CHECK (end_reason IN ('replaced', 'withdrawn')),
        CONSTRAINT versions_end_has_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      );
      CREATE UNIQUE INDEX versions_one_is_read ON content.versions (content_id) WHERE ended_at IS NULL;

      CREATE TABLE content.changes (
        change_id uuid PRIMARY KEY,
        content_id uuid NOT NULL REFERENCES content.pages (content_id),
        revision integer NOT NULL,
        action text NOT NULL,
        version integer NOT NULL,
        party_id uuid NOT NULL,
        at timestamptz NOT NULL,
        note text NOT NULL,
        fields jsonb NOT NULL,
        CONSTRAINT changes_one_per_revision UNIQUE (content_id, revision),
        CONSTRAINT changes_action_known CHECK (action IN ('created', 'saved', 'published', 'withdrawn'))
      );
      CREATE INDEX changes_of_page ON content.changes (content_id, at DESC);

      CREATE TABLE content.edition (
        only_row boolean PRIMARY KEY DEFAULT true,
        edition bigint NOT NULL,
        CONSTRAINT edition_has_one_row CHECK (only_row)
      );
      INSERT INTO content.edition (edition) VALUES (0);

      CREATE FUNCTION content.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'versions' THEN
          IF OLD.ended_at IS NULL AND (NEW.content_id, NEW.version, NEW.fields, NEW.published_at)
               IS NOT DISTINCT FROM (OLD.content_id, OLD.version, OLD.fields, OLD.published_at) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'what was published or changed is never rewritten';
      END $$;
      CREATE TRIGGER versions_stay BEFORE UPDATE OR DELETE ON content.versions
        FOR EACH ROW EXECUTE FUNCTION content.refuse_rewriting();
      CREATE TRIGGER changes_stay BEFORE UPDATE OR DELETE ON content.changes
        FOR EACH ROW EXECUTE FUNCTION content.refuse_rewriting();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA content CASCADE');
  }
}
