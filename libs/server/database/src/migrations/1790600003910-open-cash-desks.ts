import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which units take cash, and for whom, from which day on. Rules are added and never changed. A day of a drawer and a settlement
 * know who keeps the money, so that a later rule does not change what was done.
 */
export class OpenCashDesks1790600003910 implements MigrationInterface {
  readonly name = 'OpenCashDesks1790600003910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment.cash_desk_rules (
        unit_id uuid NOT NULL,
        effective_from date NOT NULL,
        kind text NOT NULL CONSTRAINT cash_desk_rules_kind_known CHECK (kind IN ('own', 'on-behalf', 'none')),
        keeper uuid,
        basis text NOT NULL,
        set_by uuid,
        set_at timestamptz NOT NULL,
        CONSTRAINT cash_desk_rules_pkey PRIMARY KEY (unit_id, effective_from),
        CONSTRAINT cash_desk_rules_keeper_on_behalf CHECK ((kind = 'on-behalf') = (keeper IS NOT NULL)),
        CONSTRAINT cash_desk_rules_keeper_is_another CHECK (keeper <> unit_id)
      );
      CREATE TRIGGER cash_desk_rules_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.cash_desk_rules
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();

      INSERT INTO payment.cash_desk_rules (unit_id, effective_from, kind, basis, set_at)
        SELECT unit_id, min(day), 'own', 'Đã thu tiền mặt trước khi có quy định nơi thu', now() FROM payment.cash_days GROUP BY unit_id;

      ALTER TABLE payment.cash_days ADD COLUMN kept_by uuid;
      UPDATE payment.cash_days SET kept_by = unit_id;
      ALTER TABLE payment.cash_days ALTER COLUMN kept_by SET NOT NULL;
      CREATE INDEX cash_days_newest ON payment.cash_days (unit_id, day DESC, cashier);
      CREATE INDEX cash_days_kept ON payment.cash_days (kept_by, day DESC, unit_id, cashier);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payment.cash_days_kept;
      DROP INDEX payment.cash_days_newest;
      ALTER TABLE payment.cash_days DROP COLUMN kept_by;
      DROP TABLE payment.cash_desk_rules;`);
  }
}
