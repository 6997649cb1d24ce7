import type {
  InputOf,
  listReconciliations,
  listUnmatched,
  resolveUnmatched,
  ResponseOf,
  UnmatchedPayment,
} from '@mocua/contract';
import { type Clock, type Database, type OfficerActor, problem } from '@mocua/server/kernel';
import type { Reconciliations } from '../persistence/reconciliations';
import type { UnmatchedRow } from '../persistence/unmatched';
import { giveBack } from './money-effects';
import type { MoneyStores } from './money-stores';
import { cursorOf, positionIn } from './page-cursor';

const pageSize = 50;
const shownDays = 31;
/** Kinds where the money lies with us and belongs to nobody. */
const ownerless: ReadonlySet<UnmatchedPayment['kind']> = new Set([
  'unknown-order',
  'wrong-amount',
  'second-transaction',
]);

/** The queue of what matched nothing: a person returns the money or notes how it was explained. */
export class WorkUnmatched {
  constructor(
    private readonly database: Database,
    private readonly stores: MoneyStores,
    private readonly reconciliations: Reconciliations,
    private readonly clock: Clock,
  ) {}

  async list({ query }: InputOf<typeof listUnmatched>): Promise<ResponseOf<typeof listUnmatched>> {
    const rows = await this.stores.unmatched.list(positionIn(query.after), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    const next = rows.length > pageSize && last ? cursorOf(last.foundAt, last.unmatchedId) : null;
    return { items: shown.map(toView), next };
  }

  async days(): Promise<ResponseOf<typeof listReconciliations>> {
    return { items: await this.reconciliations.latest(shownDays) };
  }

  /** @throws Problem `payment.not-found`, `payment.resolved`, `payment.not-refundable` */
  async resolve(
    actor: OfficerActor,
    { params, body }: InputOf<typeof resolveUnmatched>,
  ): Promise<ResponseOf<typeof resolveUnmatched>> {
    const { unmatchedId } = params;
    const { resolution, note } = body;
    const { unmatched, refunds } = this.stores;
    await this.database.transaction(async (tx) => {
      const found = await unmatched.byId(tx, unmatchedId);
      if (!found) throw problem('payment.not-found');
      if (found.resolution === resolution) return;
      if (found.resolution !== null) throw problem('payment.resolved');
      const at = this.clock.now();
      if (resolution === 'return') {
        const { transactionId } = found;
        if (!mayReturn(found) || transactionId === null) throw problem('payment.not-refundable');
        const amount = Number(found.amount);
        const money = { transactionId, orderId: null, amount, split: null, already: 0, why: found.kind };
        await giveBack(tx, refunds, money, { at, by: actor.partyId, note });
      }
      await unmatched.resolve(tx, unmatchedId, { resolution, note, who: actor.partyId, at });
    });
    return { unmatchedId, resolution };
  }
}

function mayReturn({ kind, transactionKind }: UnmatchedRow): boolean {
  return transactionKind === 'payment' && ownerless.has(kind);
}

function toView(row: UnmatchedRow): UnmatchedPayment {
  return {
    unmatchedId: row.unmatchedId,
    kind: row.kind,
    transactionId: row.transactionId,
    reference: row.reference,
    dossierCode: row.dossierCode,
    amount: Number(row.amount),
    expected: row.expected === null ? null : Number(row.expected),
    foundAt: row.foundAt.toISOString(),
    mayReturn: mayReturn(row),
  };
}
