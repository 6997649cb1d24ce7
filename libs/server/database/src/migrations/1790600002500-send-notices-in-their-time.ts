import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages wait for their time or their gateway, carriers tell what became of them, and requests about data are told too. */
export class SendNoticesInTheirTime1790600002500 implements MigrationInterface {
  readonly name = 'SendNoticesInTheirTime1790600002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification.messages ALTER COLUMN dossier_id DROP NOT NULL,
        ADD COLUMN rights_request_id uuid,
        ADD CONSTRAINT messages_about_one_thing CHECK (num_nonnulls(dossier_id, rights_request_id) = 1);
      CREATE INDEX messages_of_dossier ON notification.messages (dossier_id, at DESC) WHERE dossier_id IS NOT NULL;

      ALTER TABLE notification.deliveries ALTER COLUMN dossier_id DROP NOT NULL,
        ADD COLUMN rights_request_id uuid,
        ADD COLUMN due_at timestamptz,
        ADD COLUMN ready_at timestamptz,
        ADD COLUMN reported_at timestamptz,
        DROP CONSTRAINT deliveries_settled_when_final,
        DROP CONSTRAINT deliveries_channel_known,
        DROP CONSTRAINT deliveries_state_known;
      UPDATE notification.deliveries d SET due_at = d.first_tried_at
       WHERE state = 'trying' AND EXISTS (SELECT 1 FROM notification.messages m WHERE m.outbox_id = d.outbox_id);
      UPDATE notification.deliveries SET state = 'failed', settled_at = first_tried_at
       WHERE state = 'trying' AND due_at IS NULL;
      ALTER TABLE notification.deliveries
        ADD CONSTRAINT deliveries_about_one_thing CHECK (num_nonnulls(dossier_id, rights_request_id) = 1),
        ADD CONSTRAINT deliveries_channel_known CHECK (channel IN ('sms', 'email', 'zalo', 'none')),
        ADD CONSTRAINT deliveries_state_known CHECK (state IN ('trying', 'put-off', 'sent', 'delivered', 'failed',
          'no-contact', 'refused', 'off', 'repeated')),
        ADD CONSTRAINT deliveries_settled_when_final CHECK ((state IN ('trying', 'put-off')) = (settled_at IS NULL)),
        ADD CONSTRAINT deliveries_due_while_open CHECK ((state IN ('trying', 'put-off')) = (due_at IS NOT NULL));
      CREATE INDEX deliveries_due ON notification.deliveries (due_at, outbox_id) WHERE state IN ('trying', 'put-off');
      CREATE INDEX deliveries_waiting
        ON notification.deliveries (coalesce(dossier_id, rights_request_id), party_id, channel, outbox_id)
        WHERE state IN ('trying', 'put-off');
      CREATE INDEX deliveries_about ON notification.deliveries (coalesce(dossier_id, rights_request_id), first_tried_at DESC);

      ALTER TABLE notification.turned_off DROP CONSTRAINT turned_off_channel_known;
      ALTER TABLE notification.turned_off ADD CONSTRAINT turned_off_channel_known
        CHECK (channel IN ('sms', 'email', 'zalo'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notification.turned_off WHERE channel = 'zalo';
      ALTER TABLE notification.turned_off DROP CONSTRAINT turned_off_channel_known;
      ALTER TABLE notification.turned_off ADD CONSTRAINT turned_off_channel_known CHECK (channel IN ('sms', 'email'));

      DROP INDEX notification.deliveries_about, notification.deliveries_waiting, notification.deliveries_due;
      ALTER TABLE notification.deliveries
        DROP CONSTRAINT deliveries_about_one_thing,
        DROP CONSTRAINT deliveries_channel_known,
        DROP CONSTRAINT deliveries_state_known,
        DROP CONSTRAINT deliveries_settled_when_final,
        DROP CONSTRAINT deliveries_due_while_open;
      DELETE FROM notification.deliveries
       WHERE rights_request_id IS NOT NULL OR channel = 'zalo' OR state = 'repeated';
      UPDATE notification.deliveries SET state = CASE state WHEN 'put-off' THEN 'trying' WHEN 'delivered' THEN 'sent'
        WHEN 'failed' THEN 'refused' ELSE state END;
      ALTER TABLE notification.deliveries ALTER COLUMN dossier_id SET NOT NULL,
        DROP COLUMN rights_request_id, DROP COLUMN due_at, DROP COLUMN ready_at, DROP COLUMN reported_at,
        ADD CONSTRAINT deliveries_channel_known CHECK (channel IN ('sms', 'email', 'none')),
        ADD CONSTRAINT deliveries_state_known CHECK (state IN ('trying', 'sent', 'no-contact', 'refused', 'off')),
        ADD CONSTRAINT deliveries_settled_when_final CHECK ((state = 'trying') = (settled_at IS NULL));

      DROP INDEX notification.messages_of_dossier;
      DELETE FROM notification.messages WHERE rights_request_id IS NOT NULL;
      ALTER TABLE notification.messages DROP CONSTRAINT messages_about_one_thing, DROP COLUMN rights_request_id,
        ALTER COLUMN dossier_id SET NOT NULL;`);
  }
}
