import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks in place of old readings that were cut from the beginning of their streams. */
export class CutReadings1790600003820 implements MigrationInterface {
  readonly name = 'CutReadings1790600003820';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE personal_data.reading_cuts (
        stream_id uuid PRIMARY KEY,
        seq bigint NOT NULL,
        hash bytea NOT NULL,
        until_at timestamptz NOT NULL,
        cut_at timestamptz NOT NULL,
        retention_version integer NOT NULL,
        seal bytea NOT NULL,
        CONSTRAINT reading_cuts_hashes_are_sha256 CHECK (octet_length(hash) = 32 AND octet_length(seal) = 32)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE personal_data.reading_cuts;');
  }
}
