import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which request led to which signing secret, so that a repeated request gets the same one. No secret lies here: it is derived from the
 * number of its generation.
 */
export class RememberSecretRotations1790600004300 implements MigrationInterface {
  readonly name = 'RememberSecretRotations1790600004300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE provider.secret_rotations (
        subscription_id uuid NOT NULL REFERENCES provider.subscriptions,
        generation integer NOT NULL CHECK (generation > 1),
        request_hash bytea NOT NULL CHECK (length(request_hash) = 32),
        body_hash bytea NOT NULL CHECK (length(body_hash) = 32),
        rotated_by uuid NOT NULL,
        rotated_at timestamptz NOT NULL,
        repeatable_until timestamptz NOT NULL CHECK (repeatable_until > rotated_at),
        PRIMARY KEY (subscription_id, generation),
        CONSTRAINT secret_rotations_once UNIQUE (request_hash)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE provider.secret_rotations;');
  }
}
