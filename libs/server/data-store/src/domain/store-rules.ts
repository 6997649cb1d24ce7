/** How much people may keep and how long a share lasts, as it holds from a date on. */
export interface StoreRules {
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  /** Papers a person uploaded; what agencies issued does not count. */
  readonly maxPapers: number;
  readonly maxBytes: number;
  readonly longestShareDays: number;
  readonly source: string;
  readonly verified: boolean;
}

/** No text that was read names figures, so these are a setting of the province. */
export const declaredStoreRules: readonly StoreRules[] = [
  {
    version: 1,
    effectiveFrom: '2026-01-01',
    maxPapers: 100,
    maxBytes: 200_000_000,
    longestShareDays: 90,
    source: 'đặt tạm, chờ quy chế Kho dữ liệu của tỉnh',
    verified: false,
  },
];

/** The rules in force on a date; the oldest when none is, so that nobody's store is without bounds. */
export function storeRulesOn(versions: readonly StoreRules[], date: string): StoreRules {
  const [oldest] = versions;
  if (!oldest) throw new Error('no rules of the store are declared');
  return versions.reduce((latest, each) => (each.effectiveFrom <= date ? each : latest), oldest);
}

/** The last day a share that begins today may last to. */
export function lastShareDay(rules: StoreRules, today: string): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + rules.longestShareDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
