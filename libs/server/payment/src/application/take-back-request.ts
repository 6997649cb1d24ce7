import type { DossierId, InputOf, OfficerDossierView, revokePaymentRequest } from '@mocua/contract';
import type {
  DossierDue,
  DossierDues,
  ReadOfficerDossier,
  RevokePaymentRequest,
} from '@mocua/server/dossier';
import {
  type IdempotencyRequest,
  type Logger,
  type OfficerActor,
  problem,
  type SqlExecutor,
} from '@mocua/server/kernel';
import type { PaymentPlatform } from '../ports';
import type { MoneyStores } from './money-stores';
import { arrivingFor } from './owed-now';
import type { SettlePayment } from './settle-payment';

/**
 * Takes back what was asked for during the work. An order that could be paid ends with it: from then on the platform is told
 * that nothing is to be paid, and money that comes all the same goes back by itself, because nobody owes it.
 */
export class TakeBackRequest {
  constructor(
    private readonly dues: Pick<DossierDues, 'forOfficer'>,
    private readonly revoking: Pick<RevokePaymentRequest, 'execute'>,
    private readonly dossiers: Pick<ReadOfficerDossier, 'execute'>,
    private readonly stores: MoneyStores,
    private readonly platform: PaymentPlatform,
    private readonly settling: SettlePayment,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** @throws Problem `payment.already-paid`, and what {@link RevokePaymentRequest} refuses with */
  async execute(
    actor: OfficerActor,
    input: InputOf<typeof revokePaymentRequest>,
    key: IdempotencyRequest,
  ): Promise<OfficerDossierView> {
    const { dossierId } = input.params;
    const due = await this.dues.forOfficer(actor, dossierId);
    await this.hearWhatWasPaid(dossierId);
    await this.revoking.execute(actor, input, key, (tx) => this.release(tx, due));
    return this.dossiers.execute(actor, dossierId);
  }

  /** A callback may be on its way: what was paid on the page of an open order is settled first. */
  private async hearWhatWasPaid(dossierId: DossierId): Promise<void> {
    const open = await this.stores.orders.openOf(dossierId);
    if (open?.payUrl == null) return;
    try {
      for (const payment of await this.platform.paymentsOf(open.reference))
        await this.settling.execute(payment, 'look-up');
    } catch (error) {
      this.logger.warn(
        { err: error, orderId: open.orderId },
        'the payment platform was not heard before a request was taken back; what was paid goes back',
      );
    }
  }

  private async release(tx: SqlExecutor, due: DossierDue): Promise<void> {
    const { orders, settlements } = this.stores;
    await orders.lockDossier(tx, due.dossierId);
    if ((await arrivingFor(due, settlements, tx)) > 0) throw problem('payment.already-paid');
    const open = await orders.openOf(due.dossierId, tx);
    if (open) await orders.setState(tx, open.orderId, 'cancelled');
  }
}
