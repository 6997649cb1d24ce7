import type { InputOf, listDeskReturns, ResponseOf } from '@mocua/contract';
import type { OfficerActor } from '@mocua/server/kernel';
import type { DeskReturns } from '../persistence/desk-returns';
import { cursorOf, positionIn } from './page-cursor';
import { assignmentOf } from './run-cash-desk';

const pageSize = 50;

/** What the cashier of a unit may give back over the counter, the oldest first. */
export class ListDeskReturns {
  constructor(private readonly returns: DeskReturns) {}

  async execute(
    actor: OfficerActor,
    { query }: InputOf<typeof listDeskReturns>,
  ): Promise<ResponseOf<typeof listDeskReturns>> {
    const { unitId } = assignmentOf(actor);
    const rows = await this.returns.list(unitId, positionIn(query.after), pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: shown.map(({ dossierId, code, amount, why, since }) => ({
        dossierId,
        code,
        amount: Number(amount),
        why,
        since: since.toISOString(),
      })),
      next: rows.length > pageSize && last ? cursorOf(last.since, last.dossierId) : null,
    };
  }
}
