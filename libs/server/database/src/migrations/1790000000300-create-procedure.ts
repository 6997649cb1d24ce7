import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published procedure packages. A dossier stays on its version for ever, so a row can never change or go away. */
export class CreateProcedure1790000000300 implements MigrationInterface {
  readonly name = 'CreateProcedure1790000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS procedure;

      CREATE TABLE procedure.package_versions (
        code text NOT NULL,
        version integer NOT NULL,
        hash bytea NOT NULL,
        content jsonb NOT NULL,
        process jsonb NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        published_at timestamptz NOT NULL,
        CONSTRAINT package_versions_pkey PRIMARY KEY (code, version),
        CONSTRAINT package_versions_content_once UNIQUE (hash),
        CONSTRAINT package_versions_hash_is_sha256 CHECK (octet_length(hash) = 32),
        CONSTRAINT package_versions_version_positive CHECK (version > 0),
        CONSTRAINT package_versions_ends_after_beginning CHECK (effective_to >= effective_from)
      );
      CREATE INDEX package_versions_in_force ON procedure.package_versions (code, effective_from DESC, version DESC);

      CREATE FUNCTION procedure.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'published procedure versions are immutable' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER package_versions_are_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON procedure.package_versions
        FOR EACH STATEMENT EXECUTE FUNCTION procedure.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA procedure CASCADE');
  }
}
