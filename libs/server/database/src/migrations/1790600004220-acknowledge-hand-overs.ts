import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a unit handed over to the one it collects for, what arrived there, and how a difference ended. Each is written once and never
 * changed. Days that were closed before are still under way: nobody has said that the money arrived.
 */
export class AcknowledgeHandOvers1790600004220 implements MigrationInterface {
  readonly name = 'AcknowledgeHandOvers1790600004220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE payment.hand_overs (
        hand_over_id uuid PRIMARY KEY,
        unit_id uuid NOT NULL,
        cashier uuid NOT NULL,
        day date NOT NULL,
        keeper uuid NOT NULL,
        amount bigint NOT NULL CONSTRAINT hand_overs_amount_positive CHECK (amount > 0),
        handed_at timestamptz NOT NULL,
        CONSTRAINT hand_overs_one_for_a_day UNIQUE (unit_id, cashier, day),
        CONSTRAINT hand_overs_to_another CHECK (keeper <> unit_id)
      );
      CREATE INDEX hand_overs_of_keeper ON payment.hand_overs (keeper, handed_at DESC, hand_over_id);
      CREATE INDEX hand_overs_of_unit ON payment.hand_overs (unit_id, handed_at DESC, hand_over_id);

      CREATE TABLE payment.hand_over_receipts (
        hand_over_id uuid PRIMARY KEY REFERENCES payment.hand_overs (hand_over_id),
        counted bigint NOT NULL CONSTRAINT hand_over_receipts_counted CHECK (counted >= 0),
        reason text,
        received_by uuid NOT NULL,
        received_at timestamptz NOT NULL
      );
      CREATE TABLE payment.hand_over_resolutions (
        hand_over_id uuid PRIMARY KEY REFERENCES payment.hand_over_receipts (hand_over_id),
        kind text NOT NULL CONSTRAINT hand_over_resolutions_kind_known CHECK (kind IN ('settled', 'booked')),
        note text NOT NULL,
        resolved_by uuid NOT NULL,
        resolved_at timestamptz NOT NULL
      );
      CREATE TRIGGER hand_overs_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.hand_overs
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();
      CREATE TRIGGER hand_over_receipts_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.hand_over_receipts
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();
      CREATE TRIGGER hand_over_resolutions_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.hand_over_resolutions
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();

      INSERT INTO payment.hand_overs (hand_over_id, unit_id, cashier, day, keeper, amount, handed_at)
        SELECT gen_random_uuid(), unit_id, cashier, day, kept_by, counted, closed_at FROM payment.cash_days
         WHERE kept_by <> unit_id AND counted > 0;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE payment.hand_over_resolutions, payment.hand_over_receipts, payment.hand_overs;',
    );
  }
}
