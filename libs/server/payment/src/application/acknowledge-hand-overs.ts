import type {
  HandOver,
  HandOverId,
  InputOf,
  listHandOvers,
  receiveHandOver,
  resolveHandOver,
  ResponseOf,
} from '@mocua/contract';
import { type Account, bookArrival, bookHandOverEnd, type Posting } from '@mocua/engine/payment';
import type { PartyDirectory } from '@mocua/server/identity';
import {
  type Clock,
  type Database,
  namedId,
  type OfficerActor,
  problem,
  type SqlExecutor,
} from '@mocua/server/kernel';
import type { CashDays } from '../persistence/cash-days';
import type { HandOverRow, HandOvers } from '../persistence/hand-overs';
import { drawerOf, type Ledger } from '../persistence/ledger';
import type { CashDesks } from './cash-desks';
import { cursorOf, positionIn } from './page-cursor';
import { assignmentOf } from './run-cash-desk';

const pageSize = 31;

/**
 * What a unit handed over at its close of day is acknowledged by the cashier of the keeper: from then on it lies in their drawer. A
 * difference stays open, on both sides, until somebody says how it ended.
 */
export class AcknowledgeHandOvers {
  constructor(
    private readonly database: Database,
    private readonly handOvers: HandOvers,
    private readonly days: CashDays,
    private readonly ledger: Ledger,
    private readonly desks: CashDesks,
    private readonly people: Pick<PartyDirectory, 'displayNames'>,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: OfficerActor,
    { query }: InputOf<typeof listHandOvers>,
  ): Promise<ResponseOf<typeof listHandOvers>> {
    const { unitId } = assignmentOf(actor);
    const rows = await this.handOvers.of(unitId, after(query.after), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: await this.viewsOf(actor, shown),
      next:
        rows.length > pageSize && last
          ? `${last.settled ? 1 : 0}${cursorOf(last.handedAt, last.handOverId)}`
          : null,
    };
  }

  /**
   * The same count again changes nothing.
   *
   * @throws Problem `payment.not-found` also for money of another unit, `payment.reason-needed`, `payment.resolved` when another
   * amount was acknowledged, `payment.no-cash-desk`, `payment.day-closed`
   */
  receive(actor: OfficerActor, { params, body }: InputOf<typeof receiveHandOver>): Promise<HandOver> {
    const reason = body.reason.trim() === '' ? null : body.reason.trim();
    return this.decide(actor, params.handOverId, async (tx, found, drawer) => {
      if (found.counted !== null) {
        if (Number(found.counted) !== body.counted) throw problem('payment.resolved');
        return;
      }
      if (Number(found.amount) !== body.counted && reason === null) throw problem('payment.reason-needed');
      const at = this.clock.now();
      const account = await drawer();
      const { handOverId, keeper } = found;
      await this.handOvers.receive(tx, handOverId, { counted: body.counted, reason, who: actor.partyId, at });
      await this.book(tx, 'arrival', found, bookArrival(account, keeper, body.counted), at);
    });
  }

  /** @throws Problem `payment.not-found` also where nothing differs, `payment.resolved`, `payment.no-cash-desk`, `payment.day-closed` */
  resolve(actor: OfficerActor, { params, body }: InputOf<typeof resolveHandOver>): Promise<HandOver> {
    return this.decide(actor, params.handOverId, async (tx, found, drawer) => {
      const missing = Number(found.amount) - Number(found.counted);
      if (found.counted === null || missing === 0) throw problem('payment.not-found');
      if (found.kind !== null) {
        if (found.kind !== body.kind) throw problem('payment.resolved');
        return;
      }
      const at = this.clock.now();
      const to: Account = body.kind === 'settled' ? await drawer() : 'cash-difference';
      const { handOverId, keeper } = found;
      await this.handOvers.resolve(tx, handOverId, { ...body, who: actor.partyId, at });
      await this.book(tx, 'end', found, bookHandOverEnd(to, keeper, missing), at);
    });
  }

  private async decide(
    actor: OfficerActor,
    handOverId: HandOverId,
    decision: (tx: SqlExecutor, found: HandOverRow, drawer: () => Promise<Account>) => Promise<void>,
  ): Promise<HandOver> {
    const { unitId } = assignmentOf(actor);
    const desk = await this.desks.of(unitId);
    await this.database.transaction(async (tx) => {
      const found = await this.handOvers.lock(tx, handOverId);
      if (found?.keeper !== unitId) throw problem('payment.not-found');
      await decision(tx, found, async () => {
        if (desk === null) throw problem('payment.no-cash-desk');
        const drawer = { unitId, cashier: actor.partyId, day: this.clock.today() };
        await this.days.open(tx, drawer, desk.keeper);
        return drawerOf(unitId, actor.partyId);
      });
    });
    const kept = await this.handOvers.find(handOverId);
    const [view] = await this.viewsOf(actor, kept === null ? [] : [kept]);
    if (!view) throw new Error('a hand-over that was acknowledged is gone');
    return view;
  }

  private book(
    tx: SqlExecutor,
    what: 'arrival' | 'end',
    { handOverId }: HandOverRow,
    postings: readonly Posting[],
    at: Date,
  ): Promise<void> {
    const journalId = namedId<string>(`hand-over-${what}`, handOverId);
    return this.ledger.book(tx, { journalId, at, subject: handOverId }, postings);
  }

  private async viewsOf(actor: OfficerActor, rows: readonly HandOverRow[]): Promise<HandOver[]> {
    const { unitId } = assignmentOf(actor);
    const who = rows.flatMap(({ receivedBy, resolvedBy }) => [receivedBy, resolvedBy]);
    const names = await this.people.displayNames([...new Set(who.filter((each) => each !== null))]);
    return Promise.all(
      rows.map(async (row) => ({
        handOverId: row.handOverId,
        day: row.day,
        unit: await this.desks.nameOf(row.unitId),
        keeper: await this.desks.nameOf(row.keeper),
        kept: row.keeper === unitId,
        amount: Number(row.amount),
        handedAt: row.handedAt.toISOString(),
        receipt: receiptOf(row, names),
        resolution: resolutionOf(row, names),
      })),
    );
  }
}

type Names = ReadonlyMap<string, string>;

function receiptOf({ amount, counted, reason, receivedBy, receivedAt }: HandOverRow, names: Names) {
  if (counted === null || receivedBy === null || receivedAt === null) return null;
  return {
    counted: Number(counted),
    difference: Number(counted) - Number(amount),
    reason,
    receivedBy: names.get(receivedBy) ?? '',
    receivedAt: receivedAt.toISOString(),
  };
}

function resolutionOf({ kind, note, resolvedBy, resolvedAt }: HandOverRow, names: Names) {
  if (kind === null || resolvedBy === null || resolvedAt === null) return null;
  const resolved = names.get(resolvedBy) ?? '';
  return { kind, note: note ?? '', resolvedBy: resolved, resolvedAt: resolvedAt.toISOString() };
}

/** A cursor that was not made here starts from the beginning. */
function after(cursor: string | undefined) {
  const position = positionIn(cursor?.slice(1));
  return position && { ...position, settled: cursor?.startsWith('1') ?? false };
}
