import type { BreachContent } from '@mocua/contract';

/**
 * Time limits after a breach, as configuration.
 *
 * @legal Luật 91/2025 Điều 23; NĐ 356/2025 Điều 28, 29
 */
export interface BreachRule {
  readonly effectiveFrom: string;
  /** Clock hours from when it became known. */
  readonly tellAuthorityHours: number;
  readonly tellPeopleHours: number;
  /** Years the record is kept after the breach was fixed. */
  readonly keepYears: number;
  readonly source: string;
  readonly verified: boolean;
}
export const declaredBreachRule: BreachRule = {
  effectiveFrom: '2026-01-01',
  tellAuthorityHours: 72,
  tellPeopleHours: 72,
  keepYears: 5,
  source: 'Luật 91/2025/QH15 Điều 23; NĐ 356/2025/NĐ-CP Điều 28, 29',
  verified: false,
};

export interface BreachDeadlines {
  /** Null when nobody has to be told. */
  readonly tellAuthorityBy: string | null;
  readonly tellPeopleBy: string | null;
  /** `YYYY-MM-DD`; null while it is not fixed. */
  readonly keepUntil: string | null;
  /** Whether a notice was late, or is by now. */
  readonly late: boolean;
}

export function breachDeadlines(
  content: Pick<
    BreachContent,
    'knownAt' | 'harmPossible' | 'biometricOrLocation' | 'authorityToldAt' | 'peopleToldAt' | 'fixedAt'
  >,
  rule: BreachRule,
  now: string,
): BreachDeadlines {
  const within = (hours: number): string =>
    new Date(Date.parse(content.knownAt) + hours * 3_600_000).toISOString();
  const tellAuthorityBy = content.harmPossible ? within(rule.tellAuthorityHours) : null;
  const tellPeopleBy = content.biometricOrLocation ? within(rule.tellPeopleHours) : null;
  return {
    tellAuthorityBy,
    tellPeopleBy,
    keepUntil: content.fixedAt === null ? null : keptUntil(content.fixedAt, rule.keepYears),
    late:
      isLate(tellAuthorityBy, content.authorityToldAt, now) ||
      isLate(tellPeopleBy, content.peopleToldAt, now),
  };
}

function isLate(by: string | null, toldAt: string | null, now: string): boolean {
  return by !== null && Date.parse(toldAt ?? now) > Date.parse(by);
}

function keptUntil(fixedAt: string, years: number): string {
  const day = new Date(Date.parse(fixedAt) + 7 * 3_600_000);
  return new Date(Date.UTC(day.getUTCFullYear() + years, day.getUTCMonth(), day.getUTCDate()))
    .toISOString()
    .slice(0, 10);
}
