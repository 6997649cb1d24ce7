import type { FormDefinition } from '@mocua/contract';
import type { CompiledForm, CompiledPage } from './compiled-form';
import type { DefinitionProblem } from './eform-problem';
import type { FactType } from './form-facts';
import type { OrderedSteps } from './order-steps';

export type CompileResult =
  | { readonly ok: true; readonly form: CompiledForm }
  | { readonly ok: false; readonly problems: readonly DefinitionProblem[] };

/** A form of its compiled parts, with the ways to look them up. */
export function assembleForm(
  definition: FormDefinition,
  facts: Readonly<Record<string, FactType>>,
  pages: readonly CompiledPage[],
  ordered: OrderedSteps,
): CompiledForm {
  const all = pages.flatMap((page) => page.sections);
  const plain = all.filter((section) => section.definition.repeat === undefined);
  return {
    definition,
    facts,
    pages,
    sections: new Map(all.map((section) => [section.definition.id, section])),
    fields: new Map(plain.flatMap((section) => section.fields.map((field) => [field.definition.id, field]))),
    ...ordered,
    open: null,
  };
}
