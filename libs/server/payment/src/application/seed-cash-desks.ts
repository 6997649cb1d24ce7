import type { CashDeskRule } from '@mocua/engine/payment';
import { demoUnitId } from '@mocua/server/identity';
import type { CashDeskRules } from '../persistence/cash-desk-rules';
import type { SetCashDesk } from './set-cash-desk';

const basis = 'Quyết định mẫu của tỉnh trình diễn';

/**
 * Desks of the demo province: the provincial centre and Đồng Sen have their own, Ngân Thượng collects for the centre, the others
 * take no cash. Harmless to repeat.
 */
export class SeedCashDesks {
  constructor(
    private readonly rules: CashDeskRules,
    private readonly setting: SetCashDesk,
  ) {}

  /** @param from - first day, `YYYY-MM-DD`; today or later */
  async execute(from: string): Promise<void> {
    const ruled = new Set((await this.rules.all()).map(({ unitId }) => unitId));
    const centre = demoUnitId('provincial-centre');
    const rules: CashDeskRule[] = [
      { unitId: centre, kind: 'own', keeper: null, from },
      { unitId: demoUnitId('dong-sen-centre'), kind: 'own', keeper: null, from },
      { unitId: demoUnitId('ngan-thuong-centre'), kind: 'on-behalf', keeper: centre, from },
    ];
    for (const rule of rules.filter(({ unitId }) => !ruled.has(unitId)))
      await this.setting.add({ ...rule, basis }, null);
  }
}
