import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An exception says which step of the package was done here, so that it can be shown although nothing had been handed over. The
 * system of a step stands in its package. Older exceptions take the step from their hand-over; those without one are not shown, as
 * before.
 */
export class NameSectorExceptions1790600004000 implements MigrationInterface {
  readonly name = 'NameSectorExceptions1790600004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sector.exceptions ADD COLUMN node_id text NOT NULL DEFAULT '';
      ALTER TABLE sector.exceptions DISABLE TRIGGER exceptions_only_grow;
      UPDATE sector.exceptions e SET node_id = h.node_id FROM sector.handovers h WHERE h.task_id = e.task_id;
      ALTER TABLE sector.exceptions ENABLE TRIGGER exceptions_only_grow;
      ALTER TABLE sector.exceptions ALTER COLUMN node_id DROP DEFAULT, ALTER COLUMN system DROP NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sector.exceptions DISABLE TRIGGER exceptions_only_grow;
      UPDATE sector.exceptions e SET system = h.system FROM sector.handovers h WHERE h.task_id = e.task_id AND e.system IS NULL;
      UPDATE sector.exceptions SET system = '' WHERE system IS NULL;
      ALTER TABLE sector.exceptions ENABLE TRIGGER exceptions_only_grow;
      ALTER TABLE sector.exceptions ALTER COLUMN system SET NOT NULL, DROP COLUMN node_id;`);
  }
}
