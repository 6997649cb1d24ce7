import { randomUUID } from 'node:crypto';
import type { AssignmentId, DossierId, OrderId, PartyId, UnitId } from '@mocua/contract';
import { amountKept } from '@mocua/engine/dossier';
import type { DossierDue } from '@mocua/server/dossier';
import type { UnitTree } from '@mocua/server/identity';
import type { CitizenActor, OfficerActor, OutboxHandler } from '@mocua/server/kernel';
import type { MovingClock, TestDatabase } from '@mocua/testing';
import { AcknowledgeHandOvers } from '../src/application/acknowledge-hand-overs';
import { CashDesks } from '../src/application/cash-desks';
import { ChaseOrders } from '../src/application/chase-orders';
import { DossierRelayHandler } from '../src/application/dossier-relay-handler';
import { HearPlatform } from '../src/application/hear-platform';
import { ListCashDays } from '../src/application/list-cash-days';
import { ListDeskReturns } from '../src/application/list-desk-returns';
import { MoneyStores } from '../src/application/money-stores';
import { ReadPayment } from '../src/application/read-payment';
import { ReconcileDay } from '../src/application/reconcile-day';
import { RefundRelayHandler } from '../src/application/refund-relay-handler';
import { RequestRefund } from '../src/application/request-refund';
import { ReturnOverpaid } from '../src/application/return-overpaid';
import { RunCashDesk } from '../src/application/run-cash-desk';
import { SetCashDesk } from '../src/application/set-cash-desk';
import { SettlePayment } from '../src/application/settle-payment';
import { StartPayment } from '../src/application/start-payment';
import { WorkUnmatched } from '../src/application/work-unmatched';
import { CashDays } from '../src/persistence/cash-days';
import { CashDeskRules } from '../src/persistence/cash-desk-rules';
import { DeskReturns } from '../src/persistence/desk-returns';
import { DrawerDays } from '../src/persistence/drawer-days';
import { HandOvers } from '../src/persistence/hand-overs';
import { Ledger } from '../src/persistence/ledger';
import { Movements } from '../src/persistence/movements';
import { Orders } from '../src/persistence/orders';
import { Reconciliations } from '../src/persistence/reconciliations';
import { Refunds } from '../src/persistence/refunds';
import { Settlements } from '../src/persistence/settlements';
import { Unmatched } from '../src/persistence/unmatched';
import { FakePlatform } from './fake-platform';

export const unit = '01890000-0000-7000-8000-00000000000a' as UnitId;
export const cashier: OfficerActor = {
  kind: 'officer',
  sessionId: 's',
  partyId: '01890000-0000-7000-8000-0000000000c1' as PartyId,
  assignment: {
    assignmentId: '01890000-0000-7000-8000-0000000000c2' as AssignmentId,
    unitId: unit,
    role: 'cashier',
    permissions: ['payment.collect', 'payment.reconcile', 'payment.refund'],
    signingCapacity: null,
  },
};
/** A unit that collects for {@link unit}, and one of its cashiers. */
export const collector = '01890000-0000-7000-8000-00000000000b' as UnitId;
export const collectorCashier: OfficerActor = {
  ...cashier,
  partyId: '01890000-0000-7000-8000-0000000000c3' as PartyId,
  assignment: cashier.assignment && { ...cashier.assignment, unitId: collector },
};
/** Two one-stop centres and the agencies they belong to. */
const places = {
  find: (unitId: UnitId) => ({
    unitId,
    name: unitId === unit ? 'Trung tâm Mẫu' : 'Xã Mẫu',
    kind: 'one-stop-centre',
  }),
  ancestry: (unitId: UnitId) => [{ agencyIdentifier: unitId === unit ? 'H99.01' : 'H99.02' }],
  all: () => [unit, collector].map((unitId) => places.find(unitId)),
} as unknown as UnitTree;

export const person: CitizenActor = {
  kind: 'citizen',
  sessionId: 's',
  partyId: '01890000-0000-7000-8000-0000000000d1' as PartyId,
  actingFor: '01890000-0000-7000-8000-0000000000d1' as PartyId,
  ground: 'self',
  identityLevel: 'L2',
};

/** A dossier as the money sees it. */
export class FakeDossier {
  readonly dossierId = randomUUID() as string as DossierId;
  owedSince = 2;
  ended = false;
  readonly payments: {
    -readonly [K in keyof DossierDue['payments'][number]]: DossierDue['payments'][number][K];
  }[] = [];

  constructor(
    public owed: number,
    readonly receivingUnit: UnitId = unit,
  ) {}

  get paid(): number {
    return this.payments.reduce((sum, each) => sum + amountKept(each), 0);
  }

  get due(): DossierDue {
    const amount = this.ended ? 0 : Math.max(0, this.owed - this.paid);
    return {
      dossierId: this.dossierId,
      code: `H99-${this.dossierId.slice(0, 8)}`,
      procedure: { code: '2.000635', name: { vi: 'Bản sao trích lục', en: 'Extract' } },
      receivingUnit: this.receivingUnit,
      receivingUnitName: 'Trung tâm Mẫu',
      agency: 'H99.01',
      owner: person.partyId,
      submitter: person.partyId,
      owedSince: this.owedSince,
      amount,
      charge: amount,
      fee: 0,
      paid: this.paid,
      owed: { charge: this.ended ? 0 : this.owed, fee: 0 },
      overpaid: this.ended ? 0 : Math.max(0, this.paid - this.owed),
      timing: 'before',
      payBy: null,
      payOverdue: false,
      payments: [...this.payments],
      refundable: this.ended,
    };
  }
}

/** Everything about money over a real database, with a platform and dossiers that are models. */
export class MoneyWorld {
  readonly platform: FakePlatform;
  readonly dossiers = new Map<string, FakeDossier>();
  readonly stores: MoneyStores;
  readonly ledger: Ledger;
  readonly starting: StartPayment;
  readonly reading: ReadPayment;
  readonly hearing: HearPlatform;
  readonly chasing: ChaseOrders;
  readonly desk: RunCashDesk;
  readonly desks: CashDesks;
  readonly rules: CashDeskRules;
  readonly setting: SetCashDesk;
  readonly drawerDays: ListCashDays;
  readonly deskReturns: ListDeskReturns;
  readonly handOvers: AcknowledgeHandOvers;
  readonly refunding: RequestRefund;
  readonly returning: ReturnOverpaid;
  readonly reconciling: ReconcileDay;
  readonly unmatched: WorkUnmatched;
  private readonly handlers: readonly OutboxHandler[];

  constructor(
    readonly db: TestDatabase,
    readonly clock: MovingClock,
  ) {
    const { database } = db;
    const orders = new Orders(database);
    const settlements = new Settlements(database);
    const movements = new Movements(database);
    const days = new CashDays(database);
    const results = new Reconciliations(database);
    this.platform = new FakePlatform(() => clock.now());
    this.ledger = new Ledger(database);
    this.stores = new MoneyStores(
      orders,
      settlements,
      movements,
      new Refunds(database),
      new Unmatched(database),
      new DeskReturns(database),
      new HandOvers(database),
    );
    const due = (dossierId: DossierId): Promise<DossierDue> => Promise.resolve(this.dossier(dossierId).due);
    const dues = {
      of: due,
      forCitizen: (_actor: CitizenActor, id: DossierId) => due(id),
      forOfficer: (_actor: OfficerActor, id: DossierId) => due(id),
      idOf: (code: string) =>
        Promise.resolve(
          [...this.dossiers.values()].find((each) => each.due.code === code)?.dossierId as DossierId,
        ),
    };
    const { platform, stores, ledger } = this;
    const settling = new SettlePayment(database, stores, ledger, dues, clock);
    this.rules = new CashDeskRules(database);
    this.desks = new CashDesks(this.rules, { tree: () => Promise.resolve(places) }, clock);
    this.setting = new SetCashDesk(database, this.rules, { tree: () => Promise.resolve(places) }, clock);
    this.reading = new ReadPayment(stores, this.desks, clock);
    const site = { publicOrigin: 'https://portal.example', warn: () => undefined };
    this.starting = new StartPayment(database, dues, stores, platform, this.reading, clock, site);
    this.hearing = new HearPlatform(platform, settling, movements, orders, clock);
    this.chasing = new ChaseOrders(orders, platform, settling, clock, { warn: () => undefined });
    this.desk = new RunCashDesk(database, dues, stores, days, ledger, this.desks, clock);
    this.refunding = new RequestRefund(database, dues, stores, days, ledger, this.desks, clock);
    this.drawerDays = new ListCashDays(new DrawerDays(database), this.desks);
    this.handOvers = new AcknowledgeHandOvers(
      database,
      stores.handOvers,
      days,
      ledger,
      this.desks,
      { displayNames: (ids) => Promise.resolve(new Map(ids.map((id) => [id, 'Người đếm']))) },
      clock,
    );
    this.deskReturns = new ListDeskReturns(stores.deskReturns);
    this.returning = new ReturnOverpaid(database, dues, stores, clock);
    this.reconciling = new ReconcileDay(database, stores, platform, settling, results, clock);
    this.unmatched = new WorkUnmatched(database, stores, results, clock);
    this.handlers = [
      new RefundRelayHandler(database, stores, ledger, platform, clock),
      new DossierRelayHandler(settlements, stores.refunds, {
        payment: ({ dossierId, orderId, amount, method, paidAt, receipt }) => {
          const { payments } = this.dossier(dossierId);
          if (!payments.some((each) => each.orderId === orderId))
            payments.push({ orderId, amount, method, paidAt, receipt, refundedAt: null, documentId: null });
          return Promise.resolve(null as never);
        },
        refund: ({ dossierId, orderId, refundId, amount }) => {
          const payment = this.dossier(dossierId).payments.find((each) => each.orderId === orderId);
          const before = payment?.returned ?? [];
          if (!payment || before.some((part) => part.refundId === refundId))
            return Promise.resolve(null as never);
          payment.returned = [...before, { refundId, amount }];
          if (amountKept(payment) === 0) payment.refundedAt ??= clock.iso();
          return Promise.resolve(null as never);
        },
      }),
    ];
  }

  dossier(dossierId: string): FakeDossier {
    const found = this.dossiers.get(dossierId);
    if (!found) throw new Error('no such dossier');
    return found;
  }

  newDossier(owed: number, receivingUnit?: UnitId): FakeDossier {
    const dossier = new FakeDossier(owed, receivingUnit);
    this.dossiers.set(dossier.dossierId, dossier);
    return dossier;
  }

  start(dossier: FakeDossier) {
    return this.starting.execute(person, { params: { dossierId: dossier.dossierId } } as never);
  }

  async referenceOf(orderId: OrderId | undefined): Promise<string> {
    return (await this.stores.orders.byId(orderId ?? ''))?.reference ?? '';
  }

  /** A unit takes cash from today on, for itself or for another one. */
  async openDesk(unitId: UnitId = unit, keeper: UnitId | null = null): Promise<void> {
    const kind = keeper === null ? 'own' : 'on-behalf';
    await this.setting.add({ unitId, kind, keeper, from: this.clock.today(), basis: 'Quyết định mẫu' }, null);
  }

  takeCash(dossier: FakeDossier, amount: number, key: string = randomUUID(), by = cashier) {
    const input = { body: { dossierId: dossier.dossierId, amount } };
    return this.desk.take(by, input as never, { scope: 'test', key, bodyHash: Buffer.alloc(32) });
  }

  /** Delivers what was written, each lane in its order; a row that fails stays and keeps its lane back. */
  async relay(): Promise<void> {
    const { database } = this.db;
    const stopped = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const rows = await database.query<{
        id: string;
        destination: string;
        lane: string;
        payload: Record<string, unknown>;
      }>(
        `SELECT id::text AS id, destination, lane, payload FROM kernel.outbox WHERE state = 'pending' ORDER BY id`,
      );
      for (const row of rows) {
        const handler = this.handlers.find((each) => each.destination === row.destination);
        if (!handler || stopped.has(row.lane)) continue;
        try {
          await handler.deliver({ ...row, attempts: 1 });
          await database.query('DELETE FROM kernel.outbox WHERE id = $1', [row.id]);
        } catch {
          stopped.add(row.lane); // tried again by the next relay
        }
      }
    }
  }
}
