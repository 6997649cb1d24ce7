import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the national portal was told and answered, where drafts come from, and channels by name. An attempt that failed
 * because the destination was down is forgiven, so that an outage puts no message aside.
 */
export class ReachTheNationalPortal1790600001200 implements MigrationInterface {
  readonly name = 'ReachTheNationalPortal1790600001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE kernel.outbox ADD COLUMN forgiven integer NOT NULL DEFAULT 0;
      CREATE INDEX outbox_pending ON kernel.outbox (destination, id) WHERE state = 'pending';
      CREATE INDEX outbox_dead ON kernel.outbox (destination, id) WHERE state = 'dead';

      ALTER TABLE dossier.drafts ADD COLUMN origin jsonb;
      UPDATE dossier.dossiers SET state = jsonb_set(state, '{channel}', '"kiosk"')
       WHERE source_system = 'mocua-kiosk' AND state->>'channel' = 'online';
      UPDATE dossier.dossiers SET state = jsonb_set(state, '{channel}', '"counter"') WHERE state->>'channel' = 'direct';

      CREATE SCHEMA national_portal;

      CREATE TABLE national_portal.sent (
        dossier_id uuid PRIMARY KEY,
        code text NOT NULL,
        seq integer NOT NULL,
        head_hash bytea NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT sent_code_unique UNIQUE (code)
      );

      CREATE TABLE national_portal.reconciliations (
        run_id uuid PRIMARY KEY,
        started_at timestamptz NOT NULL,
        finished_at timestamptz NOT NULL,
        compared integer NOT NULL,
        different integer NOT NULL,
        unanswered integer NOT NULL
      );
      CREATE INDEX reconciliations_newest ON national_portal.reconciliations (finished_at DESC);

      CREATE TABLE national_portal.differences (
        dossier_id uuid PRIMARY KEY,
        code text NOT NULL,
        cause text NOT NULL,
        details jsonb NOT NULL,
        found_at timestamptz NOT NULL,
        run_id uuid NOT NULL
      );
      CREATE INDEX differences_page ON national_portal.differences (code, dossier_id);

      CREATE TABLE national_portal.arrivals (
        message_id text PRIMARY KEY,
        kind text NOT NULL,
        external_code text NOT NULL,
        outcome text NOT NULL,
        problem text,
        dossier_id uuid,
        arrived_at timestamptz NOT NULL
      );
      CREATE INDEX arrivals_newest ON national_portal.arrivals (arrived_at DESC);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP SCHEMA national_portal CASCADE;
      UPDATE dossier.dossiers SET state = jsonb_set(state, '{channel}', '"online"') WHERE state->>'channel' = 'kiosk';
      UPDATE dossier.dossiers SET state = jsonb_set(state, '{channel}', '"direct"') WHERE state->>'channel' = 'counter';
      ALTER TABLE dossier.drafts DROP COLUMN origin;
      DROP INDEX kernel.outbox_pending, kernel.outbox_dead;
      ALTER TABLE kernel.outbox DROP COLUMN forgiven;`);
  }
}
