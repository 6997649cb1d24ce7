import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readings by access and category, consents, bases of register look-ups, requests about rights, and breaches. */
export class KeepPrivacyRecords1790600001400 implements MigrationInterface {
  readonly name = 'KeepPrivacyRecords1790600001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE personal_data.readings
        ADD COLUMN access_id uuid,
        ADD COLUMN categories text[] NOT NULL DEFAULT '{}';
      CREATE INDEX readings_of_access ON personal_data.readings (access_id, subject_id) WHERE access_id IS NOT NULL;

      ALTER TABLE identity.assignments DROP CONSTRAINT assignments_role_known;
      ALTER TABLE identity.assignments ADD CONSTRAINT assignments_role_known CHECK (role IN ('one-stop-officer',
        'specialist', 'leader', 'clerk', 'cashier', 'inspector', 'unit-administrator', 'system-administrator',
        'data-protection-officer'));

      CREATE FUNCTION personal_data.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME; END $$;

      CREATE TABLE personal_data.consents (
        consent_id uuid PRIMARY KEY,
        party_id uuid NOT NULL,
        purpose text NOT NULL,
        text_version integer NOT NULL,
        text_hash bytea NOT NULL,
        decision text NOT NULL,
        method text NOT NULL,
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        CONSTRAINT consents_decision_known CHECK (decision IN ('given', 'withdrawn')),
        CONSTRAINT consents_method_known CHECK (method IN ('portal', 'kiosk', 'counter')),
        CONSTRAINT consents_hash_is_sha256 CHECK (octet_length(text_hash) = 32)
      );
      CREATE INDEX consents_of_party ON personal_data.consents (party_id, purpose, seq DESC);
      CREATE TRIGGER consents_only_grow BEFORE UPDATE OR DELETE ON personal_data.consents
        FOR EACH ROW EXECUTE FUNCTION personal_data.refuse_change();

      CREATE TABLE personal_data.lookups (
        lookup_id uuid PRIMARY KEY,
        register text NOT NULL,
        purpose text NOT NULL,
        purpose_version integer NOT NULL,
        basis_kind text NOT NULL,
        legal_basis text NOT NULL,
        notice_version integer NOT NULL,
        consent_id uuid REFERENCES personal_data.consents (consent_id),
        subject_id uuid NOT NULL,
        requester_kind text NOT NULL,
        requester_id text NOT NULL,
        requester_label text NOT NULL,
        draft_id uuid,
        dossier_id uuid,
        items text[] NOT NULL,
        begun_at timestamptz NOT NULL,
        finished_at timestamptz,
        outcome text,
        CONSTRAINT lookups_basis_known CHECK (basis_kind IN ('law', 'consent')),
        CONSTRAINT lookups_consent_where_it_is_the_basis CHECK ((basis_kind = 'consent') = (consent_id IS NOT NULL)),
        CONSTRAINT lookups_outcome_known CHECK (outcome IN ('found', 'not-found', 'failed')),
        CONSTRAINT lookups_end_with_an_outcome CHECK ((outcome IS NULL) = (finished_at IS NULL))
      );
      CREATE INDEX lookups_of_subject ON personal_data.lookups (subject_id, begun_at DESC);

      CREATE TABLE personal_data.rights_requests (
        request_id uuid PRIMARY KEY,
        code text NOT NULL,
        party_id uuid NOT NULL,
        filed_by uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        details_value_id uuid NOT NULL,
        answer_value_id uuid,
        filed_at timestamptz NOT NULL,
        acknowledge_by timestamptz NOT NULL,
        acknowledged_at timestamptz,
        due_at timestamptz NOT NULL,
        extended boolean NOT NULL DEFAULT false,
        rules_version integer NOT NULL,
        ground text,
        decided_at timestamptz,
        CONSTRAINT rights_requests_code_unique UNIQUE (code),
        CONSTRAINT rights_requests_state_known
          CHECK (state IN ('filed', 'acknowledged', 'fulfilled', 'partly', 'refused', 'taken-back')),
        CONSTRAINT rights_requests_decided_when_closed
          CHECK ((state IN ('filed', 'acknowledged')) = (decided_at IS NULL))
      );
      CREATE INDEX rights_requests_of_party ON personal_data.rights_requests (party_id, filed_at DESC, request_id DESC);
      CREATE INDEX rights_requests_open ON personal_data.rights_requests (due_at, request_id)
        WHERE state IN ('filed', 'acknowledged');
      CREATE INDEX rights_requests_closed ON personal_data.rights_requests (decided_at DESC, request_id DESC)
        WHERE state NOT IN ('filed', 'acknowledged');

      CREATE TABLE personal_data.rights_steps (
        request_id uuid NOT NULL REFERENCES personal_data.rights_requests (request_id),
        seq integer NOT NULL,
        step text NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid NOT NULL,
        actor_label text NOT NULL,
        note_value_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT rights_steps_pkey PRIMARY KEY (request_id, seq)
      );
      CREATE TRIGGER rights_steps_only_grow BEFORE UPDATE OR DELETE ON personal_data.rights_steps
        FOR EACH ROW EXECUTE FUNCTION personal_data.refuse_change();

      CREATE TABLE personal_data.breaches (
        breach_id uuid NOT NULL,
        version integer NOT NULL,
        code text NOT NULL,
        content jsonb NOT NULL,
        known_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_by_label text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT breaches_pkey PRIMARY KEY (breach_id, version)
      );
      CREATE INDEX breaches_by_time ON personal_data.breaches (known_at DESC, breach_id DESC, version DESC);
      CREATE TRIGGER breaches_only_grow BEFORE UPDATE OR DELETE ON personal_data.breaches
        FOR EACH ROW EXECUTE FUNCTION personal_data.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE personal_data.breaches, personal_data.rights_steps, personal_data.rights_requests,
        personal_data.lookups, personal_data.consents;
      DROP FUNCTION personal_data.refuse_change();
      ALTER TABLE identity.assignments DROP CONSTRAINT assignments_role_known;
      ALTER TABLE identity.assignments ADD CONSTRAINT assignments_role_known CHECK (role IN ('one-stop-officer',
        'specialist', 'leader', 'clerk', 'cashier', 'inspector', 'unit-administrator', 'system-administrator'));
      DROP INDEX personal_data.readings_of_access;
      ALTER TABLE personal_data.readings DROP COLUMN access_id, DROP COLUMN categories;`);
  }
}
