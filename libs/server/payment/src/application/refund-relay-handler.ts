import { bookRefund, bookReturn } from '@mocua/engine/payment';
import {
  type Clock,
  type Database,
  namedId,
  OutboxHandler,
  type OutboxRow,
  writeOutbox,
} from '@mocua/server/kernel';
import type { Ledger } from '../persistence/ledger';
import type { Refund } from '../persistence/refunds';
import type { PaymentPlatform } from '../ports';
import { tellDossier, toPlatform } from './money-effects';
import type { MoneyStores } from './money-stores';

/** Gives money back through the platform, after commit; however often a row is delivered, the money goes back once. */
export class RefundRelayHandler extends OutboxHandler {
  override readonly destination = toPlatform;

  constructor(
    private readonly database: Database,
    private readonly stores: MoneyStores,
    private readonly ledger: Ledger,
    private readonly platform: PaymentPlatform,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async deliver({ payload }: OutboxRow): Promise<void> {
    const refund = await this.stores.refunds.byId(String(payload['refundId']));
    if (!refund?.transactionId) throw new Error('a refund without a transaction');
    if (refund.state === 'done') return;
    const { refundId, transactionId, amount } = refund;
    const done = await this.platform.refund({ refundId, transactionId, amount });
    await this.finish({ ...refund, transactionId }, done);
  }

  private async finish(
    refund: Refund & { readonly transactionId: string },
    done: { readonly transactionId: string; readonly at: string },
  ): Promise<void> {
    const { movements, refunds, settlements } = this.stores;
    const { refundId, orderId, amount } = refund;
    await this.database.transaction(async (tx) => {
      const at = this.clock.now();
      if (!(await refunds.finish(tx, refundId, at))) return;
      const settled = orderId === null ? null : await settlements.byOrder(orderId, tx);
      const movement = {
        kind: 'refund' as const,
        transactionId: done.transactionId,
        reference: refundId,
        amount,
        paidAt: done.at,
      };
      await movements.add(tx, movement, { from: 'refund', at, verdict: refund.why });
      const postings =
        settled && refund.split ? bookRefund('platform', refund.split) : bookReturn('platform', amount);
      await this.ledger.book(tx, { journalId: namedId('refund', refundId), at, subject: refundId }, postings);
      if (settled) await writeOutbox(tx, [tellDossier(settled.dossierId, settled.orderId, refundId)]);
    });
  }
}
