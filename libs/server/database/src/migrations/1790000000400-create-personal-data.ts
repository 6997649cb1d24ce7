import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Subject keys, sealed values and the record of readings. */
export class CreatePersonalData1790000000400 implements MigrationInterface {
  readonly name = 'CreatePersonalData1790000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS personal_data;

      CREATE TABLE personal_data.subject_keys (
        subject_id uuid PRIMARY KEY,
        wrapped_key bytea,
        key_id text NOT NULL,
        created_at timestamptz NOT NULL,
        erased_at timestamptz,
        CONSTRAINT subject_keys_erased_means_no_key CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL))
      );

      CREATE TABLE personal_data.sealed_values (
        value_id uuid PRIMARY KEY,
        subject_id uuid NOT NULL,
        kind text NOT NULL,
        ciphertext bytea NOT NULL,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT sealed_values_digest_is_sha256 CHECK (octet_length(digest) = 32),
        CONSTRAINT sealed_values_subject_has_key FOREIGN KEY (subject_id)
          REFERENCES personal_data.subject_keys (subject_id)
      );
      CREATE INDEX sealed_values_of_subject ON personal_data.sealed_values (subject_id);

      CREATE TABLE personal_data.readings (
        stream_id uuid NOT NULL,
        seq bigint NOT NULL,
        subject_id uuid NOT NULL,
        reader_kind text NOT NULL,
        reader_id text NOT NULL,
        reader_label text NOT NULL,
        purpose text NOT NULL,
        dossier_id uuid,
        dossier_code text,
        read_at timestamptz NOT NULL,
        prev_hash bytea NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT readings_pkey PRIMARY KEY (stream_id, seq),
        CONSTRAINT readings_reader_kind_known CHECK (reader_kind IN ('officer', 'citizen', 'system')),
        CONSTRAINT readings_hash_is_sha256 CHECK (octet_length(hash) = 32 AND octet_length(prev_hash) = 32)
      );
      CREATE INDEX readings_of_subject ON personal_data.readings (subject_id, read_at DESC, stream_id DESC, seq DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA personal_data CASCADE');
  }
}
