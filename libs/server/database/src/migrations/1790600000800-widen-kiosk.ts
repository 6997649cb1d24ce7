import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Kiosks get settings from afar, tell how their parts do, and sign people in; a citizen's session may be bound to one. The
 * services of the hall (calls, queue numbers, drafts handed over) live in a schema of their own.
 */
export class WidenKiosk1790600000800 implements MigrationInterface {
  readonly name = 'WidenKiosk1790600000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(devices);
    await runner.query(signIns);
    await runner.query('CREATE SCHEMA kiosk');
    await runner.query(hall);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA kiosk CASCADE');
    await runner.query('DROP TABLE identity.kiosk_sign_ins');
    await runner.query('ALTER TABLE identity.sessions DROP COLUMN device_id');
    await runner.query(
      'ALTER TABLE identity.devices DROP COLUMN settings, DROP COLUMN app_version, DROP COLUMN parts',
    );
  }
}

const devices = `
  ALTER TABLE identity.devices
    ADD COLUMN settings jsonb,
    ADD COLUMN app_version text,
    ADD COLUMN parts jsonb;
  ALTER TABLE identity.sessions
    ADD COLUMN device_id uuid REFERENCES identity.devices (device_id),
    ADD CONSTRAINT sessions_at_a_device_are_of_citizens CHECK (device_id IS NULL OR audience = 'citizen');
  CREATE UNIQUE INDEX sessions_one_open_at_a_device ON identity.sessions (device_id)
    WHERE ended_at IS NULL AND device_id IS NOT NULL;`;

const signIns = `
  CREATE TABLE identity.kiosk_sign_ins (
    sign_in_id uuid PRIMARY KEY,
    device_id uuid NOT NULL REFERENCES identity.devices (device_id),
    code_hash bytea NOT NULL,
    match_number text NOT NULL,
    state text NOT NULL,
    party_id uuid REFERENCES identity.parties (party_id),
    level text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT kiosk_sign_ins_code_unique UNIQUE (code_hash),
    CONSTRAINT kiosk_sign_ins_state_known CHECK (state IN ('waiting', 'confirmed', 'refused', 'collected', 'cancelled')),
    CONSTRAINT kiosk_sign_ins_confirmed_by_somebody CHECK (state NOT IN ('confirmed', 'collected') OR party_id IS NOT NULL)
  );
  CREATE INDEX kiosk_sign_ins_open ON identity.kiosk_sign_ins (device_id) WHERE state IN ('waiting', 'confirmed');`;

const hall = `
  CREATE TABLE kiosk.calls (
    call_id uuid PRIMARY KEY,
    device_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    called_at timestamptz NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    ended_at timestamptz,
    CONSTRAINT calls_acknowledged_by_somebody CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
  );
  CREATE UNIQUE INDEX calls_one_open_at_a_device ON kiosk.calls (device_id) WHERE ended_at IS NULL;
  CREATE INDEX calls_open_in_unit ON kiosk.calls (unit_id, called_at) WHERE ended_at IS NULL;

  CREATE TABLE kiosk.queues (
    unit_id uuid NOT NULL,
    day date NOT NULL,
    last_number integer NOT NULL,
    PRIMARY KEY (unit_id, day)
  );
  CREATE TABLE kiosk.tickets (
    unit_id uuid NOT NULL,
    day date NOT NULL,
    number integer NOT NULL,
    device_id uuid NOT NULL,
    request_key text NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, day, number),
    CONSTRAINT tickets_one_per_request UNIQUE (device_id, request_key)
  );

  CREATE TABLE kiosk.handovers (
    handover_id uuid PRIMARY KEY,
    draft_id uuid NOT NULL,
    party_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    phone_code_hash bytea NOT NULL,
    counter_code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    phone_until timestamptz NOT NULL,
    counter_until timestamptz NOT NULL,
    opened_at timestamptz,
    CONSTRAINT handovers_phone_code_unique UNIQUE (phone_code_hash)
  );
  CREATE INDEX handovers_at_counter ON kiosk.handovers (unit_id, counter_code_hash);`;
