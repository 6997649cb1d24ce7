import type { Expression, Localized } from '../eform/form-definition';

/** How a dossier is filed; the same words as the channel of a dossier. */
export type FeeChannel = 'direct' | 'online' | 'post';

/**
 * What people pay for a procedure and who need not: `fees.json` of a package, version 1. Checked by `compileFees`,
 * computed by `computeFees`.
 *
 * Expressions see the answers by field id, and `filing`: `filing.date` (a date), `filing.channel` (a {@link FeeChannel}),
 * `filing.identityLevel` (`"L1"`, `"L2"`, `"FOREIGNER"`, `"ORG"`), `filing.isOrganisation`. An answer that is missing makes
 * an amount unknown, never zero; only `x = null` and `is defined(x)` look at the absence itself.
 */
export interface FeeDefinition {
  readonly schemaVersion: 1;
  /** Set exactly when there are no lines: where it is said that the procedure costs nothing. No lines alone say nothing. */
  readonly free: FeeSource | null;
  readonly lines: readonly FeeLine[];
  readonly waivers: readonly FeeWaiver[];
  /** On what money may be asked for after the reception; left out: on nothing. */
  readonly grounds?: readonly PaymentGround[];
}

/** Where a rule of money comes from; `verified` when a person compared it with the text of the law. */
export interface FeeSource {
  readonly citation: string;
  readonly verified: boolean;
}

/** `fee`: phí, for a service; `charge`: lệ phí, for an administrative act. They go to different accounts. */
export type FeeKind = 'fee' | 'charge';

/** When it is paid: `before` filing is complete, `after` filing when asked, or `on-result` when the result is handed over. */
export type FeeTiming = 'before' | 'after' | 'on-result';

export interface FeeLine {
  /** `[a-z][a-z0-9-]*`, unique among lines and waivers. */
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: Localized;
  readonly amount: FeeAmount;
  /** What the amount counts by (a page, a copy) and how many of them; null when it is paid once. */
  readonly unit: { readonly name: Localized; readonly quantity: Expression } | null;
  /** True or false: whether the line is asked for at all; null for always. */
  readonly when: Expression | null;
  /** Channels the line is for; null for all. */
  readonly channels: readonly FeeChannel[] | null;
  readonly timing: FeeTiming;
  /** First and last day of filing it holds for, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: FeeSource;
}

/**
 * Integer đồng for one unit. `fixed`: this amount. `formula`: a whole number computed from the answers; with a `unit`, it is
 * the price of one unit. `from`: the law or the notice says only the least amount; the true one is told later.
 */
export type FeeAmount =
  | { readonly kind: 'fixed'; readonly dong: number }
  | { readonly kind: 'formula'; readonly formula: Expression }
  | { readonly kind: 'from'; readonly dong: number };

/** Takes away a part or all of some lines for some people or for some time. Of several that hold, the best for the payer. */
export interface FeeWaiver {
  readonly code: string;
  /** The reason in words, as it is told to the payer: "Người có công với cách mạng". */
  readonly name: Localized;
  /** Codes of the lines it is about; null for all. */
  readonly lines: readonly string[] | null;
  readonly reduction: FeeReduction;
  /** True or false over answers and `filing`; null for everybody. */
  readonly when: Expression | null;
  /** First and last day of filing it holds for, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: FeeSource;
}

/** `exempt`: nothing is paid. `percent`: so many hundredths less, a broken đồng in favour of the payer. `price`: another price of one unit. */
export type FeeReduction =
  | { readonly kind: 'exempt' }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'price'; readonly dong: number };

/** One reason for which the office may ask for money after the reception. What no ground names may not be asked for. */
export interface PaymentGround {
  /** `[a-z][a-z0-9-]*`, unique among lines, waivers and grounds. */
  readonly code: string;
  readonly name: Localized;
  readonly amount: GroundAmount;
  /** True or false over the answers and what officers entered, with `filing`; null for always. */
  readonly when: Expression | null;
  /** Who has to pay; whoever may pay for the dossier may do it for them. */
  readonly payer: 'owner' | 'submitter';
  /** Days to pay in, counted from the day after the request; the last one ends at midnight in Vietnam. */
  readonly payWithinDays: number;
  /** First and last day of the request it holds for, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: FeeSource;
}

/**
 * Integer đồng. `lines`: what these lines of the schedule come to; they are not asked for again with the result. `formula`: a
 * whole number computed from the answers and what officers entered. `counted`: a price for each of the units an officer
 * counts. `asserted`: an amount that a document of another office states; `lines` are those it takes the place of.
 */
export type GroundAmount =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'formula'; readonly feeKind: FeeKind; readonly formula: Expression }
  | {
      readonly kind: 'counted';
      readonly feeKind: FeeKind;
      readonly dong: number;
      readonly unit: Localized;
      /** The most units one request may ask for. */
      readonly most: number;
    }
  | {
      readonly kind: 'asserted';
      readonly feeKind: FeeKind;
      /** What the document is called that has to be named with its number and date. */
      readonly document: Localized;
      readonly least: number;
      readonly most: number;
      readonly lines: readonly string[];
    };
