import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the signature of an issued file said when it came, and which numbers that were given here have been entered in the document
 * management system since. Numbers that were entered are only added.
 */
export class CheckIssuedFiles1790600004010 implements MigrationInterface {
  readonly name = 'CheckIssuedFiles1790600004010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_management.submissions ADD COLUMN signature jsonb;

      CREATE TABLE document_management.entered_numbers (
        task_id uuid PRIMARY KEY REFERENCES document_management.exceptions (task_id),
        entered_at timestamptz NOT NULL,
        assignment_id uuid NOT NULL
      );
      CREATE TRIGGER entered_numbers_only_grow BEFORE UPDATE OR DELETE ON document_management.entered_numbers
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();
      CREATE INDEX exceptions_of_unit ON document_management.exceptions (unit_id, at DESC, task_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX document_management.exceptions_of_unit;
      DROP TABLE document_management.entered_numbers;
      ALTER TABLE document_management.submissions DROP COLUMN signature;`);
  }
}
