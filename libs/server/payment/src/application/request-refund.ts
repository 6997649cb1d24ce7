import type { DossierPayments, getDossierPayments, InputOf, requestRefund } from '@mocua/contract';
import { bookRefund } from '@mocua/engine/payment';
import type { DossierDue, DossierDues } from '@mocua/server/dossier';
import {
  type Clock,
  type Database,
  namedId,
  type OfficerActor,
  problem,
  type SqlExecutor,
  writeOutbox,
} from '@mocua/server/kernel';
import type { CashDays, Drawer } from '../persistence/cash-days';
import { drawerOf, type Ledger } from '../persistence/ledger';
import type { Settlement } from '../persistence/settlements';
import { giveBack, tellDossier } from './money-effects';
import type { MoneyStores } from './money-stores';
import { receivedOf } from './read-payment';
import { assignmentOf } from './run-cash-desk';

/** Gives a payment back for a dossier that ended without the work: the way it came, cash out of the drawer of the cashier. */
export class RequestRefund {
  constructor(
    private readonly database: Database,
    private readonly dues: Pick<DossierDues, 'forOfficer'>,
    private readonly stores: MoneyStores,
    private readonly days: CashDays,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async look(actor: OfficerActor, { params }: InputOf<typeof getDossierPayments>): Promise<DossierPayments> {
    return viewOf(await this.dues.forOfficer(actor, params.dossierId));
  }

  /**
   * A repeated wish changes nothing: a payment goes back once.
   *
   * @throws Problem `dossier.not-found`, `payment.not-found`, `payment.not-refundable`, `payment.day-closed`
   */
  async execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof requestRefund>,
  ): Promise<DossierPayments> {
    const due = await this.dues.forOfficer(actor, params.dossierId);
    const settled = await this.stores.settlements.byOrder(body.orderId);
    if (settled?.dossierId !== params.dossierId) throw problem('payment.not-found');
    if (!due.refundable) throw problem('payment.not-refundable');
    const asked = { at: this.clock.now(), by: actor.partyId, note: body.reason };
    await this.database.transaction(async (tx) => {
      const { transactionId, orderId, amount } = settled;
      if (transactionId === null) await this.payOut(tx, actor, settled, asked);
      else
        await giveBack(tx, this.stores.refunds, { transactionId, orderId, amount, why: 'requested' }, asked);
    });
    return viewOf(due);
  }

  private async payOut(
    tx: SqlExecutor,
    actor: OfficerActor,
    settled: Settlement,
    asked: Parameters<typeof giveBack>[3],
  ): Promise<void> {
    const { refunds } = this.stores;
    const { orderId, amount, dossierId } = settled;
    const drawer: Drawer = {
      unitId: assignmentOf(actor).unitId,
      cashier: actor.partyId,
      day: this.clock.today(),
    };
    await this.days.open(tx, drawer);
    const refundId = namedId<string>('refund', orderId);
    if (!(await refunds.add(tx, { refundId, transactionId: null, orderId, amount, why: 'requested' }, asked)))
      return;
    await refunds.finish(tx, refundId, asked.at);
    const journal = { journalId: refundId, at: asked.at, subject: orderId };
    await this.ledger.book(tx, journal, bookRefund(drawerOf(drawer.unitId, drawer.cashier), settled));
    await writeOutbox(tx, [tellDossier(dossierId, orderId, refundId)]);
  }
}

function viewOf(due: DossierDue): DossierPayments {
  return { due: due.amount, received: receivedOf(due), refundable: due.refundable };
}
