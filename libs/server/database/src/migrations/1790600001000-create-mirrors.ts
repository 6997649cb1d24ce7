import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers that other systems resolve: what they told us, and nothing of our own. */
export class CreateMirrors1790600001000 implements MigrationInterface {
  readonly name = 'CreateMirrors1790600001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier.mirrors (
        mirror_id uuid PRIMARY KEY,
        source_system text NOT NULL,
        external_code text NOT NULL,
        procedure_code text NOT NULL,
        owner_party uuid,
        first_told_at timestamptz NOT NULL,
        CONSTRAINT mirrors_one_per_external_code UNIQUE (source_system, external_code)
      );
      CREATE INDEX mirrors_of_owner ON dossier.mirrors (owner_party, first_told_at DESC) WHERE owner_party IS NOT NULL;

      CREATE TABLE dossier.mirror_events (
        mirror_id uuid NOT NULL REFERENCES dossier.mirrors,
        event_id text NOT NULL,
        leg text,
        status text NOT NULL,
        occurred_at timestamptz NOT NULL,
        due_at timestamptz,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (mirror_id, event_id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier.mirror_events; DROP TABLE dossier.mirrors;');
  }
}
