import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox of the portal, what people turned off, alerts to units, and how people want pages to look. */
export class KeepMessages1790600000710 implements MigrationInterface {
  readonly name = 'KeepMessages1790600000710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notification.messages (
        message_id uuid PRIMARY KEY,
        outbox_id bigint NOT NULL,
        party_id uuid NOT NULL,
        dossier_id uuid NOT NULL,
        kind text NOT NULL,
        code text NOT NULL,
        at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT messages_one_per_notice UNIQUE (outbox_id)
      );
      CREATE INDEX messages_of_party ON notification.messages (party_id, at DESC, message_id DESC);
      CREATE INDEX messages_unread ON notification.messages (party_id) WHERE read_at IS NULL;

      CREATE TABLE notification.turned_off (
        party_id uuid NOT NULL,
        channel text NOT NULL,
        kind text NOT NULL,
        CONSTRAINT turned_off_pkey PRIMARY KEY (party_id, channel, kind),
        CONSTRAINT turned_off_channel_known CHECK (channel IN ('sms', 'email'))
      );

      CREATE TABLE notification.reception_alerts (
        dossier_id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        transaction_code text NOT NULL,
        procedure_code text NOT NULL,
        alerted_at timestamptz NOT NULL,
        answer_by timestamptz,
        settled_at timestamptz
      );
      CREATE INDEX reception_alerts_open ON notification.reception_alerts (unit_id, alerted_at)
        WHERE settled_at IS NULL;

      ALTER TABLE notification.deliveries DROP CONSTRAINT deliveries_state_known;
      ALTER TABLE notification.deliveries ADD CONSTRAINT deliveries_state_known
        CHECK (state IN ('trying', 'sent', 'no-contact', 'refused', 'off'));
      CREATE INDEX deliveries_of_notice ON notification.deliveries (outbox_id);

      CREATE TABLE identity.display_choices (
        party_id uuid PRIMARY KEY REFERENCES identity.parties (party_id),
        text text NOT NULL,
        contrast text NOT NULL,
        language text NOT NULL,
        chosen_at timestamptz NOT NULL
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE identity.display_choices;
      DROP INDEX notification.deliveries_of_notice;
      DELETE FROM notification.deliveries WHERE state = 'off';
      ALTER TABLE notification.deliveries DROP CONSTRAINT deliveries_state_known;
      ALTER TABLE notification.deliveries ADD CONSTRAINT deliveries_state_known
        CHECK (state IN ('trying', 'sent', 'no-contact', 'refused'));
      DROP TABLE notification.reception_alerts, notification.turned_off, notification.messages;`);
  }
}
