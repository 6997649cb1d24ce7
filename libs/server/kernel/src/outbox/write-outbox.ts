import type { SqlExecutor } from '../database';
import { outboxJson, type OutboxMessage } from './outbox';

/** Writes effects that leave after the commit of `tx`. */
export async function writeOutbox(tx: SqlExecutor, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx.query(
    `INSERT INTO kernel.outbox (destination, lane, payload, not_before)
     SELECT destination, lane, payload, not_before
       FROM jsonb_to_recordset($1::jsonb) AS o(destination text, lane text, payload jsonb, not_before timestamptz)`,
    [outboxJson(messages)],
  );
}
