import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is reported of dossiers: the facts of each that count, counters by month, reports with who answers for them and what was
 * acknowledged. Nothing here names a person. Reports and their releases are only added.
 */
export class CreateReporting1790600003600 implements MigrationInterface {
  readonly name = 'CreateReporting1790600003600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reporting;

      CREATE TABLE reporting.dossiers (
        dossier_id uuid PRIMARY KEY,
        record_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
        facts jsonb NOT NULL
      );

      CREATE TABLE reporting.counters (
        month text NOT NULL,
        unit_id uuid NOT NULL,
        procedure_code text NOT NULL,
        measure text NOT NULL,
        total integer NOT NULL,
        CONSTRAINT counters_pkey PRIMARY KEY (month, unit_id, procedure_code, measure)
      );

      CREATE TABLE reporting.reports (
        month text NOT NULL,
        version integer NOT NULL,
        indicator_set integer NOT NULL,
        lines jsonb NOT NULL,
        digest text NOT NULL,
        state_xid xid8 NOT NULL,
        state_position bigint NOT NULL,
        computed_at timestamptz NOT NULL,
        reason text,
        CONSTRAINT reports_pkey PRIMARY KEY (month, version),
        CONSTRAINT reports_corrections_have_reasons CHECK (version = 1 OR reason IS NOT NULL)
      );

      CREATE TABLE reporting.releases (
        month text NOT NULL,
        version integer NOT NULL,
        released_at timestamptz NOT NULL,
        answerable text NOT NULL,
        CONSTRAINT releases_pkey PRIMARY KEY (month, version),
        CONSTRAINT releases_of_reports FOREIGN KEY (month, version) REFERENCES reporting.reports (month, version)
      );

      CREATE TABLE reporting.acknowledgements (
        month text NOT NULL,
        version integer NOT NULL,
        receipt text NOT NULL,
        acknowledged_at timestamptz NOT NULL,
        CONSTRAINT acknowledgements_pkey PRIMARY KEY (month, version),
        CONSTRAINT acknowledgements_of_releases FOREIGN KEY (month, version) REFERENCES reporting.releases (month, version)
      );

      CREATE FUNCTION reporting.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a report is only added to';
      END $$;
      CREATE TRIGGER reports_only_grow BEFORE UPDATE OR DELETE ON reporting.reports
        FOR EACH ROW EXECUTE FUNCTION reporting.refuse_change();
      CREATE TRIGGER releases_only_grow BEFORE UPDATE OR DELETE ON reporting.releases
        FOR EACH ROW EXECUTE FUNCTION reporting.refuse_change();
      CREATE TRIGGER acknowledgements_only_grow BEFORE UPDATE OR DELETE ON reporting.acknowledgements
        FOR EACH ROW EXECUTE FUNCTION reporting.refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA reporting CASCADE;');
  }
}
