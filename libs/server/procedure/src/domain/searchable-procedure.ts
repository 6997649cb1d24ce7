import type { ProcedureSummary } from '@mocua/contract';

/** Everything about a procedure that a search may look into, whether it comes from a package or a national record. */
export interface SearchableProcedure {
  /** Code without the suffix of a province; the page of the procedure opens under it. */
  readonly code: string;
  /** Other codes people may type: the national code with its suffix. */
  readonly otherCodes: readonly string[];
  readonly source: 'package' | 'record';
  /** Changes whenever anything below may have changed. */
  readonly hash: string;
  readonly summary: ProcedureSummary;
  /** Names beside the one of the summary: the national record may say it differently. */
  readonly otherNames: readonly string[];
  readonly synonyms: readonly string[];
  readonly abbreviations: readonly string[];
  readonly fields: readonly string[];
  readonly agencies: readonly string[];
  /** Whom it is for, as said. */
  readonly audiences: readonly string[];
  /** Names of results and papers, steps, requirements: worth less than the name. */
  readonly results: readonly string[];
  readonly components: readonly string[];
  readonly texts: readonly string[];
}
