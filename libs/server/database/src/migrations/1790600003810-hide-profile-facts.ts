import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts that people put aside; a hidden one fills no form. */
export class HideProfileFacts1790600003810 implements MigrationInterface {
  readonly name = 'HideProfileFacts1790600003810';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_store.profile_facts
        ADD COLUMN hidden boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT profile_facts_hidden_fill_nothing CHECK (NOT (hidden AND fills_forms));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_store.profile_facts DROP COLUMN hidden;');
  }
}
