import type { Expression, FormDefinition, Localized, ProcedureView } from '@mocua/contract';
import type { CompiledForm } from '@mocua/engine/eform';
import type { CompiledProcess, ProcedureRules } from '@mocua/engine/process';

/**
 * The catalogue entry in the national shape, as `procedure.json` holds it. Duration and components stand in `rules.json`
 * and `components.json`; the public view puts them together.
 *
 * @legal NĐ 63/2010 Điều 8(2)
 */
export interface CatalogueEntry {
  readonly schemaVersion: 1;
  readonly code: string;
  readonly version: number;
  /** First day of the version; it holds until `effectiveTo` (its last day), or until a later version begins. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly name: Localized;
  readonly field: Localized;
  readonly audience: ProcedureView['audience'];
  readonly serviceLevel: ProcedureView['serviceLevel'];
  /** Plain words for the time limit. */
  readonly duration: Localized;
  readonly fee: Localized;
  /** Integer đồng; null when the amount depends on the dossier. */
  readonly feeAmount: number | null;
  readonly feeSource: ProcedureView['durationSource'];
  readonly whoMayApply: Localized;
  readonly steps: readonly Localized[];
  readonly results: readonly Localized[];
  readonly competentAgency: Localized;
  readonly conditions: readonly Localized[];
  readonly legalBasis: ProcedureView['legalBasis'];
  readonly boundaryFree: ProcedureView['boundaryFree'];
  /** Which system resolves dossiers of this version; we process `local` ones only and guide for the others. */
  readonly route: 'local' | 'ministry' | 'national';
  readonly onlineFiling: boolean;
  /** Form field that names the unit competent to resolve the dossier, and the one for a result fetched at a counter. */
  readonly unitFields: { readonly competent: string; readonly returnAt: string | null };
  /** Form field with the way the result is returned. */
  readonly returnMethodField: string | null;
  readonly search: {
    readonly abbreviations: readonly string[];
    readonly synonyms: readonly string[];
  };
}

/** One paper of the dossier (thành phần hồ sơ). */
export interface ComponentDefinition {
  readonly code: string;
  readonly name: Localized;
  readonly hint: Localized | null;
  /** How the catalogue describes it; the answers decide through `requiredWhen`. */
  readonly required: 'always' | 'conditional' | 'optional';
  /** The condition in words; set exactly when `required` is `conditional`. */
  readonly condition: Localized | null;
  /** FEEL over the answers: whether it is asked for at all, and whether it must be there. */
  readonly visibleWhen: Expression;
  readonly requiredWhen: Expression;
  readonly originals: number;
  readonly copies: number;
  readonly maxFiles: number;
}

export interface TaskOutcomeDefinition {
  readonly code: string;
  readonly label: Localized;
  readonly commentRequired: boolean;
}

/** What an officer fills in at a task; found by the `mocua:form` of the task. */
export interface TaskDefinition {
  readonly formId: string;
  /** Null when the task has nothing to fill in. */
  readonly form: FormDefinition | null;
  readonly outcomes: readonly TaskOutcomeDefinition[];
}

/** A task definition with its form compiled once. */
export interface PublishedTask extends TaskDefinition {
  readonly compiledForm: CompiledForm | null;
}

/** FEEL texts that say what is printed on the result; they read the answers and what officers entered. */
export interface PrintMapping {
  readonly paperTitle: Expression;
  readonly registerName: Expression;
  readonly registerBook: Expression;
  readonly registerNumber: Expression;
  readonly enteredOn: Expression;
  readonly issueNumber: Expression;
  readonly copies: Expression;
  readonly refusalReason: Expression;
  readonly excerpt: readonly { readonly label: string; readonly value: Expression }[];
}

/** A version of a procedure as everything else uses it: checked, compiled, immutable. */
export interface PublishedProcedure {
  readonly code: string;
  readonly version: number;
  /** SHA-256 (hex) over the canonical JSON of the package content. */
  readonly hash: string;
  readonly entry: CatalogueEntry;
  readonly form: FormDefinition;
  readonly compiledForm: CompiledForm;
  readonly components: readonly ComponentDefinition[];
  readonly process: CompiledProcess;
  /** Task definitions by form id; every task of the process has one. */
  readonly tasks: Readonly<Record<string, PublishedTask>>;
  readonly rules: ProcedureRules;
  readonly print: PrintMapping;
}
