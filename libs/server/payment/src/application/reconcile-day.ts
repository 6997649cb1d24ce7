import type { Reconciliation } from '@mocua/contract';
import { type Difference, reconcileStatement } from '@mocua/engine/payment';
import { type Clock, type Database, localDate } from '@mocua/server/kernel';
import type { Reconciliations } from '../persistence/reconciliations';
import type { PaymentPlatform, PlatformMovement } from '../ports';
import type { MoneyStores } from './money-stores';
import type { SettlePayment } from './settle-payment';

/** Hour of the next day in Vietnam from which on a statement is complete. */
const statementHour = 1;

/** Compares the books of a day with the statement of the platform; what cannot be settled by itself waits for a person. */
export class ReconcileDay {
  constructor(
    private readonly database: Database,
    private readonly stores: MoneyStores,
    private readonly platform: PaymentPlatform,
    private readonly settling: SettlePayment,
    private readonly results: Reconciliations,
    private readonly clock: Clock,
  ) {}

  /** Reconciles yesterday once, when its statement is complete; null when there is nothing to do. */
  async whenDue(): Promise<Reconciliation | null> {
    const yesterday = localDate(new Date(this.clock.now().getTime() - (24 + statementHour) * 3_600_000));
    return (await this.results.has(yesterday)) ? null : this.execute(yesterday);
  }

  /** @param day - in Vietnam, `YYYY-MM-DD` */
  async execute(day: string): Promise<Reconciliation> {
    const theirs = await this.platform.statement(day);
    const before = reconcileStatement(theirs, await this.stores.movements.ofDay(day));
    for (const difference of before.differences) await this.follow(difference, theirs);
    const ours = await this.stores.movements.ofDay(day);
    const after = reconcileStatement(theirs, ours);
    const result: Reconciliation = {
      day,
      ranAt: this.clock.iso(),
      theirCount: theirs.length,
      theirSum: balanceOf(theirs),
      ourCount: ours.length,
      ourSum: balanceOf(ours),
      matched: after.matched,
      differences: after.differences.length,
    };
    await this.results.write(result);
    return result;
  }

  /** A payment nobody told us of is settled like any other; everything else is shown to a person. */
  private async follow({ why, line, ours }: Difference, theirs: readonly PlatformMovement[]): Promise<void> {
    const told = theirs.find((each) => each.kind === line.kind && each.transactionId === line.transactionId);
    if (why === 'missing-here' && told?.kind === 'payment') {
      await this.settling.execute(told, 'statement');
      return;
    }
    const at = this.clock.now();
    const kind = why === 'missing-here' ? 'unknown-refund' : why;
    const order = await this.stores.orders.byReference(line.reference);
    await this.stores.unmatched.add(
      this.database,
      kind,
      { ...line, paidAt: this.clock.iso() },
      { at, expected: ours, dossierCode: order?.dossierCode ?? null },
    );
  }
}

function balanceOf(movements: readonly PlatformMovement[]): number {
  return movements.reduce((sum, { kind, amount }) => sum + (kind === 'payment' ? amount : -amount), 0);
}
