import { type KeptOrder, returnableOf, type Split } from '@mocua/engine/payment';
import type { DossierDue } from '@mocua/server/dossier';
import type { SqlExecutor } from '@mocua/server/kernel';
import type { Settlement } from '../persistence/settlements';
import type { MoneyStores } from './money-stores';

/** A payment, and what of it may go back now. Integer đồng. */
export interface Returnable {
  readonly settled: Settlement;
  readonly split: Split;
  readonly amount: number;
  /** What of it went back before, or was asked to. */
  readonly already: number;
}

/** What may go back of each payment of a dossier; `sql` is the transaction that decides. */
export async function returnablesOf(
  due: DossierDue,
  { settlements, refunds }: Pick<MoneyStores, 'settlements' | 'refunds'>,
  sql?: SqlExecutor,
): Promise<Returnable[]> {
  const settled = await settlements.ofDossier(due.dossierId, sql);
  const returned = await refunds.returnedOf(due.dossierId, sql);
  const before = (orderId: string): Split => returned.get(orderId) ?? { charge: 0, fee: 0 };
  let kept = settled.map(({ orderId, charge, fee }): KeptOrder => {
    const back = before(orderId);
    return { orderId, charge: charge - back.charge, fee: fee - back.fee };
  });
  // What goes back of one payment is no longer there to go back of the next: first what goes back by itself, the newest first.
  const inTurn = settled.toSorted(
    (one, other) =>
      Number(one.transactionId === null) - Number(other.transactionId === null) ||
      other.settledAt.getTime() - one.settledAt.getTime(),
  );
  return inTurn.map((each) => {
    const split = returnableOf(each.orderId, kept, due.refundable ? null : due.owed);
    kept = kept.map((order) =>
      order.orderId === each.orderId
        ? { ...order, charge: order.charge - split.charge, fee: order.fee - split.fee }
        : order,
    );
    const { charge, fee } = before(each.orderId);
    return { settled: each, split, amount: split.charge + split.fee, already: charge + fee };
  });
}
