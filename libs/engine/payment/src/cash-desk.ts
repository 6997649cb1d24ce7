/**
 * Whether a unit takes cash, and for whom: `own` keeps it, `on-behalf` collects for another unit, `none` takes none. One rule
 * holds from its day until the next one of the unit; days are `YYYY-MM-DD` in Vietnam.
 */
export interface CashDeskRule {
  readonly unitId: string;
  readonly kind: 'own' | 'on-behalf' | 'none';
  /** The unit that keeps the money and whose receipts are given; set exactly when it is collected on behalf of it. */
  readonly keeper: string | null;
  readonly from: string;
}

/** Where cash is taken on a day: in the drawers of `unitId`; `keeper` keeps it and numbers the receipts. */
export interface CashDeskOfDay {
  readonly unitId: string;
  readonly keeper: string;
}

/** Why a rule cannot be set. */
export type CashDeskFault = 'past' | 'keeper-itself' | 'keeper-without-desk' | 'keeps-for-others';

/** The rule of a unit that holds on a day; null before its first. */
export function cashDeskRuleOn(
  rules: readonly CashDeskRule[],
  unitId: string,
  day: string,
): CashDeskRule | null {
  return rules
    .filter((rule) => rule.unitId === unitId && rule.from <= day)
    .reduce<CashDeskRule | null>((last, rule) => (last && last.from >= rule.from ? last : rule), null);
}

/**
 * Where a unit takes cash on a day; null where it takes none. Whoever keeps the money of others has to have a desk of its own
 * that day: nothing is collected for a unit that has stopped.
 */
export function cashDeskOn(
  rules: readonly CashDeskRule[],
  unitId: string,
  day: string,
): CashDeskOfDay | null {
  const rule = cashDeskRuleOn(rules, unitId, day);
  if (rule === null || rule.kind === 'none') return null;
  if (rule.kind === 'own') return { unitId, keeper: unitId };
  const keeper = rule.keeper ?? '';
  return cashDeskRuleOn(rules, keeper, day)?.kind === 'own' ? { unitId, keeper } : null;
}

/**
 * Why a rule cannot be set today; null when it can. The money of a day has one keeper, so a rule begins tomorrow at the earliest,
 * except for the first one of a unit.
 */
export function judgeCashDeskRule(
  rules: readonly CashDeskRule[],
  rule: CashDeskRule,
  today: string,
): CashDeskFault | null {
  const isFirst = cashDeskRuleOn(rules, rule.unitId, today) === null;
  if (isFirst ? rule.from < today : rule.from <= today) return 'past';
  if (rule.kind === 'on-behalf') {
    if (rule.keeper === rule.unitId) return 'keeper-itself';
    if (cashDeskRuleOn(rules, rule.keeper ?? '', rule.from)?.kind !== 'own') return 'keeper-without-desk';
  }
  const units = [...new Set(rules.map(({ unitId }) => unitId))];
  const keepsForOthers = units.some((unitId) => {
    const held = cashDeskRuleOn(rules, unitId, rule.from);
    return held?.kind === 'on-behalf' && held.keeper === rule.unitId;
  });
  return rule.kind !== 'own' && keepsForOthers ? 'keeps-for-others' : null;
}
