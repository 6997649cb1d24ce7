import type { PersonFactName, PersonFacts } from '../catalogue/eligibility';
import type { ProcedureSummary, ProcedureView, ProvinceView } from '../catalogue/schemas';
import type { ResponseOf } from '../kernel/endpoint';
import type { searchProcedures } from '../catalogue/endpoints';
import type { ContentKind } from '../content/kinds';
import type { PublicContent } from '../content/schemas';
import type { EligibleProcedure } from '../eligibility/schemas';
import type { SubmissionReceipt } from '../filing/schemas';

import type { PublicDossierStatus } from '../tracking/schemas';

/**
 * What is around every public page. Nothing in it belongs to a person: who has a session cookie sees the same page as
 * anybody else who has one.
 */
export interface PageFrame {
  readonly province: ProvinceView;
  /** Scheme and host as browsers see them, without a trailing slash. */
  readonly origin: string;
  /** Path of the page, with the part of its query that decides what it shows. */
  readonly path: string;
  readonly language: 'vi' | 'en';
  readonly text: 'normal' | 'large' | 'larger' | 'largest' | 'double';
  readonly contrast: 'normal' | 'high';
  /** Whether the browser came with the cookie of a citizen's session, alive or not. */
  readonly signedIn: boolean;
}

/** One error of a form, at the control it belongs to. */
export interface PageFormError {
  readonly target: string;
  /** Key below `public.error`. */
  readonly message: string;
}

/** What went wrong and what to do now, in the words of a problem. */
export interface PageProblem {
  readonly title: string;
  readonly remedy: string;
  /** What the hotline can find the trouble by; empty where it cannot help. */
  readonly reference: string;
}

type Found = ResponseOf<typeof searchProcedures>;

export interface HomePage {
  readonly kind: 'home';
  readonly popular: readonly ProcedureSummary[];
  /** Events in life with the number of procedures for each; events without any are left out. */
  readonly lifeEvents: Found['facets']['lifeEvent'];
  /** Title and address of the newest announcements. */
  readonly announcements: readonly Pick<PublicContent, 'slug' | 'title' | 'englishPending'>[];
}
/** All announcements, questions or guides that hold today. */
export interface ContentListPage {
  readonly kind: 'content-list';
  readonly list: ContentKind;
  readonly items: readonly PublicContent[];
}
export interface ContentPage {
  readonly kind: 'content';
  readonly item: PublicContent;
}
/** Filters of the search, by the names they have in the address of the page. */
export const searchFilters = {
  'su-kien': 'lifeEvent',
  'linh-vuc': 'field',
  'doi-tuong': 'audience',
  'co-quan': 'unit',
} as const;
export type SearchFilterName = keyof typeof searchFilters;
export interface SearchPage {
  readonly kind: 'search';
  readonly words: string;
  readonly filters: Readonly<Partial<Record<SearchFilterName, string>>>;
  readonly found: Found;
}
/** A few questions at a time; what was told so far travels with the form and is kept nowhere. */
export interface EligibilityPage {
  readonly kind: 'eligibility';
  readonly facts: PersonFacts;
  /** Questions that were left open on purpose. */
  readonly skipped: readonly PersonFactName[];
  /** What to ask on this page. */
  readonly ask: readonly PersonFactName[];
  readonly errors: readonly PageFormError[];
  /** Null before the first answer. */
  readonly procedures: readonly EligibleProcedure[] | null;
}
export interface ProcedurePage {
  readonly kind: 'procedure';
  readonly procedure: ProcedureView;
}
export interface TrackingPage {
  readonly kind: 'tracking';
  /** As typed; the PIN is never sent back. */
  readonly code: string;
  readonly errors: readonly PageFormError[];
  readonly problem: PageProblem | null;
  readonly status: PublicDossierStatus | null;
}
/** What the check of a receipt found. */
export interface ReceiptVerdict {
  readonly valid: boolean;
  readonly keyId: string;
  /** What was signed, read from the receipt; empty when it is not valid. */
  readonly content: readonly { readonly name: string; readonly value: string }[];
}
export interface ReceiptPage {
  readonly kind: 'receipt';
  /** The receipt as it was pasted, to be mended. */
  readonly pasted: string;
  readonly errors: readonly PageFormError[];
  readonly problem: PageProblem | null;
  readonly verdict: ReceiptVerdict | null;
}
export interface DisplayPage {
  readonly kind: 'display';
  /** Local path to go back to. */
  readonly back: string;
}
/** A page that cannot be shown: not there, not readable, not now. */
export interface ProblemPage {
  readonly kind: 'problem';
  readonly status: number;
  readonly problem: PageProblem;
}

export type PageContent =
  | HomePage
  | SearchPage
  | ProcedurePage
  | TrackingPage
  | ReceiptPage
  | EligibilityPage
  | ContentListPage
  | ContentPage
  | DisplayPage
  | ProblemPage;

/** Everything a public page is made of. The same model always gives the same page. */
export interface PageModel {
  readonly frame: PageFrame;
  readonly content: PageContent;
}

/** Built files that the pages refer to, as paths on the origin. */
export interface PageAssets {
  readonly stylesheet: string;
  readonly script: string;
  /** Fonts that the first screen needs. */
  readonly fonts: readonly string[];
}

export type SignedReceipt = SubmissionReceipt['receipt'];
