import type {
  CashDesk,
  CashDue,
  CashReceipt,
  closeCashDesk,
  findCashDue,
  InputOf,
  OrderId,
  takeCash,
} from '@mocua/contract';
import { bookCloseOfDay, bookPayment, dongInWords } from '@mocua/engine/payment';
import type { DossierDue, DossierDues } from '@mocua/server/dossier';
import {
  type ActingAssignment,
  type Clock,
  type Database,
  type IdempotencyRequest,
  namedId,
  type OfficerActor,
  problem,
  type SqlExecutor,
  writeOutbox,
} from '@mocua/server/kernel';
import { newReference, type Order, receiptText } from '../domain/order';
import type { CashDays, Drawer } from '../persistence/cash-days';
import { drawerOf, type Ledger } from '../persistence/ledger';
import type { Settlement } from '../persistence/settlements';
import type { CashDesks, CashDeskToday } from './cash-desks';
import { tellDossier } from './money-effects';
import type { MoneyStores } from './money-stores';
import { owedNow } from './owed-now';

interface Taking {
  readonly due: DossierDue;
  readonly drawer: Drawer;
  readonly desk: CashDeskToday;
  readonly amount: number;
}

/** Takes cash over the counter, and closes the day of a drawer. */
export class RunCashDesk {
  constructor(
    private readonly database: Database,
    private readonly dues: Pick<DossierDues, 'forOfficer' | 'idOf'>,
    private readonly stores: MoneyStores,
    private readonly days: CashDays,
    private readonly ledger: Ledger,
    private readonly desks: CashDesks,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `dossier.not-found` also for a dossier of another unit */
  async find(actor: OfficerActor, { query }: InputOf<typeof findCashDue>): Promise<CashDue> {
    const due = await this.dues.forOfficer(actor, await this.dues.idOf(query.code));
    const owed = await owedNow(due, this.stores.settlements);
    const { dossierId, code, procedure } = due;
    return { dossierId, code, procedure, due: owed, dueInWords: dongInWords(owed) };
  }

  /**
   * The order follows from the request, so that a repeated one takes nothing twice.
   *
   * @throws Problem `dossier.not-found`, `payment.no-cash-desk`, `payment.nothing-due`, `payment.amount-changed`,
   * `payment.day-closed`
   */
  async take(
    actor: OfficerActor,
    { body }: InputOf<typeof takeCash>,
    { scope, key }: IdempotencyRequest,
  ): Promise<CashReceipt> {
    const orderId = namedId<OrderId>('cash', `${scope}\u0000${key}`);
    const before = await this.stores.settlements.byOrder(orderId);
    if (before) return receiptOf(before);
    const due = await this.dues.forOfficer(actor, body.dossierId);
    const drawer = this.drawer(actor);
    const desk = await this.desks.require(assignmentOf(actor).unitId);
    const taking = { due, drawer, desk, amount: body.amount };
    await this.database.transaction((tx) => this.receive(tx, orderId, taking));
    const settled = await this.stores.settlements.byOrder(orderId);
    if (!settled) throw new Error('cash that was taken is gone');
    return receiptOf(settled);
  }

  async show(actor: OfficerActor): Promise<CashDesk> {
    const drawer = this.drawer(actor);
    const { unitId } = assignmentOf(actor);
    const [day, taken, expected, unit, desk] = await Promise.all([
      this.days.find(drawer),
      this.stores.settlements.ofDrawer(drawer.unitId, drawer.cashier, drawer.day),
      this.ledger.balance(drawerOf(drawer.unitId, drawer.cashier)),
      this.desks.nameOf(unitId),
      this.desks.of(unitId),
    ]);
    const closed =
      day?.counted == null ? null : { expected: Number(day.expected), counted: Number(day.counted) };
    return {
      day: drawer.day,
      state: closed ? 'closed' : 'open',
      unit,
      collects: desk !== null,
      onBehalfOf: desk && desk.keeper !== unitId ? desk.keeperName : null,
      expected: closed?.expected ?? expected,
      counted: closed?.counted ?? null,
      difference: closed ? closed.counted - closed.expected : null,
      note: day?.note ?? null,
      taken: taken.map(receiptOf),
    };
  }

  /**
   * What was counted goes to the bank, or to the unit it was collected for.
   *
   * @throws Problem `payment.no-cash-desk` when nothing was taken here, `payment.day-closed`
   */
  async close(actor: OfficerActor, { body }: InputOf<typeof closeCashDesk>): Promise<CashDesk> {
    const drawer = this.drawer(actor);
    const account = drawerOf(drawer.unitId, drawer.cashier);
    // a day that was opened is closed for whoever keeps its money, whatever the rules say by now
    const opened = await this.days.find(drawer);
    const keeper = opened?.keeper ?? (await this.desks.require(assignmentOf(actor).unitId)).keeper;
    await this.database.transaction(async (tx) => {
      await this.days.open(tx, drawer, keeper);
      const at = this.clock.now();
      const expected = await this.ledger.balance(account, tx);
      await this.days.close(tx, drawer, { at, expected, counted: body.counted, note: body.note });
      const journalId = namedId<string>('close-of-day', `${account}/${drawer.day}`);
      const subject = `${account}/${drawer.day}`;
      const to = keeper === drawer.unitId ? 'bank' : (`handed:${keeper}` as const);
      const postings = bookCloseOfDay(account, expected, body.counted, to);
      await this.ledger.book(tx, { journalId, at, subject }, postings);
      if (to !== 'bank' && body.counted > 0)
        await this.stores.handOvers.send(tx, drawer, { keeper, amount: body.counted, at });
    });
    return this.show(actor);
  }

  private drawer(actor: OfficerActor): Drawer {
    return { unitId: assignmentOf(actor).unitId, cashier: actor.partyId, day: this.clock.today() };
  }

  private async receive(
    tx: SqlExecutor,
    orderId: OrderId,
    { due, drawer, desk, amount }: Taking,
  ): Promise<void> {
    const { orders, settlements } = this.stores;
    await orders.lockDossier(tx, due.dossierId);
    if (await settlements.byOrder(orderId, tx)) return;
    await this.days.open(tx, drawer, desk.keeper);
    const owed = await owedNow(due, settlements, tx);
    if (owed === 0) throw problem('payment.nothing-due');
    if (owed !== amount) throw problem('payment.amount-changed');
    const open = await orders.openOf(due.dossierId, tx);
    if (open) await orders.setState(tx, open.orderId, 'cancelled');
    const at = this.clock.now();
    const order = cashOrder(orderId, due, owed, at);
    await orders.add(tx, order);
    const by = { transactionId: null, paidAt: at, settledAt: at, agency: desk.agency, cash: drawer };
    await settlements.add(tx, order, by);
    const journal = { journalId: namedId<string>('cash', orderId), at, subject: order.reference };
    await this.ledger.book(tx, journal, bookPayment(drawerOf(drawer.unitId, drawer.cashier), order));
    await writeOutbox(tx, [tellDossier(due.dossierId, orderId, null)]);
  }
}

/** @throws Problem `session.assignment-required` */
export function assignmentOf(actor: OfficerActor): ActingAssignment {
  if (!actor.assignment) throw problem('session.assignment-required');
  return actor.assignment;
}

function cashOrder(orderId: OrderId, due: DossierDue, owed: number, at: Date): Order {
  const charge = Math.min(owed, due.charge);
  return {
    orderId,
    reference: newReference(),
    dossierId: due.dossierId,
    dossierCode: due.code,
    procedureCode: due.procedure.code,
    owedSince: due.owedSince,
    unitId: due.receivingUnit,
    method: 'cash',
    charge,
    fee: owed - charge,
    amount: owed,
    state: 'settled',
    payUrl: null,
    createdAt: at,
    expiresAt: at,
  };
}

function receiptOf(settled: Settlement): CashReceipt {
  return {
    orderId: settled.orderId,
    dossierCode: settled.dossierCode,
    amount: settled.amount,
    receipt: receiptText(settled.receipt),
    takenAt: settled.settledAt.toISOString(),
  };
}
