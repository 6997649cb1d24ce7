import type { DossierId } from '@mocua/contract';
import type { RecordMoney } from '@mocua/server/dossier';
import { OutboxHandler, type OutboxRow } from '@mocua/server/kernel';
import type { Refunds } from '../persistence/refunds';
import type { Settlements } from '../persistence/settlements';
import { toDossier } from './money-effects';

/** Tells dossiers of their money, in the order it was booked. Telling it again changes nothing. */
export class DossierRelayHandler extends OutboxHandler {
  override readonly destination = toDossier;

  constructor(
    private readonly settlements: Settlements,
    private readonly refunds: Refunds,
    private readonly dossiers: Pick<RecordMoney, 'payment' | 'refund'>,
  ) {
    super();
  }

  override async deliver({ payload }: OutboxRow): Promise<void> {
    const dossierId = String(payload['dossierId']) as DossierId;
    const orderId = String(payload['orderId']);
    const { refundId } = payload;
    if (typeof refundId === 'string') {
      const refund = await this.refunds.byId(refundId);
      if (!refund) throw new Error('a refund that was told without being asked for');
      await this.dossiers.refund({ dossierId, orderId, refundId, amount: refund.amount });
      return;
    }
    const settled = await this.settlements.byOrder(orderId);
    if (!settled) throw new Error('an order that was told without being settled');
    const { amount, method, paidAt, receipt } = settled;
    await this.dossiers.payment({
      dossierId,
      orderId,
      amount,
      method,
      paidAt: paidAt.toISOString(),
      receipt,
    });
  }
}
