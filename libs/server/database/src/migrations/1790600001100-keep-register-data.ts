import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each register stands to a draft, and with that every exception under which a dossier was filed. */
export class KeepRegisterData1790600001100 implements MigrationInterface {
  readonly name = 'KeepRegisterData1790600001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier.register_data (
        draft_id uuid NOT NULL REFERENCES dossier.drafts (draft_id) ON DELETE CASCADE,
        register text NOT NULL,
        state text NOT NULL,
        degraded_mode text,
        lookup_id uuid,
        asked_at timestamptz NOT NULL,
        down_since timestamptz,
        CONSTRAINT register_data_pkey PRIMARY KEY (draft_id, register),
        CONSTRAINT register_data_state_known CHECK (state IN ('filled', 'not-found', 'not-asked', 'down')),
        CONSTRAINT register_data_mode_known CHECK (degraded_mode IN ('wait', 'manual', 'documents')),
        CONSTRAINT register_data_down_has_a_mode
          CHECK ((state = 'down') = (degraded_mode IS NOT NULL) AND (state = 'down') = (down_since IS NOT NULL))
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier.register_data;');
  }
}
