import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each notice; the text and the address are never kept. */
export class CreateNotification1790000000600 implements MigrationInterface {
  readonly name = 'CreateNotification1790000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS notification;

      CREATE TABLE notification.deliveries (
        message_id uuid PRIMARY KEY,
        outbox_id bigint NOT NULL,
        dossier_id uuid NOT NULL,
        party_id uuid NOT NULL,
        kind text NOT NULL,
        channel text NOT NULL,
        template text NOT NULL,
        state text NOT NULL,
        attempts integer NOT NULL DEFAULT 1,
        last_problem text,
        first_tried_at timestamptz NOT NULL,
        settled_at timestamptz,
        CONSTRAINT deliveries_one_per_channel UNIQUE (outbox_id, channel),
        CONSTRAINT deliveries_channel_known CHECK (channel IN ('sms', 'email', 'none')),
        CONSTRAINT deliveries_state_known CHECK (state IN ('trying', 'sent', 'no-contact', 'refused')),
        CONSTRAINT deliveries_settled_when_final CHECK ((state = 'trying') = (settled_at IS NULL))
      );
      CREATE INDEX deliveries_of_dossier ON notification.deliveries (dossier_id, first_tried_at DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA notification CASCADE');
  }
}
