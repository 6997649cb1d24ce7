import type { CashDay, InputOf, listCashDays, ResponseOf } from '@mocua/contract';
import type { OfficerActor } from '@mocua/server/kernel';
import type { DrawerDayRow, DrawerDays } from '../persistence/drawer-days';
import type { CashDesks } from './cash-desks';
import { drawerCursorOf, drawerPositionIn } from './page-cursor';
import { assignmentOf } from './run-cash-desk';

const pageSize = 31;

/** Reconciles each drawer by day: its receipts beside its books, for the unit itself and for those that collect for it. */
export class ListCashDays {
  constructor(
    private readonly days: DrawerDays,
    private readonly desks: CashDesks,
  ) {}

  async execute(
    actor: OfficerActor,
    { query }: InputOf<typeof listCashDays>,
  ): Promise<ResponseOf<typeof listCashDays>> {
    const { unitId } = assignmentOf(actor);
    const rows = await this.days.of(unitId, drawerPositionIn(query.after), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: await Promise.all(shown.map((row) => this.viewOf(row))),
      next: rows.length > pageSize && last ? drawerCursorOf(last) : null,
    };
  }

  private async viewOf(row: DrawerDayRow): Promise<CashDay> {
    const expected = row.expected === null ? null : Number(row.expected);
    const counted = row.counted === null ? null : Number(row.counted);
    return {
      day: row.day,
      unit: await this.desks.nameOf(row.unitId),
      onBehalfOf: row.keeper === row.unitId ? null : await this.desks.nameOf(row.keeper),
      taken: Number(row.taken),
      returned: Number(row.returned),
      balanced: row.taken === row.booked,
      expected,
      counted,
      difference: counted === null || expected === null ? null : counted - expected,
    };
  }
}
