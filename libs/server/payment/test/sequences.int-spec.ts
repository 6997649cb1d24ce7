import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OrderId } from '@mocua/contract';
import { amountKept } from '@mocua/engine/dossier';
import { MovingClock, scaled, startTestDatabase, type TestDatabase } from '@mocua/testing';
import type { PlatformPayment, WireMessage } from '../src/ports';
import { cashier, type FakeDossier, MoneyWorld } from './money-world';

let db: TestDatabase;
let world: MoneyWorld;
beforeAll(async () => {
  db = await startTestDatabase();
  world = new MoneyWorld(db, new MovingClock('2026-11-16T01:05:00.000Z'));
  await world.openDesk();
}, 60_000);
afterAll(() => db.close());

const pick = fc.nat({ max: 3 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('start' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pay' as const), order: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('pay-other' as const),
      order: pick,
      amount: fc.integer({ min: 1, max: 20_000 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('callback' as const), payment: pick }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('forge' as const),
      payment: pick,
      field: fc.constantFrom('amount', 'reference', 'transactionId', 'signature'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stranger' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 10, 300, 1_500) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('chase' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('relay' as const), lost: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cash' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('more' as const), amount: fc.constantFrom(-3_000, 5_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('overpaid' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refund' as const), order: pick }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One dossier that is paid for in whatever order things happen to happen. */
class Life {
  readonly references: string[] = [];
  readonly orders: OrderId[] = [];
  readonly payments: PlatformPayment[] = [];
  readonly dossier: FakeDossier = world.newDossier(8_000);
  private readonly before = world.platform.movements.length;

  async take(step: Step): Promise<void> {
    const { platform, clock } = world;
    switch (step.kind) {
      case 'start': {
        const view = await expected(world.start(this.dossier));
        const { orderId } = view?.order ?? {};
        if (!orderId || this.orders.includes(orderId)) return;
        this.orders.push(orderId);
        this.references.push(await world.referenceOf(orderId));
        return;
      }
      case 'pay':
      case 'pay-other': {
        const reference = this.references[step.order % Math.max(1, this.references.length)];
        if (reference === undefined) return;
        this.payments.push(platform.pay(reference, step.kind === 'pay' ? undefined : step.amount));
        return;
      }
      case 'callback':
      case 'forge': {
        const payment = this.payments[step.payment % Math.max(1, this.payments.length)];
        if (!payment) return;
        const message = platform.callbackOf(payment);
        const sent =
          step.kind === 'callback' ? message : { ...message, [step.field]: forged(message, step.field) };
        expect(await world.hearing.callback(sent)).toEqual({ taken: step.kind === 'callback' });
        return;
      }
      case 'stranger':
        await world.hearing.callback(platform.callbackOf(platform.pay('MCNOBODYSORDER0001', 1_000)));
        return;
      case 'wait':
        clock.advance({ minutes: step.minutes });
        return;
      case 'chase':
        await world.chasing.execute();
        return;
      case 'relay':
        platform.lostAnswers = step.lost;
        await world.relay();
        platform.lostAnswers = 0;
        return;
      case 'cash':
        await expected(world.takeCash(this.dossier, this.dossier.due.amount));
        return;
      case 'more':
        if (this.dossier.ended) return;
        this.dossier.owed = Math.max(0, this.dossier.owed + step.amount);
        this.dossier.owedSince += 1;
        return;
      case 'overpaid':
        await this.returnOverpaid();
        return;
      case 'end':
        this.dossier.ended = true;
        return;
      case 'refund': {
        const payment = this.dossier.payments[step.order];
        const params = { dossierId: this.dossier.dossierId };
        const body = { orderId: payment?.orderId ?? this.orders[0], reason: 'Hồ sơ đã rút' };
        await expected(world.refunding.execute(cashier, { params, body } as never));
      }
    }
  }

  private returnOverpaid(): Promise<void> {
    const payload = { dossierId: this.dossier.dossierId };
    return world.returning.deliver({ id: '0', destination: '', lane: '', payload, attempts: 1 });
  }

  /** The next days: the statements come, and everything that waited goes out. */
  async comeToRest(): Promise<void> {
    const days = new Set(world.platform.movements.slice(this.before).map(({ paidAt }) => dayOf(paidAt)));
    for (const day of days) await world.reconciling.execute(day);
    await world.relay();
    await this.reconcile(days);
    await this.returnOverpaid();
    await world.relay();
    await this.reconcile(days);
  }

  private async reconcile(days: ReadonlySet<string>): Promise<void> {
    for (const day of days) {
      const result = await world.reconciling.execute(day);
      expect([result.differences, result.ourSum]).toEqual([0, result.theirSum]);
    }
  }

  async check(): Promise<void> {
    expect(await world.ledger.balance('platform')).toBe(world.platform.balance);
    // Whatever is kept was owed: nothing that belongs to the person stays with us unseen.
    const settled = await world.stores.settlements.ofDossier(this.dossier.dossierId);
    expect(new Set(settled.map(({ orderId }) => orderId)).size).toBe(settled.length);
    expect(this.dossier.payments.map(({ orderId }) => orderId).sort()).toEqual(
      settled.map(({ orderId }) => orderId).sort(),
    );
    // Beyond what is owed only cash is kept, which a cashier hands out.
    const online = this.dossier.payments.filter(({ method }) => method === 'online');
    const keptOnline = online.reduce((sum, payment) => sum + amountKept(payment), 0);
    expect(Math.min(this.dossier.due.overpaid, keptOnline)).toBe(0);
  }
}

/** The refusals that a person is shown are part of a life. */
async function expected<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('payment.')) return null;
    throw error;
  }
}

function forged(message: WireMessage, field: string): unknown {
  const value = message[field];
  return typeof value === 'number' ? value + 1 : `${String(value).slice(0, -1)}#`;
}

function dayOf(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
}

describe('money in any order of events', () => {
  it(
    'settles each order at most once, and the books equal those of the platform',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
          const life = new Life();
          for (const each of steps) await life.take(each);
          await life.comeToRest();
          await life.check();
          world.clock.advance({ days: 3 });
        }),
        { seed: 4_000, numRuns: scaled(60, 10_000), endOnFailure: true },
      );
      expect(await world.ledger.balance('platform')).toBe(world.platform.balance);
      const doubled = await db.database.query(
        `SELECT dossier_id, owed_since FROM payment.settlements GROUP BY 1, 2 HAVING count(*) > 1`,
      );
      expect(doubled).toEqual([]);
      const numbers = await db.database.query<{ least: number; most: number; count: number }>(
        `SELECT min(receipt_number) AS least, max(receipt_number) AS most, count(*)::integer AS count
         FROM payment.settlements GROUP BY receipt_symbol, receipt_year`,
      );
      for (const { least, most, count } of numbers) expect([least, most]).toEqual([1, count]);
    },
    scaled(60_000, 3_600_000),
  );
});
