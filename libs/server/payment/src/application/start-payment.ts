import type { OrderId, PaymentView, startPayment, InputOf, getMyPayment } from '@mocua/contract';
import type { DossierDue, DossierDues } from '@mocua/server/dossier';
import { type CitizenActor, type Clock, type Database, newId, problem } from '@mocua/server/kernel';
import { newReference, type Order, orderLifetimeHours } from '../domain/order';
import type { PaymentPlatform } from '../ports';
import type { MoneyStores } from './money-stores';
import { owedNow } from './owed-now';
import type { ReadPayment } from './read-payment';

/** Where people come back to after the page of the platform, and how to say what happened there. */
export interface PaymentSite {
  readonly publicOrigin: string;
  /** Told of a platform that did not answer; nothing of a person is in it. */
  readonly warn: (error: unknown) => void;
}

/** A person looks at what there is to pay, and goes to pay it. */
export class StartPayment {
  constructor(
    private readonly database: Database,
    private readonly dues: Pick<DossierDues, 'forCitizen'>,
    private readonly stores: MoneyStores,
    private readonly platform: PaymentPlatform,
    private readonly reading: ReadPayment,
    private readonly clock: Clock,
    private readonly site: PaymentSite,
  ) {}

  async look(actor: CitizenActor, { params }: InputOf<typeof getMyPayment>): Promise<PaymentView> {
    return this.reading.view(await this.dues.forCitizen(actor, params.dossierId));
  }

  /**
   * Makes out an order unless one can be paid already, and opens it at the platform after that is stored: should the answer
   * be lost, the next wish opens the same order again.
   *
   * @throws Problem `dossier.not-found`, `payment.nothing-due`, `payment.platform-unavailable`
   */
  async execute(actor: CitizenActor, { params }: InputOf<typeof startPayment>): Promise<PaymentView> {
    const due = await this.dues.forCitizen(actor, params.dossierId);
    const order = await this.orderFor(due);
    if (order.payUrl === null) await this.open(order, due);
    return this.reading.view(due);
  }

  private orderFor(due: DossierDue): Promise<Order> {
    const { orders, settlements } = this.stores;
    return this.database.transaction(async (tx) => {
      await orders.lockDossier(tx, due.dossierId);
      const owed = await owedNow(due, settlements, tx);
      if (owed === 0) throw problem('payment.nothing-due');
      const now = this.clock.now();
      const open = await orders.openOf(due.dossierId, tx);
      const isStillRight =
        open !== null && open.expiresAt > now && open.amount === owed && open.owedSince === due.owedSince;
      if (isStillRight) return open;
      if (open) await orders.setState(tx, open.orderId, open.expiresAt > now ? 'cancelled' : 'expired');
      const order = newOrder(due, owed, now);
      await orders.add(tx, order);
      return order;
    });
  }

  private async open(order: Order, due: DossierDue): Promise<void> {
    try {
      const { payUrl } = await this.platform.open({
        reference: order.reference,
        charge: order.charge,
        fee: order.fee,
        dossierCode: due.code,
        procedure: due.procedure,
        agency: due.agency,
        unitName: due.receivingUnitName,
        returnUrl: `${this.site.publicOrigin}/ho-so/${due.dossierId}/nop-tien`,
        createdAt: order.createdAt.toISOString(),
        expiresAt: order.expiresAt.toISOString(),
      });
      await this.stores.orders.setPayUrl(order.orderId, payUrl);
    } catch (error) {
      this.site.warn(error);
      throw problem('payment.platform-unavailable');
    }
  }
}

function newOrder(due: DossierDue, owed: number, now: Date): Order {
  const charge = Math.min(owed, due.charge);
  return {
    orderId: newId<OrderId>(now),
    reference: newReference(),
    dossierId: due.dossierId,
    dossierCode: due.code,
    procedureCode: due.procedure.code,
    owedSince: due.owedSince,
    unitId: due.receivingUnit,
    method: 'online',
    charge,
    fee: owed - charge,
    amount: owed,
    state: 'open',
    payUrl: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + orderLifetimeHours * 3_600_000),
  };
}
