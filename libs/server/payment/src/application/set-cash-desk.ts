import type {
  CashDeskRuleView,
  InputOf,
  listCashDeskRules,
  ResponseOf,
  setCashDesk,
  UnitId,
} from '@mocua/contract';
import { cashDeskRuleOn, judgeCashDeskRule } from '@mocua/engine/payment';
import type { UnitDirectory, UnitTree } from '@mocua/server/identity';
import { type Clock, type Database, type OfficerActor, problem } from '@mocua/server/kernel';
import type { CashDeskRules, StoredCashDeskRule } from '../persistence/cash-desk-rules';

/** An administrator says which units take cash, for whom, and from which day on. Rules are added and never changed. */
export class SetCashDesk {
  constructor(
    private readonly database: Database,
    private readonly rules: CashDeskRules,
    private readonly units: Pick<UnitDirectory, 'tree'>,
    private readonly clock: Clock,
  ) {}

  /** Every one-stop centre, also those without a rule: they take no cash. */
  async list(): Promise<ResponseOf<typeof listCashDeskRules>> {
    const [rules, tree] = await Promise.all([this.rules.all(), this.units.tree()]);
    return { items: viewsOf(rules, tree, this.clock.today()) };
  }

  /** @throws Problem `unit.not-found`, `payment.desk-rule-refused` */
  async execute(
    actor: OfficerActor,
    { body }: InputOf<typeof setCashDesk>,
  ): Promise<ResponseOf<typeof setCashDesk>> {
    const tree = await this.units.tree();
    const keeper = body.kind === 'on-behalf' ? (body.keeper ?? null) : null;
    for (const unitId of [body.unitId, ...(keeper === null ? [] : [keeper])])
      if (!isOneStop(tree, unitId)) throw problem('unit.not-found');
    if (body.kind === 'on-behalf' && keeper === null) throw problem('payment.desk-rule-refused');
    const { unitId, kind, from, basis } = body;
    await this.add({ unitId, kind, keeper, from, basis }, actor.partyId);
    return this.list();
  }

  /** Safe to repeat. @throws Problem `payment.desk-rule-refused` */
  async add(rule: StoredCashDeskRule, by: OfficerActor['partyId'] | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.rules.lock(tx);
      const rules = await this.rules.all(tx);
      if (rules.some((known) => isSame(known, rule))) return; // said before, and the answer was lost
      if (judgeCashDeskRule(rules, rule, this.clock.today()) !== null)
        throw problem('payment.desk-rule-refused');
      const added = await this.rules.add(tx, rule, { by, at: this.clock.now() });
      if (!added) throw problem('payment.desk-rule-refused');
    });
  }
}

function isSame(one: StoredCashDeskRule, other: StoredCashDeskRule): boolean {
  const fields = ['unitId', 'from', 'kind', 'keeper', 'basis'] as const;
  return fields.every((field) => one[field] === other[field]);
}

function isOneStop(tree: UnitTree, unitId: UnitId): boolean {
  return tree.find(unitId)?.kind === 'one-stop-centre';
}

function viewsOf(rules: readonly StoredCashDeskRule[], tree: UnitTree, today: string): CashDeskRuleView[] {
  const centres = tree.all().filter(({ kind }) => kind === 'one-stop-centre');
  return centres
    .map(({ unitId, name }): CashDeskRuleView => {
      const current = cashDeskRuleOn(rules, unitId, today) as StoredCashDeskRule | null;
      const coming = rules.filter((rule) => rule.unitId === unitId && rule.from > today).reverse();
      return {
        unit: { unitId, name },
        current: current && ruleView(current, tree),
        coming: coming.map((rule) => ruleView(rule, tree)),
      };
    })
    .sort((one, other) => one.unit.name.localeCompare(other.unit.name, 'vi'));
}

function ruleView({ kind, keeper, from, basis }: StoredCashDeskRule, tree: UnitTree) {
  const keptBy = keeper === null ? null : tree.find(keeper as UnitId);
  return { kind, keeper: keptBy && { unitId: keptBy.unitId, name: keptBy.name }, from, basis };
}
