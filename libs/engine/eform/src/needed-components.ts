import type { ComponentRequirement } from '@mocua/contract';
import { evaluate, type FeelContext, parseExpression } from '@mocua/engine/expression';
import { expressionContext } from './expression-context';
import type { FormState } from './form-state';

/** A paper the answers call for. */
export interface NeededComponent {
  readonly component: ComponentRequirement;
  readonly required: boolean;
}

/** The papers to show for these answers, by the same conditions that the server evaluates when a dossier is filed. */
export function neededComponents(
  components: readonly ComponentRequirement[],
  state: FormState,
): readonly NeededComponent[] {
  const context = expressionContext(state);
  return components
    .filter((component) => applies(component.visible, context))
    .map((component) => ({ component, required: applies(component.required, context) }));
}

/** Only `true` counts: what is undecided is not asked for. */
function applies(source: string, context: FeelContext): boolean {
  const parsed = parseExpression(source);
  if (!parsed.ok) return false;
  const result = evaluate(parsed.expression, context);
  return result.ok && result.value === true;
}
