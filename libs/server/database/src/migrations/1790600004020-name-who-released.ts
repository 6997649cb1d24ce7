import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under which assignment a report was let go; empty for releases from the command line and of before. */
export class NameWhoReleased1790600004020 implements MigrationInterface {
  readonly name = 'NameWhoReleased1790600004020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reporting.releases ADD COLUMN assignment_id uuid, ADD COLUMN role text, ADD COLUMN unit_id uuid;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE reporting.releases DROP COLUMN assignment_id, DROP COLUMN role, DROP COLUMN unit_id;',
    );
  }
}
