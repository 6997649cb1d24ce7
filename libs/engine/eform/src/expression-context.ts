import type { FeelValue } from '@mocua/engine/expression';
import { readFact } from './form-facts';
import type { FormState } from './form-state';
import type { FieldCell, GroupsCell } from './step-cells';

/**
 * Answers and facts as expressions outside the form see them, for example the conditions of the papers to attach:
 * the same values that the form's own conditions see.
 */
export function expressionContext(state: FormState): Readonly<Record<string, FeelValue>> {
  const { form, facts, cells } = state;
  const context: Record<string, FeelValue> = {};
  for (const name of Object.keys(form.facts)) context[name] = readFact(form.facts, facts, name);
  for (const [key, step] of form.stepOf) context[key] = (cells.at(step) as FieldCell | GroupsCell).feel;
  return context;
}
