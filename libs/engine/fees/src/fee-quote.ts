import type { FeeKind, FeeSource, FeeTiming, Localized } from '@mocua/contract';

/**
 * `due`: to be paid; `waived`: nothing is paid because of a waiver; `none`: it comes to nothing by itself; `open`: answers are
 * missing; `later`: an office says the amount, no answer can.
 */
export type FeeState = 'due' | 'waived' | 'none' | 'open' | 'later';

/** A waiver that lowered a line. */
export interface AppliedWaiver {
  readonly code: string;
  readonly name: Localized;
  /** Integer đồng; null when the amount without the waiver is not known. */
  readonly saved: number | null;
  readonly source: FeeSource;
}

/** One line for one filing; all amounts in integer đồng. */
export interface FeeLineQuote {
  readonly code: string;
  readonly kind: FeeKind;
  readonly name: Localized;
  readonly timing: FeeTiming;
  readonly state: FeeState;
  /** Null while it is not known; never zero for want of an answer. */
  readonly amount: number | null;
  readonly least: number;
  readonly most: number | null;
  /** Price of one unit, and how many. */
  readonly price: number | null;
  readonly quantity: number | null;
  readonly unit: Localized | null;
  readonly waiver: AppliedWaiver | null;
  /** Answers (`copies`) and facts (`filing.identityLevel`) it waits for. */
  readonly missing: readonly string[];
  /** A formula gave no usable amount for these answers: the package is at fault. */
  readonly faulty: boolean;
  readonly explanation: Localized;
  readonly source: FeeSource;
}

export interface FeeTotal {
  readonly amount: number | null;
  readonly least: number;
  readonly most: number | null;
}

export interface FeeQuote {
  readonly lines: readonly FeeLineQuote[];
  readonly total: FeeTotal;
  /** The same total by time of payment; a time without lines is left out. */
  readonly byTiming: readonly (FeeTotal & { readonly timing: FeeTiming })[];
  readonly missing: readonly string[];
  /** Whether the schedule speaks about the day of filing at all; when not, the total is not known. */
  readonly covered: boolean;
  /** Where it is said that the procedure costs nothing; null when it has lines. */
  readonly free: FeeSource | null;
}
