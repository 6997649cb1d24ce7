import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers that people share with an agency; what for lies sealed under their key, the consent it rests on is named. */
export class ShareWithUnits1790600003800 implements MigrationInterface {
  readonly name = 'ShareWithUnits1790600003800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_store.unit_shares (
        share_id uuid PRIMARY KEY,
        paper_id uuid NOT NULL REFERENCES data_store.papers (paper_id) ON DELETE CASCADE,
        owner_party uuid NOT NULL,
        shared_by uuid NOT NULL,
        unit_id uuid NOT NULL,
        purpose_value_id uuid NOT NULL,
        consent_id uuid NOT NULL REFERENCES personal_data.consents (consent_id),
        shared_at timestamptz NOT NULL,
        until date NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX unit_shares_of_owner ON data_store.unit_shares (owner_party, shared_at DESC, share_id DESC);
      CREATE INDEX unit_shares_of_paper ON data_store.unit_shares (paper_id);
      CREATE INDEX unit_shares_open ON data_store.unit_shares (unit_id, shared_at DESC, share_id DESC)
        WHERE ended_at IS NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE data_store.unit_shares;');
  }
}
