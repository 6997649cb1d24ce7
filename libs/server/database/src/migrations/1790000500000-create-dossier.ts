import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Streams, drafts, work-lists, timers and counters of dossiers. Tables written by every command carry no foreign keys:
 * one statement writes them together, and `verify` proves what a constraint would.
 */
export class CreateDossier1790000500000 implements MigrationInterface {
  readonly name = 'CreateDossier1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS dossier;

      CREATE TABLE dossier.dossiers (
        dossier_id uuid PRIMARY KEY,
        version integer NOT NULL,
        state jsonb NOT NULL,
        head_hash bytea NOT NULL,
        draft_id uuid,
        transaction_code text NOT NULL,
        code text,
        source_system text NOT NULL,
        external_code text,
        procedure_code text NOT NULL,
        processing text NOT NULL,
        owner_party uuid NOT NULL,
        submitter_party uuid NOT NULL,
        receiving_unit uuid NOT NULL,
        competent_unit uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT dossiers_one_per_draft UNIQUE (draft_id),
        CONSTRAINT dossiers_transaction_code_unique UNIQUE (transaction_code),
        CONSTRAINT dossiers_code_unique UNIQUE (code),
        CONSTRAINT dossiers_external_code_unique UNIQUE (source_system, external_code)
      );
      CREATE INDEX dossiers_of_owner ON dossier.dossiers (owner_party, submitted_at DESC, dossier_id DESC);
      CREATE INDEX dossiers_of_submitter ON dossier.dossiers (submitter_party, submitted_at DESC, dossier_id DESC);
      CREATE INDEX dossiers_of_receiving_unit ON dossier.dossiers (receiving_unit, updated_at DESC, dossier_id DESC);
      CREATE INDEX dossiers_of_competent_unit ON dossier.dossiers (competent_unit, updated_at DESC, dossier_id DESC);

      CREATE TABLE dossier.events (
        dossier_id uuid NOT NULL,
        seq integer NOT NULL,
        type text NOT NULL,
        schema_version smallint NOT NULL,
        occurred_at timestamptz NOT NULL,
        actor jsonb NOT NULL,
        payload jsonb NOT NULL,
        prev_hash bytea NOT NULL,
        hash bytea NOT NULL,
        position bigint GENERATED ALWAYS AS IDENTITY,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        CONSTRAINT events_pkey PRIMARY KEY (dossier_id, seq)
      );
      CREATE INDEX events_commit_order ON dossier.events (xid, position);

      CREATE TABLE dossier.work_items (
        dossier_id uuid NOT NULL,
        item_key text NOT NULL,
        queue text NOT NULL,
        unit_id uuid NOT NULL,
        role text NOT NULL,
        node_id text,
        sort_at timestamptz NOT NULL,
        overdue_at timestamptz,
        CONSTRAINT work_items_pkey PRIMARY KEY (dossier_id, item_key),
        CONSTRAINT work_items_queue_known CHECK (queue IN ('reception', 'tasks', 'supplement', 'return'))
      );
      CREATE INDEX work_items_list ON dossier.work_items (unit_id, queue, role, sort_at, dossier_id, item_key);

      CREATE TABLE dossier.counter_deltas (
        delta_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id uuid NOT NULL,
        queue text NOT NULL,
        role text NOT NULL,
        overdue_at timestamptz NOT NULL,
        delta integer NOT NULL
      );
      CREATE INDEX counter_deltas_of_unit ON dossier.counter_deltas (unit_id, queue, role);
      CREATE TABLE dossier.counters (
        unit_id uuid NOT NULL,
        queue text NOT NULL,
        role text NOT NULL,
        overdue_at timestamptz NOT NULL,
        total integer NOT NULL,
        CONSTRAINT counters_pkey PRIMARY KEY (unit_id, queue, role, overdue_at)
      );

      CREATE TABLE dossier.timers (
        dossier_id uuid NOT NULL,
        kind text NOT NULL,
        due_at timestamptz NOT NULL,
        CONSTRAINT timers_pkey PRIMARY KEY (dossier_id, kind)
      );
      CREATE INDEX timers_due ON dossier.timers (due_at);

      CREATE TABLE dossier.code_counters (
        prefix text NOT NULL,
        day date NOT NULL,
        last integer NOT NULL,
        CONSTRAINT code_counters_pkey PRIMARY KEY (prefix, day)
      );

      CREATE TABLE dossier.drafts (
        draft_id uuid PRIMARY KEY,
        owner_party uuid NOT NULL,
        submitter_party uuid NOT NULL,
        ground text NOT NULL,
        procedure_code text NOT NULL,
        procedure_version integer NOT NULL,
        version integer NOT NULL,
        files_version integer NOT NULL DEFAULT 0,
        provenance jsonb NOT NULL,
        prefill_value_id uuid NOT NULL,
        saved_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        submitted_dossier_id uuid
      );
      CREATE INDEX drafts_open_of_submitter ON dossier.drafts (submitter_party, procedure_code, saved_at DESC)
        WHERE submitted_dossier_id IS NULL;

      CREATE TABLE dossier.uploads (
        attachment_id uuid PRIMARY KEY,
        draft_id uuid,
        dossier_id uuid,
        component_code text NOT NULL,
        media_type text NOT NULL,
        size bigint NOT NULL,
        sha256 text NOT NULL,
        name_value_id uuid NOT NULL,
        name_digest text NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT uploads_belong_somewhere CHECK (num_nonnulls(draft_id, dossier_id) = 1)
      );
      CREATE INDEX uploads_of_draft ON dossier.uploads (draft_id) WHERE draft_id IS NOT NULL;
      CREATE INDEX uploads_of_dossier ON dossier.uploads (dossier_id) WHERE dossier_id IS NOT NULL;
      CREATE INDEX uploads_of_file ON dossier.uploads (sha256);

      CREATE TABLE dossier.checkpoints (
        checkpoint_seq bigint PRIMARY KEY,
        taken_at timestamptz NOT NULL,
        horizon xid8 NOT NULL,
        hash bytea NOT NULL
      );

      CREATE TABLE dossier.processing_times (
        procedure_code text NOT NULL,
        dossier_id uuid NOT NULL,
        completed_at timestamptz NOT NULL,
        working_minutes integer NOT NULL,
        CONSTRAINT processing_times_pkey PRIMARY KEY (procedure_code, dossier_id)
      );
      CREATE INDEX processing_times_recent ON dossier.processing_times (procedure_code, completed_at DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA dossier CASCADE');
  }
}
