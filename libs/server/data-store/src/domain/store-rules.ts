import type { PaperKind } from '@mocua/contract';

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

/** How long an issued paper of a kind may be used, as it holds from a date on. */
export interface PaperValidity {
  readonly kind: PaperKind;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  /** Null: no text sets an end. */
  readonly months: number | null;
  readonly source: string;
  readonly verified: boolean;
}

/**
 * A certified copy stands for the original; the decree sets no end for it.
 *
 * @legal NĐ 23/2015 Điều 3(2)
 */
export const declaredValidity: readonly PaperValidity[] = [
  {
    kind: 'certified-copy',
    effectiveFrom: '2015-04-10',
    months: null,
    source: 'NĐ 23/2015/NĐ-CP Điều 3(2), bản đọc 11/2026, chưa đối chiếu Công báo',
    verified: false,
  },
];

/** The last day an issued paper is valid; null when nothing sets one. @param issuedOn - `YYYY-MM-DD` */
export function lastValidDay(
  versions: readonly PaperValidity[],
  kind: PaperKind,
  issuedOn: string,
): string | null {
  const [rule] = versions
    .filter((each) => each.kind === kind && each.effectiveFrom <= issuedOn)
    .sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
  if (rule?.months == null) return null;
  const [year = 0, month = 1, day = 1] = issuedOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + rule.months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + rule.months, Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10);
}

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
