import type { DossierPayments, getDossierPayments, InputOf, requestRefund } from '@mocua/contract';
import { bookRefund } from '@mocua/engine/payment';
import type { DossierDue, DossierDues } from '@mocua/server/dossier';
import {
  type Clock,
  type Database,
  type OfficerActor,
  problem,
  type SqlExecutor,
  writeOutbox,
} from '@mocua/server/kernel';
import type { CashDays, Drawer } from '../persistence/cash-days';
import { drawerOf, type Ledger } from '../persistence/ledger';
import type { CashDesks, CashDeskToday } from './cash-desks';
import { deskStanding } from './desk-standing';
import { type Asked, giveBack, refundIdOf, tellDossier } from './money-effects';
import type { MoneyStores } from './money-stores';
import { receivedOf } from './read-payment';
import { type Returnable, returnablesOf } from './return-money';
import { assignmentOf } from './run-cash-desk';

/**
 * Gives a payment back for a dossier that ended without the work, or what was paid beyond what it costs: the way it came, cash
 * out of the drawer of the cashier.
 */
export class RequestRefund {
  constructor(
    private readonly database: Database,
    private readonly dues: Pick<DossierDues, 'forOfficer'>,
    private readonly stores: MoneyStores,
    private readonly days: CashDays,
    private readonly ledger: Ledger,
    private readonly desks: CashDesks,
    private readonly clock: Clock,
  ) {}

  async look(actor: OfficerActor, { params }: InputOf<typeof getDossierPayments>): Promise<DossierPayments> {
    return this.viewOf(await this.dues.forOfficer(actor, params.dossierId));
  }

  /**
   * A repeated wish changes nothing: what was kept without being owed goes back once.
   *
   * @throws Problem `dossier.not-found`, `payment.not-found`, `payment.not-refundable`, `payment.no-cash-desk`,
   * `payment.day-closed`
   */
  async execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof requestRefund>,
  ): Promise<DossierPayments> {
    const due = await this.dues.forOfficer(actor, params.dossierId);
    const asked = { at: this.clock.now(), by: actor.partyId, note: body.reason };
    const desk = await this.desks.of(assignmentOf(actor).unitId);
    await this.database.transaction(async (tx) => {
      const { orders, refunds } = this.stores;
      await orders.lockDossier(tx, due.dossierId);
      const all = await returnablesOf(due, this.stores, tx);
      const found = all.find(({ settled }) => settled.orderId === body.orderId);
      if (!found) throw problem('payment.not-found');
      const { settled, split, amount, already } = found;
      if (amount === 0 && already === 0) throw problem('payment.not-refundable');
      if (amount === 0) return;
      const { transactionId, orderId } = settled;
      if (transactionId === null) await this.payOut(tx, actor, desk, found, asked);
      else
        await giveBack(
          tx,
          refunds,
          { transactionId, orderId, amount, split, already, why: 'requested' },
          asked,
        );
      const left = await returnablesOf(due, this.stores, tx);
      await this.stores.deskReturns.put(tx, due.dossierId, deskStanding(due, left, asked.at));
    });
    return this.viewOf(due);
  }

  private async payOut(
    tx: SqlExecutor,
    actor: OfficerActor,
    desk: CashDeskToday | null,
    { settled, split, amount, already }: Returnable,
    asked: Asked,
  ): Promise<void> {
    const { refunds } = this.stores;
    const { orderId, dossierId } = settled;
    const drawer: Drawer = {
      unitId: assignmentOf(actor).unitId,
      cashier: actor.partyId,
      day: this.clock.today(),
    };
    if (desk === null) throw problem('payment.no-cash-desk');
    await this.days.open(tx, drawer, desk.keeper);
    const refundId = refundIdOf(orderId, already);
    const refund = { refundId, transactionId: null, orderId, amount, split, already, why: 'requested' };
    if (!(await refunds.add(tx, refund, asked))) return;
    await refunds.finish(tx, refundId, asked.at);
    const journal = { journalId: refundId, at: asked.at, subject: orderId };
    await this.ledger.book(tx, journal, bookRefund(drawerOf(drawer.unitId, drawer.cashier), split));
    await writeOutbox(tx, [tellDossier(dossierId, orderId, refundId)]);
  }

  private async viewOf(due: DossierDue): Promise<DossierPayments> {
    const returnable = await returnablesOf(due, this.stores);
    return {
      due: due.amount,
      received: receivedOf(due),
      ended: due.refundable,
      returnable: returnable
        .filter(({ amount }) => amount > 0)
        .map(({ settled, amount }) => ({ orderId: settled.orderId, amount })),
    };
  }
}
