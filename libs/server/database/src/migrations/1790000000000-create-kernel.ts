import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Idempotency keys, outbox and follower cursors. */
export class CreateKernel1790000000000 implements MigrationInterface {
  readonly name = 'CreateKernel1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS kernel;

      CREATE TABLE kernel.idempotency_keys (
        scope text NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        response jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_keys_pkey PRIMARY KEY (scope, key)
      );
      CREATE INDEX idempotency_keys_age ON kernel.idempotency_keys (created_at);

      CREATE TABLE kernel.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        destination text NOT NULL,
        lane text NOT NULL,
        payload jsonb NOT NULL,
        not_before timestamptz,
        state text NOT NULL DEFAULT 'pending',
        attempts integer NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT '-infinity',
        last_error text,
        delivered_at timestamptz,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        CONSTRAINT outbox_state_known CHECK (state IN ('pending', 'dead', 'delivered'))
      );
      CREATE INDEX outbox_open_lanes ON kernel.outbox (destination, lane, id) WHERE state <> 'delivered';

      CREATE TABLE kernel.follower_cursors (
        name text PRIMARY KEY,
        xid xid8 NOT NULL DEFAULT '0',
        position bigint NOT NULL DEFAULT 0
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA kernel CASCADE');
  }
}
