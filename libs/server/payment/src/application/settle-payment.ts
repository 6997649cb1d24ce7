import { bookPayment, bookSuspense, judgePayment, type PaymentVerdict } from '@mocua/engine/payment';
import type { DossierDue } from '@mocua/server/dossier';
import { type Clock, type Database, namedId, type SqlExecutor, writeOutbox } from '@mocua/server/kernel';
import type { Order } from '../domain/order';
import type { Ledger } from '../persistence/ledger';
import type { LearnedFrom } from '../persistence/movements';
import type { Dues, PlatformPayment } from '../ports';
import { giveBack, tellDossier } from './money-effects';
import type { MoneyStores } from './money-stores';
import { owedNow } from './owed-now';

export type Settled = PaymentVerdict['kind'] | 'known';

/**
 * Takes note of money that was paid at the platform, from wherever it was learned. One movement is booked once, one order is
 * settled once, and what nobody owes is kept apart: it goes back, or waits for somebody to look at it.
 */
export class SettlePayment {
  constructor(
    private readonly database: Database,
    private readonly stores: MoneyStores,
    private readonly ledger: Ledger,
    private readonly dues: Dues,
    private readonly clock: Clock,
  ) {}

  async execute(payment: PlatformPayment, from: LearnedFrom): Promise<Settled> {
    const known = await this.stores.orders.byReference(payment.reference);
    const due = known && (await this.dues.of(known.dossierId));
    return this.database.transaction((tx) => this.settle(tx, payment, from, due));
  }

  private async settle(
    tx: SqlExecutor,
    payment: PlatformPayment,
    from: LearnedFrom,
    due: DossierDue | null,
  ): Promise<Settled> {
    const { orders, movements } = this.stores;
    if (due) await orders.lockDossier(tx, due.dossierId);
    const order = due && (await orders.byReference(payment.reference, tx));
    const verdict = await this.judge(tx, payment, order, due);
    const at = this.clock.now();
    const learned = { from, at, verdict: 'why' in verdict ? verdict.why : verdict.kind };
    if (!(await movements.add(tx, { ...payment, kind: 'payment' }, learned))) return 'known';
    if (verdict.kind === 'settle' && order && due) await this.settleOrder(tx, payment, order, due, at);
    else await this.setApart(tx, payment, order, verdict, at);
    return verdict.kind;
  }

  private async judge(
    tx: SqlExecutor,
    payment: PlatformPayment,
    order: Order | null,
    due: DossierDue | null,
  ): Promise<PaymentVerdict> {
    const { settlements } = this.stores;
    const isPaid = order !== null && (await settlements.isOwedPaid(tx, order));
    const amount = due ? await owedNow(due, settlements, tx) : 0;
    return judgePayment(order, { amount, isPaid }, payment.amount);
  }

  private async settleOrder(
    tx: SqlExecutor,
    payment: PlatformPayment,
    order: Order,
    due: DossierDue,
    at: Date,
  ): Promise<void> {
    const { orders, settlements } = this.stores;
    // Another order may be open for the same money; it is no longer needed.
    const open = await orders.openOf(order.dossierId, tx);
    if (open && open.orderId !== order.orderId) await orders.setState(tx, open.orderId, 'cancelled');
    await orders.setState(tx, order.orderId, 'settled');
    await settlements.add(tx, order, {
      transactionId: payment.transactionId,
      paidAt: new Date(payment.paidAt),
      settledAt: at,
      agency: due.agency,
      cash: null,
    });
    await this.ledger.book(tx, this.journal(payment, at), bookPayment('platform', order));
    await writeOutbox(tx, [tellDossier(order.dossierId, order.orderId, null)]);
  }

  private async setApart(
    tx: SqlExecutor,
    payment: PlatformPayment,
    order: Order | null,
    verdict: PaymentVerdict,
    at: Date,
  ): Promise<void> {
    const { refunds, unmatched } = this.stores;
    await this.ledger.book(tx, this.journal(payment, at), bookSuspense('platform', payment.amount));
    if (verdict.kind === 'unmatched') {
      const seen = { at, expected: order?.amount ?? null, dossierCode: order?.dossierCode ?? null };
      await unmatched.add(tx, verdict.why, { ...payment, kind: 'payment' }, seen);
    } else if (verdict.kind === 'return') {
      const { transactionId, amount } = payment;
      await giveBack(
        tx,
        refunds,
        { transactionId, orderId: null, amount, split: null, already: 0, why: verdict.why },
        { at, by: null, note: null },
      );
    }
  }

  private journal({ transactionId, reference }: PlatformPayment, at: Date) {
    return { journalId: namedId<string>('payment', transactionId), at, subject: reference };
  }
}
