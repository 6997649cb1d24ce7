import type { Database, OutboxRow } from '@mocua/server/kernel';
import { KeepNotice, Messages, ReceptionAlerts } from '@mocua/server/notification';

/** How old a message may be and still count as unread. */
const freshMs = 3 * 24 * 3_600_000;

/**
 * Puts the notices of the told stories into the inboxes, where people look for them. Nothing is sent: nobody wants to hear
 * today what happened weeks ago.
 */
export async function settleNotices(database: Database, now: number): Promise<void> {
  const keeping = new KeepNotice(new Messages(database), new ReceptionAlerts(database));
  const rows = await database.query<Pick<OutboxRow, 'id' | 'payload'> & Record<string, unknown>>(
    `SELECT id::text AS id, payload FROM kernel.outbox WHERE destination = 'notification' AND state <> 'delivered' ORDER BY id`,
  );
  for (const row of rows) await keeping.execute(row, new Date(now).toISOString());
  await database.query(`UPDATE kernel.outbox SET state = 'delivered' WHERE destination = 'notification'`);
  await database.query(`UPDATE notification.messages SET read_at = at WHERE at < $1 AND read_at IS NULL`, [
    new Date(now - freshMs),
  ]);
}
