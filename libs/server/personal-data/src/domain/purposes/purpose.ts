import type { LocalizedText } from '@mocua/contract';
import type { DataCategory } from '../data-category';

/** What personal data is processed for. */
export const purposeCodes = [
  'procedure-handling',
  'identity-prefill',
  'register-lookup',
  'notices',
  'statistics',
  'service-news',
  'satisfaction-survey',
  'store-sharing',
  'zalo-notices',
  'national-store',
  'profile-facts',
] as const;
export type PurposeCode = (typeof purposeCodes)[number];

/** One version of a purpose, as it stands from a date on until the next version. */
export interface PurposeVersion {
  readonly code: PurposeCode;
  readonly version: number;
  /** `YYYY-MM-DD` in Vietnam. */
  readonly effectiveFrom: string;
  /** `law`: a duty of the agency, so nobody is asked; `consent`: only for those who said yes. */
  readonly basis: 'law' | 'consent';
  /** Articles, as people are shown them. */
  readonly legalBasis: string;
  /** Where the articles were read, and whether somebody compared them with the official text. */
  readonly source: { readonly reference: string; readonly verified: boolean };
  readonly categories: readonly DataCategory[];
  /** Whether some of the data is sensitive in the sense of the law; people are told before they agree. */
  readonly sensitive: boolean;
  readonly title: LocalizedText;
  /** The notice, or the text a person agrees to. */
  readonly text: LocalizedText;
  readonly keptFor: LocalizedText;
}

/** The version of every purpose that is in force on a date, in the order of the codes. */
export function purposesOn(versions: readonly PurposeVersion[], date: string): PurposeVersion[] {
  return purposeCodes.flatMap((code) => purposeOn(versions, code, date) ?? []);
}

/** The version in force on a date; null when the purpose has none yet, which means that nothing may be processed for it. */
export function purposeOn(
  versions: readonly PurposeVersion[],
  code: PurposeCode,
  date: string,
): PurposeVersion | null {
  return versions
    .filter((each) => each.code === code && each.effectiveFrom <= date)
    .reduce<PurposeVersion | null>(
      (latest, each) => (latest && latest.version > each.version ? latest : each),
      null,
    );
}
