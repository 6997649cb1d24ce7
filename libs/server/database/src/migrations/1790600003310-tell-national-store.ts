import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which results are told to the national store. */
export class TellNationalStore1790600003310 implements MigrationInterface {
  readonly name = 'TellNationalStore1790600003310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_store.papers ADD COLUMN to_deposit boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_store.papers DROP COLUMN to_deposit');
  }
}
