import type { FormDefinition, FormField, FormPage, FormSection } from '@mocua/contract';
import type { FactType } from './form-facts';
import type { Rule } from './rule';

/** A checked form, ready to be evaluated. Immutable; compile once per published version and keep it. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  /** Types of the facts that expressions may use. */
  readonly facts: Readonly<Record<string, FactType>>;
  readonly pages: readonly CompiledPage[];
  readonly sections: ReadonlyMap<string, CompiledSection>;
  /** Fields outside repeating sections, by id. */
  readonly fields: ReadonlyMap<string, CompiledField>;
  /** Steps of evaluation; a step only reads the values of steps before it. */
  readonly steps: readonly Step[];
  /** For each step the steps that read it, ascending. */
  readonly dependants: readonly (readonly number[])[];
  /** Answer key to the step that holds it. */
  readonly stepOf: ReadonlyMap<string, number>;
  /** `requires` step of each answer key. */
  readonly requireStepOf: ReadonlyMap<string, number>;
  readonly pageStepOf: ReadonlyMap<string, number>;
  readonly sectionStepOf: ReadonlyMap<string, number>;
  /** What may still be changed while a supplement is answered; null when everything may. */
  readonly open: OpenFields | null;
}

/** Which answers a supplement leaves open. */
export interface OpenFields {
  /** Field or section ids that the agency asked for. */
  readonly asked: ReadonlySet<string>;
  /** Ids that an asked answer may show or hide: they may be filled in, or emptied, but not changed. */
  readonly following: ReadonlySet<string>;
}

export interface CompiledPage {
  readonly definition: FormPage;
  readonly visible: Rule | null;
  readonly sections: readonly CompiledSection[];
}

export interface CompiledSection {
  readonly definition: FormSection;
  readonly pageId: string;
  readonly visible: Rule | null;
  readonly fields: readonly CompiledField[];
  /** In a repeating section: the fields in the order of evaluation within one group. */
  readonly evaluationOrder: readonly CompiledField[];
}

export interface CompiledField {
  readonly definition: FormField;
  readonly pageId: string;
  readonly sectionId: string;
  readonly visible: Rule | null;
  readonly required: boolean | Rule;
  readonly calculate: Rule | null;
  readonly min: Rule | null;
  readonly max: Rule | null;
}

/** One unit of recomputation. `field` decides visibility and value; `require` what must be corrected. */
export type Step =
  | { readonly kind: 'page'; readonly page: CompiledPage }
  | { readonly kind: 'section'; readonly section: CompiledSection }
  | { readonly kind: 'field'; readonly field: CompiledField }
  | { readonly kind: 'groups'; readonly section: CompiledSection }
  | { readonly kind: 'require'; readonly field: CompiledField }
  | { readonly kind: 'require-groups'; readonly section: CompiledSection };
