import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Orders, the money that came in, receipts, refunds, and books that only grow. Settled once: an order has at most one
 * settlement, what was owed is settled by at most one order, a movement of the platform is booked once, and every number of
 * a receipt is given once. Each of these is a constraint, not a habit of the program.
 */
export class CreatePayment1790600001300 implements MigrationInterface {
  readonly name = 'CreatePayment1790600001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS payment;

      CREATE TABLE payment.orders (
        order_id uuid PRIMARY KEY,
        reference text NOT NULL CONSTRAINT orders_reference_unique UNIQUE,
        dossier_id uuid NOT NULL,
        dossier_code text NOT NULL,
        procedure_code text NOT NULL,
        owed_since integer NOT NULL,
        unit_id uuid NOT NULL,
        method text NOT NULL CONSTRAINT orders_method_known CHECK (method IN ('online', 'cash')),
        charge bigint NOT NULL CONSTRAINT orders_charge_not_negative CHECK (charge >= 0),
        fee bigint NOT NULL CONSTRAINT orders_fee_not_negative CHECK (fee >= 0),
        amount bigint NOT NULL CONSTRAINT orders_amount_is_sum CHECK (amount > 0 AND amount = charge + fee),
        state text NOT NULL CONSTRAINT orders_state_known CHECK (state IN ('open', 'settled', 'expired', 'cancelled')),
        pay_url text,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        look_up_at timestamptz,
        look_ups integer NOT NULL DEFAULT 0
      );
      CREATE UNIQUE INDEX orders_one_open ON payment.orders (dossier_id) WHERE state = 'open';
      CREATE INDEX orders_of_dossier ON payment.orders (dossier_id, created_at);
      CREATE INDEX orders_to_look_up ON payment.orders (look_up_at) WHERE look_up_at IS NOT NULL;
      CREATE INDEX orders_to_expire ON payment.orders (expires_at) WHERE state = 'open';

      CREATE TABLE payment.transactions (
        transaction_id text NOT NULL,
        kind text NOT NULL CONSTRAINT transactions_kind_known CHECK (kind IN ('payment', 'refund')),
        reference text NOT NULL,
        amount bigint NOT NULL CONSTRAINT transactions_amount_positive CHECK (amount > 0),
        happened_at timestamptz NOT NULL,
        learned_from text NOT NULL,
        learned_at timestamptz NOT NULL,
        verdict text NOT NULL,
        CONSTRAINT transactions_pkey PRIMARY KEY (kind, transaction_id)
      );
      CREATE INDEX transactions_of_day ON payment.transactions (happened_at);

      CREATE TABLE payment.settlements (
        order_id uuid NOT NULL CONSTRAINT settlements_one_per_order PRIMARY KEY REFERENCES payment.orders,
        dossier_id uuid NOT NULL,
        owed_since integer NOT NULL,
        method text NOT NULL,
        transaction_id text CONSTRAINT settlements_one_per_transaction UNIQUE,
        amount bigint NOT NULL CONSTRAINT settlements_amount_positive CHECK (amount > 0),
        paid_at timestamptz NOT NULL,
        settled_at timestamptz NOT NULL,
        receipt_symbol text NOT NULL,
        receipt_year integer NOT NULL,
        receipt_number integer NOT NULL CONSTRAINT receipt_number_of_eight_digits CHECK (receipt_number BETWEEN 1 AND 99999999),
        collected_by uuid,
        unit_id uuid NOT NULL,
        cash_day date,
        CONSTRAINT settlements_once_owed UNIQUE (dossier_id, owed_since),
        CONSTRAINT settlements_receipt_unique UNIQUE (receipt_symbol, receipt_year, receipt_number),
        CONSTRAINT settlements_cash_has_a_cashier CHECK ((method = 'cash') = (collected_by IS NOT NULL AND cash_day IS NOT NULL)),
        CONSTRAINT settlements_online_has_a_transaction CHECK ((method = 'online') = (transaction_id IS NOT NULL))
      );
      CREATE INDEX settlements_of_drawer ON payment.settlements (unit_id, collected_by, cash_day) WHERE method = 'cash';

      CREATE TABLE payment.receipt_counters (
        symbol text NOT NULL,
        year integer NOT NULL,
        last integer NOT NULL,
        CONSTRAINT receipt_counters_pkey PRIMARY KEY (symbol, year)
      );

      CREATE TABLE payment.refunds (
        refund_id uuid PRIMARY KEY,
        transaction_id text,
        order_id uuid,
        amount bigint NOT NULL CONSTRAINT refunds_amount_positive CHECK (amount > 0),
        why text NOT NULL,
        note text,
        requested_by uuid,
        state text NOT NULL CONSTRAINT refunds_state_known CHECK (state IN ('requested', 'done')),
        requested_at timestamptz NOT NULL,
        done_at timestamptz,
        CONSTRAINT refunds_one_per_transaction UNIQUE (transaction_id),
        CONSTRAINT refunds_one_per_order UNIQUE (order_id),
        CONSTRAINT refunds_of_something CHECK (num_nonnulls(transaction_id, order_id) > 0)
      );

      CREATE TABLE payment.unmatched (
        unmatched_id uuid PRIMARY KEY,
        kind text NOT NULL,
        transaction_kind text NOT NULL,
        transaction_id text,
        reference text NOT NULL,
        dossier_code text,
        amount bigint NOT NULL,
        expected bigint,
        found_at timestamptz NOT NULL,
        resolution text,
        note text,
        resolved_by uuid,
        resolved_at timestamptz,
        CONSTRAINT unmatched_once UNIQUE (kind, transaction_kind, transaction_id)
      );
      CREATE INDEX unmatched_open ON payment.unmatched (found_at, unmatched_id) WHERE resolution IS NULL;

      CREATE TABLE payment.callbacks (
        callback_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        received_at timestamptz NOT NULL,
        digest bytea NOT NULL,
        reference text,
        transaction_id text,
        verdict text NOT NULL
      );

      CREATE TABLE payment.entries (
        entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        journal_id uuid NOT NULL,
        booked_at timestamptz NOT NULL,
        debit text NOT NULL,
        credit text NOT NULL,
        amount bigint NOT NULL CONSTRAINT entries_amount_positive CHECK (amount > 0),
        subject text NOT NULL,
        CONSTRAINT entries_move_money CHECK (debit <> credit),
        CONSTRAINT entries_once UNIQUE (journal_id, debit, credit)
      );
      CREATE INDEX entries_of_debit ON payment.entries (debit);
      CREATE INDEX entries_of_credit ON payment.entries (credit);

      CREATE TABLE payment.cash_days (
        unit_id uuid NOT NULL,
        cashier uuid NOT NULL,
        day date NOT NULL,
        closed_at timestamptz,
        expected bigint,
        counted bigint,
        note text,
        CONSTRAINT cash_days_pkey PRIMARY KEY (unit_id, cashier, day),
        CONSTRAINT cash_days_closed_with_a_count CHECK ((closed_at IS NULL) = (counted IS NULL) AND (closed_at IS NULL) = (expected IS NULL))
      );

      CREATE TABLE payment.reconciliations (
        day date PRIMARY KEY,
        ran_at timestamptz NOT NULL,
        their_count integer NOT NULL,
        their_sum bigint NOT NULL,
        our_count integer NOT NULL,
        our_sum bigint NOT NULL,
        matched integer NOT NULL,
        differences integer NOT NULL
      );

      CREATE FUNCTION payment.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'payment.% only grows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER entries_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.entries
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();
      CREATE TRIGGER transactions_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.transactions
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();
      CREATE TRIGGER settlements_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.settlements
        FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change();

      ALTER TABLE document.documents DROP CONSTRAINT documents_kind_known;
      ALTER TABLE document.documents ADD CONSTRAINT documents_kind_known
        CHECK (kind IN ('submission-receipt', 'form-01', 'form-02', 'form-03', 'result', 'payment-receipt'));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA payment CASCADE');
  }
}
