import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Parties, representation, units with validity and succession, assignments, sessions, log-ins and devices.
 * Names, claims and identifiers of people are not here: `*_value` and `value_id` point into the vault.
 */
export class CreateIdentity1790000000100 implements MigrationInterface {
  readonly name = 'CreateIdentity1790000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA IF NOT EXISTS identity');
    await runner.query(parties);
    await runner.query(units);
    await runner.query(assignments);
    await runner.query(sessions);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}

const parties = `
  CREATE TABLE identity.parties (
    party_id uuid PRIMARY KEY,
    kind text NOT NULL,
    name_value uuid NOT NULL,
    claims_value uuid,
    claims_at timestamptz,
    level text,
    created_at timestamptz NOT NULL,
    CONSTRAINT parties_kind_known CHECK (kind IN ('person', 'organisation', 'foreigner')),
    CONSTRAINT parties_level_known CHECK (level IN ('L1', 'L2', 'FOREIGNER', 'ORG')),
    CONSTRAINT parties_claims_have_a_time CHECK ((claims_value IS NULL) = (claims_at IS NULL))
  );

  CREATE TABLE identity.party_identifiers (
    kind text NOT NULL,
    blind_index text NOT NULL,
    party_id uuid NOT NULL REFERENCES identity.parties (party_id),
    value_id uuid NOT NULL,
    CONSTRAINT party_identifiers_name_one_party PRIMARY KEY (kind, blind_index),
    CONSTRAINT party_identifiers_kind_known CHECK (kind IN ('personal-id', 'passport', 'tax-code', 'enterprise-code'))
  );
  CREATE INDEX party_identifiers_of_party ON identity.party_identifiers (party_id);

  CREATE TABLE identity.representations (
    representation_id uuid PRIMARY KEY,
    represented_id uuid NOT NULL REFERENCES identity.parties (party_id),
    representative_id uuid NOT NULL REFERENCES identity.parties (party_id),
    kind text NOT NULL,
    ground text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT representations_kind_known CHECK (kind IN ('guardian', 'delegate', 'organisation')),
    CONSTRAINT representations_of_another CHECK (represented_id <> representative_id),
    CONSTRAINT representations_end_after_start CHECK (valid_to >= valid_from)
  );
  CREATE INDEX representations_by_representative ON identity.representations (representative_id);`;

const units = `
  CREATE TABLE identity.units (
    unit_id uuid PRIMARY KEY,
    parent_id uuid REFERENCES identity.units (unit_id) DEFERRABLE INITIALLY DEFERRED,
    kind text NOT NULL,
    level_code text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    agency_identifier text,
    calendar_id text NOT NULL,
    address text NOT NULL,
    keeps_registers boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT units_kind_known CHECK (kind IN ('people-committee', 'department', 'division', 'one-stop-centre',
      'branch', 'reception-point', 'external')),
    CONSTRAINT units_agency_identifier_length CHECK (length(agency_identifier) BETWEEN 1 AND 35),
    CONSTRAINT units_end_after_start CHECK (valid_to >= valid_from)
  );
  CREATE UNIQUE INDEX units_agency_identifier_in_use ON identity.units (agency_identifier) WHERE valid_to IS NULL;

  CREATE TABLE identity.unit_successions (
    predecessor_id uuid NOT NULL REFERENCES identity.units (unit_id),
    successor_id uuid NOT NULL REFERENCES identity.units (unit_id),
    kind text NOT NULL,
    effective_from date NOT NULL,
    ground text NOT NULL,
    CONSTRAINT unit_successions_pkey PRIMARY KEY (predecessor_id, successor_id),
    CONSTRAINT unit_successions_kind_known CHECK (kind IN ('merged', 'renamed', 'split')),
    CONSTRAINT unit_successions_to_another CHECK (predecessor_id <> successor_id)
  );

  CREATE TABLE identity.unit_tree (
    only_row boolean PRIMARY KEY DEFAULT true,
    version bigint NOT NULL,
    CONSTRAINT unit_tree_has_one_row CHECK (only_row)
  );
  INSERT INTO identity.unit_tree (version) VALUES (1);`;

const assignments = `
  CREATE TABLE identity.assignments (
    assignment_id uuid PRIMARY KEY,
    party_id uuid NOT NULL REFERENCES identity.parties (party_id),
    unit_id uuid NOT NULL REFERENCES identity.units (unit_id),
    role text NOT NULL,
    signing_capacity text,
    title text NOT NULL,
    delegated_from uuid REFERENCES identity.assignments (assignment_id),
    ground text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    revoked_at timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT assignments_role_known CHECK (role IN ('one-stop-officer', 'specialist', 'leader', 'clerk', 'cashier',
      'inspector', 'unit-administrator', 'system-administrator')),
    CONSTRAINT assignments_signing_capacity_known CHECK (signing_capacity IN ('TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
    CONSTRAINT assignments_end_after_start CHECK (valid_to >= valid_from),
    CONSTRAINT assignments_delegation_has_an_end CHECK (delegated_from IS NULL OR valid_to IS NOT NULL)
  );
  CREATE INDEX assignments_of_party ON identity.assignments (party_id);
  CREATE INDEX assignments_in_unit ON identity.assignments (unit_id, role);`;

const sessions = `
  CREATE TABLE identity.sessions (
    session_id uuid PRIMARY KEY,
    token_hash bytea NOT NULL,
    audience text NOT NULL,
    party_id uuid NOT NULL REFERENCES identity.parties (party_id),
    level text,
    csrf_token text NOT NULL,
    id_token_sealed bytea,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    CONSTRAINT sessions_token_unique UNIQUE (token_hash),
    CONSTRAINT sessions_audience_known CHECK (audience IN ('citizen', 'officer')),
    CONSTRAINT sessions_end_reason_known CHECK (end_reason IN ('signed-out', 'expired', 'replaced', 'revoked')),
    CONSTRAINT sessions_end_has_a_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
  );
  CREATE INDEX sessions_open_of_party ON identity.sessions (party_id) WHERE ended_at IS NULL;

  CREATE TABLE identity.login_events (
    login_event_id uuid PRIMARY KEY,
    party_id uuid REFERENCES identity.parties (party_id),
    audience text NOT NULL,
    method text NOT NULL,
    outcome text NOT NULL,
    client text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT login_events_method_known CHECK (method IN ('vneid', 'sso', 'device')),
    CONSTRAINT login_events_outcome_known CHECK (outcome IN ('signed-in', 'signed-out', 'refused', 'expired'))
  );
  CREATE INDEX login_events_of_party ON identity.login_events (party_id, at DESC);

  CREATE TABLE identity.devices (
    device_id uuid PRIMARY KEY,
    name text NOT NULL,
    unit_id uuid NOT NULL REFERENCES identity.units (unit_id),
    place text NOT NULL,
    state text NOT NULL,
    registration_code_hash bytea,
    registration_expires_at timestamptz,
    token_hash bytea,
    csrf_token text,
    registered_by uuid NOT NULL REFERENCES identity.parties (party_id),
    created_at timestamptz NOT NULL,
    activated_at timestamptz,
    last_seen_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT devices_state_known CHECK (state IN ('awaiting', 'active', 'revoked')),
    CONSTRAINT devices_active_have_a_token CHECK (state <> 'active' OR token_hash IS NOT NULL)
  );
  CREATE UNIQUE INDEX devices_token_unique ON identity.devices (token_hash);
  CREATE UNIQUE INDEX devices_registration_code_unique ON identity.devices (registration_code_hash);`;
