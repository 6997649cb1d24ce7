import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A payment may go back in parts: each part follows from what went back before it, so a wish that is repeated is the same part.
 * What goes back is booked as it was split when it was asked for.
 */
export class GiveBackParts1790600003700 implements MigrationInterface {
  readonly name = 'GiveBackParts1790600003700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment.refunds
        ADD COLUMN already bigint NOT NULL DEFAULT 0 CONSTRAINT refunds_already_not_negative CHECK (already >= 0),
        ADD COLUMN charge bigint CONSTRAINT refunds_charge_not_negative CHECK (charge >= 0),
        ADD COLUMN fee bigint CONSTRAINT refunds_fee_not_negative CHECK (fee >= 0);
      UPDATE payment.refunds r SET charge = o.charge, fee = o.fee FROM payment.orders o WHERE o.order_id = r.order_id;
      ALTER TABLE payment.refunds
        DROP CONSTRAINT refunds_one_per_transaction,
        DROP CONSTRAINT refunds_one_per_order,
        ADD CONSTRAINT refunds_one_per_part_of_transaction UNIQUE (transaction_id, already),
        ADD CONSTRAINT refunds_one_per_part_of_order UNIQUE (order_id, already),
        ADD CONSTRAINT refunds_of_an_order_are_split
          CHECK ((order_id IS NULL AND charge IS NULL AND fee IS NULL) OR amount = charge + fee);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment.refunds
        DROP CONSTRAINT refunds_of_an_order_are_split,
        DROP CONSTRAINT refunds_one_per_part_of_order,
        DROP CONSTRAINT refunds_one_per_part_of_transaction,
        ADD CONSTRAINT refunds_one_per_order UNIQUE (order_id),
        ADD CONSTRAINT refunds_one_per_transaction UNIQUE (transaction_id),
        DROP COLUMN fee,
        DROP COLUMN charge,
        DROP COLUMN already;`);
  }
}
