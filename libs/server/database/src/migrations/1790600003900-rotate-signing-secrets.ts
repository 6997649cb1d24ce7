import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The signing secret of a subscription can be changed: how many there were, and until when the former one signs as well. */
export class RotateSigningSecrets1790600003900 implements MigrationInterface {
  readonly name = 'RotateSigningSecrets1790600003900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE provider.subscriptions
        ADD COLUMN secret_generation integer NOT NULL DEFAULT 1
          CONSTRAINT subscriptions_generation_positive CHECK (secret_generation >= 1),
        ADD COLUMN former_secret_until timestamptz,
        ADD CONSTRAINT subscriptions_former_after_first CHECK (former_secret_until IS NULL OR secret_generation > 1);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE provider.subscriptions
        DROP CONSTRAINT subscriptions_former_after_first,
        DROP COLUMN former_secret_until,
        DROP COLUMN secret_generation;`);
  }
}
