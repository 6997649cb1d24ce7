import type { PrintedSigner, PrintHead } from './print-data';

/** Kinds of result other than a copy from a register; each has a template `result-<kind>.typ`. */
export type GeneralResultKind = 'decision' | 'certificate' | 'minutes' | 'confirmation';

/** A result with a title, its legal basis and labelled fields in groups. */
export interface GeneralResultData {
  readonly template: GeneralResultKind;
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly title: string;
  readonly subtitle: string | null;
  /** Lines of the legal basis. */
  readonly basis: readonly string[];
  readonly opening: readonly string[];
  readonly groups: readonly {
    readonly heading: string | null;
    /** A value of several lines is printed line by line. */
    readonly fields: readonly { readonly label: string; readonly value: string }[];
  }[];
  readonly closing: readonly string[];
  readonly requester: string;
  readonly issue: { readonly number: string; readonly at: string };
  readonly copies: number | null;
  readonly signerLine: string | null;
  readonly signer: PrintedSigner;
  readonly verification: { readonly url: string };
}
