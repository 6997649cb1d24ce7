import type { EligibilityRule, Expression, FeeDefinition, FormDefinition, Localized } from '@mocua/contract';
import type { CompiledForm } from '@mocua/engine/eform';
import type { CompiledFees } from '@mocua/engine/fees';
import type { CompiledProcess, ProcedureRules } from '@mocua/engine/process';
import type { CatalogueEntry } from './catalogue-entry';
import type { HandoverDefinition } from './handover-definition';
import type { OutgoingDefinition } from './outgoing-definition';
import type { PrintDefinition } from './print-definition';

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
  readonly print: PrintDefinition;
  readonly fees: FeeDefinition | null;
  readonly compiledFees: CompiledFees | null;
  readonly eligibility: readonly EligibilityRule[];
  /** Steps that sector systems do. */
  readonly handovers: readonly HandoverDefinition[];
  /** Documents that the document management system signs, numbers and issues. */
  readonly outgoing: readonly OutgoingDefinition[];
}
