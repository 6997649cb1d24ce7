import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the worker find the drafts that have run out and still hold values. */
export class PurgeDrafts1790600001410 implements MigrationInterface {
  readonly name = 'PurgeDrafts1790600001410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier.drafts ADD COLUMN values_purged boolean NOT NULL DEFAULT false;
      CREATE INDEX drafts_to_purge ON dossier.drafts (expires_at) WHERE NOT values_purged;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dossier.drafts_to_purge;
      ALTER TABLE dossier.drafts DROP COLUMN values_purged;`);
  }
}
