import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A number is one document's within its unit, kind and year, however it was written and whoever gave it: the document management system,
 * or a clerk here. Numbers that clerks gave here before lie in sealed values and are not taken over.
 */
export class GiveNumbersOnce1790600004310 implements MigrationInterface {
  readonly name = 'GiveNumbersOnce1790600004310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_management.given_numbers (
        unit_id uuid NOT NULL,
        year integer NOT NULL,
        series text NOT NULL,
        ordinal text NOT NULL,
        task_id uuid NOT NULL,
        CONSTRAINT given_numbers_once PRIMARY KEY (unit_id, year, series, ordinal)
      );
      INSERT INTO document_management.given_numbers (unit_id, year, series, ordinal, task_id)
      SELECT unit_id, year, regexp_replace(substr(plain, length(split_part(plain, '/', 1)) + 2), '^[0-9]{4}/', ''),
             regexp_replace(split_part(plain, '/', 1), '^0+(?=.)', ''), task_id
        FROM (SELECT n.*, upper(regexp_replace(normalize(number), '\\s', '', 'g')) AS plain
                FROM document_management.numbers n) AS written
       ORDER BY unit_id, year, number
      ON CONFLICT DO NOTHING;
      CREATE TRIGGER given_numbers_only_grow BEFORE UPDATE OR DELETE ON document_management.given_numbers
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();
      DROP TABLE document_management.numbers;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_management.numbers (
        unit_id uuid NOT NULL,
        year integer NOT NULL,
        number text NOT NULL,
        task_id uuid NOT NULL,
        PRIMARY KEY (unit_id, year, number)
      );
      INSERT INTO document_management.numbers (unit_id, year, number, task_id)
      SELECT unit_id, year, concat_ws('/', ordinal, nullif(series, '')), task_id FROM document_management.given_numbers;
      CREATE TRIGGER numbers_only_grow BEFORE UPDATE OR DELETE ON document_management.numbers
        FOR EACH ROW EXECUTE FUNCTION document_management.refuse_change();
      DROP TABLE document_management.given_numbers;`);
  }
}
