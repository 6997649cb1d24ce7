import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a message in the inbox says has to be paid, and until which day; empty for every other message. */
export class NameSumsInMessages1790600004200 implements MigrationInterface {
  readonly name = 'NameSumsInMessages1790600004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notification.messages
        ADD COLUMN amount bigint CONSTRAINT messages_amount_positive CHECK (amount > 0),
        ADD COLUMN pay_by date;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notification.messages DROP COLUMN amount, DROP COLUMN pay_by;');
  }
}
