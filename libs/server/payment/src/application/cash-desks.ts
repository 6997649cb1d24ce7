import type { UnitId } from '@mocua/contract';
import { cashDeskOn } from '@mocua/engine/payment';
import { agencyIdentifierOf } from '@mocua/server/dossier';
import type { UnitDirectory } from '@mocua/server/identity';
import { type Clock, problem } from '@mocua/server/kernel';
import type { CashDeskRules } from '../persistence/cash-desk-rules';

/** A desk that takes cash today. */
export interface CashDeskToday {
  readonly unitId: UnitId;
  readonly unitName: string;
  /** Keeps the money; the unit itself, or the one it collects for. */
  readonly keeper: UnitId;
  readonly keeperName: string;
  /** Agency whose series numbers the receipts: that of the keeper. */
  readonly agency: string;
}

/** Says which units take cash today, and for whom. */
export class CashDesks {
  constructor(
    private readonly rules: CashDeskRules,
    private readonly units: Pick<UnitDirectory, 'tree'>,
    private readonly clock: Clock,
  ) {}

  /** The desk of a unit; null where it takes no cash today. */
  async of(unitId: UnitId): Promise<CashDeskToday | null> {
    const desk = cashDeskOn(await this.rules.all(), unitId, this.clock.today());
    if (desk === null) return null;
    const tree = await this.units.tree();
    const keeper = desk.keeper as UnitId;
    return {
      unitId,
      unitName: tree.find(unitId)?.name ?? '',
      keeper,
      keeperName: tree.find(keeper)?.name ?? '',
      agency: agencyIdentifierOf(tree, keeper),
    };
  }

  async nameOf(unitId: UnitId): Promise<string> {
    return (await this.units.tree()).find(unitId)?.name ?? '';
  }

  /** @throws Problem `payment.no-cash-desk` */
  async require(unitId: UnitId): Promise<CashDeskToday> {
    const desk = await this.of(unitId);
    if (desk === null) throw problem('payment.no-cash-desk');
    return desk;
  }
}
