import type { PaymentView, ReceivedPayment } from '@mocua/contract';
import { amountKept } from '@mocua/engine/dossier';
import { dongInWords } from '@mocua/engine/payment';
import type { DossierDue } from '@mocua/server/dossier';
import type { Clock } from '@mocua/server/kernel';
import { receiptText } from '../domain/order';
import type { CashDesks } from './cash-desks';
import type { MoneyStores } from './money-stores';
import { arrivingFor } from './owed-now';

/** Puts together what a person, or an officer, sees of the money of a dossier. */
export class ReadPayment {
  constructor(
    private readonly stores: MoneyStores,
    private readonly desks: CashDesks,
    private readonly clock: Clock,
  ) {}

  async view(due: DossierDue): Promise<PaymentView> {
    const { orders, settlements, refunds } = this.stores;
    const [open, arriving, returning, desk] = await Promise.all([
      orders.openOf(due.dossierId),
      arrivingFor(due, settlements),
      refunds.returningFor(due.dossierId),
      this.desks.of(due.receivingUnit),
    ]);
    const owed = Math.max(0, due.amount - arriving);
    const isPayable = open !== null && open.expiresAt > this.clock.now() && open.amount === owed;
    return {
      dossierId: due.dossierId,
      code: due.code,
      procedure: due.procedure,
      due: owed,
      dueInWords: dongInWords(owed),
      timing: due.timing,
      payBy: due.payBy,
      payOverdue: due.payOverdue,
      arriving,
      order: isPayable
        ? {
            orderId: open.orderId,
            amount: open.amount,
            payUrl: open.payUrl,
            expiresAt: open.expiresAt.toISOString(),
          }
        : null,
      received: receivedOf(due),
      returning,
      overpaid: due.overpaid,
      receivingUnit: due.receivingUnitName,
      cashDesk: desk && {
        unit: desk.unitName,
        onBehalfOf: desk.keeper === desk.unitId ? null : desk.keeperName,
      },
    };
  }
}

export function receivedOf(due: DossierDue): ReceivedPayment[] {
  return due.payments.map((payment) => ({
    orderId: payment.orderId as ReceivedPayment['orderId'],
    amount: payment.amount,
    method: payment.method,
    paidAt: payment.paidAt,
    receipt: receiptText(payment.receipt),
    documentId: payment.documentId,
    refundedAt: payment.refundedAt,
    returned: payment.amount - amountKept(payment),
  }));
}
