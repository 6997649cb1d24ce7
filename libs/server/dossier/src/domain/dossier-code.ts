/** How dossier codes are built, with the date from which the rule holds. */
export interface CodeRule {
  readonly effectiveFrom: string;
  /** Order in the day is padded to this many digits and widens past them. */
  readonly digits: number;
  readonly citation: string;
  readonly verified: boolean;
}

/**
 * Identifier of the competent agency, date of reception, order in the day. The layout of the national rule was not
 * seen, so it is configuration.
 *
 * @legal NĐ 118/2025 Điều 28
 */
export const codeRules: readonly CodeRule[] = [
  {
    effectiveFrom: '2025-07-01',
    digits: 4,
    citation: 'NĐ 118/2025 Điều 28; mẫu mã theo TT 01/2018/TT-VPCP',
    verified: false,
  },
];

/** Dossier code for the n-th reception of an agency on a day (`YYYY-MM-DD`, Vietnam). */
export function dossierCode(
  agencyIdentifier: string,
  day: string,
  order: number,
  rules: readonly CodeRule[] = codeRules,
): string {
  const rule = rules.filter((each) => each.effectiveFrom <= day).at(-1);
  if (!rule) throw new Error(`no dossier code rule for ${day}`);
  return `${agencyIdentifier}-${day.slice(2).replaceAll('-', '')}-${String(order).padStart(rule.digits, '0')}`;
}
