import type { ComponentRequirement } from '@mocua/contract';
import type { FormState } from '@mocua/engine/eform';
import {
  evaluate,
  type FeelContext,
  FeelDate,
  type FeelValue,
  parseExpression,
} from '@mocua/engine/expression';

/** A paper the answers call for. */
export interface NeededComponent {
  readonly component: ComponentRequirement;
  readonly required: boolean;
}

/** The papers to show for these answers, by the same conditions that the server evaluates. */
export function neededComponents(
  components: readonly ComponentRequirement[],
  state: FormState,
): readonly NeededComponent[] {
  const context = contextOf(state);
  return components
    .filter((component) => holds(component.visible, context))
    .map((component) => ({ component, required: holds(component.required, context) }));
}

function holds(source: string, context: FeelContext): boolean {
  const parsed = parseExpression(source);
  if (!parsed.ok) return false;
  const result = evaluate(parsed.expression, context);
  return result.ok && result.value === true;
}

function contextOf(state: FormState): FeelContext {
  const context: Record<string, FeelValue> = { today: FeelDate.parse(state.facts.today) };
  for (const [id, field] of state.form.fields) {
    const value = state.field(id)?.value ?? null;
    const type = field.definition.type;
    if (type === 'date') context[id] = typeof value === 'string' ? FeelDate.parse(value) : null;
    else if (type === 'confirmation') context[id] = value === true;
    else context[id] = value as FeelValue;
  }
  for (const [id, section] of state.form.sections) {
    if (section.definition.repeat === undefined) continue;
    context[id] = (state.section(id)?.groups ?? []).map((group) =>
      Object.fromEntries([...group.fields].map(([name, field]) => [name, field.value as FeelValue])),
    );
  }
  return context;
}
