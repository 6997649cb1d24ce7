import type { DossierId } from '@mocua/contract';
import { overpaidDestination } from '@mocua/server/dossier';
import { type Clock, type Database, OutboxHandler, type OutboxRow } from '@mocua/server/kernel';
import type { Dues } from '../ports';
import { deskStanding } from './desk-standing';
import { giveBack } from './money-effects';
import type { MoneyStores } from './money-stores';
import { returnablesOf } from './return-money';

/**
 * Gives back by itself what was paid online beyond what a dossier costs, after its answers were changed. Cash is handed out by
 * a cashier, when the person comes: the list of the desk is written anew with it.
 */
export class ReturnOverpaid extends OutboxHandler {
  override readonly destination = overpaidDestination;

  constructor(
    private readonly database: Database,
    private readonly dues: Dues,
    private readonly stores: MoneyStores,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver({ payload }: OutboxRow): Promise<void> {
    const due = await this.dues.of(String(payload['dossierId']) as DossierId);
    const asked = { at: this.clock.now(), by: null, note: null };
    await this.database.transaction(async (tx) => {
      await this.stores.orders.lockDossier(tx, due.dossierId);
      const all = await returnablesOf(due, this.stores, tx);
      await this.stores.deskReturns.put(tx, due.dossierId, deskStanding(due, all, asked.at));
      if (due.refundable) return; // it has ended since; whether all goes back is for an officer to say
      for (const { settled, split, amount, already } of all) {
        const { transactionId, orderId } = settled;
        if (amount === 0 || transactionId === null) continue;
        const money = { transactionId, orderId, amount, split, already, why: 'overpaid' };
        await giveBack(tx, this.stores.refunds, money, asked);
      }
    });
  }
}
