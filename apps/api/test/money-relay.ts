import { randomUUID } from 'node:crypto';
import type { DossierId } from '@mocua/contract';
import { DossierDues, RecordMoney } from '@mocua/server/dossier';
import { DossierRelayHandler, RefundRelayHandler, ReturnOverpaid } from '@mocua/server/payment';
import type { ApiHarness } from './api-harness';

let receipts = 0;

/** Tells a dossier that what it owes was paid, as the payment domain would. */
export async function payWhatIsDue(api: ApiHarness, dossierId: DossierId): Promise<void> {
  const { amount } = await api.get(DossierDues).of(dossierId);
  if (amount === 0) return;
  receipts += 1;
  await api.get(RecordMoney).payment({
    dossierId,
    orderId: randomUUID(),
    amount,
    method: 'cash',
    paidAt: api.clock.iso(),
    receipt: { symbol: 'TEST/26E', year: 2026, number: receipts },
  });
}

/** Delivers what the payment domain wrote for dossiers and for the platform, as the worker would. */
export async function relayMoney(api: ApiHarness): Promise<void> {
  const { database } = api.parts;
  const handlers = [api.get(ReturnOverpaid), api.get(RefundRelayHandler), api.get(DossierRelayHandler)];
  for (const handler of handlers) {
    const rows = await database.query<{ id: string; lane: string; payload: Record<string, unknown> }>(
      `SELECT id::text AS id, lane, payload FROM kernel.outbox WHERE state = 'pending' AND destination = $1 ORDER BY id`,
      [handler.destination],
    );
    for (const row of rows) {
      await handler.deliver({ ...row, destination: handler.destination, attempts: 1 });
      await database.query(`UPDATE kernel.outbox SET state = 'delivered' WHERE id = $1`, [row.id]);
    }
  }
}
