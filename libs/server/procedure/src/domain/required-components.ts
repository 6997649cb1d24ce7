import type { Answers } from '@mocua/contract';
import { evaluate, type FeelContext, FeelDate, parseExpression } from '@mocua/engine/expression';
import type { CatalogueEntry } from './catalogue-entry';
import type { ComponentDefinition } from './procedure-package';

/** A component as the answers decide about it. */
export interface ComponentNeed {
  readonly component: ComponentDefinition;
  readonly visible: boolean;
  readonly required: boolean;
}

/**
 * Decides for each component whether it is asked for and whether it must be there.
 *
 * @param today - the date at the competent agency, `YYYY-MM-DD`
 */
export function requiredComponents(
  components: readonly ComponentDefinition[],
  answers: Answers,
  today: string,
): readonly ComponentNeed[] {
  const context: FeelContext = { ...(answers as FeelContext), today: FeelDate.parse(today) };
  return components.map((component) => {
    const visible = holds(component.visibleWhen, context);
    return { component, visible, required: visible && holds(component.requiredWhen, context) };
  });
}

/** An unanswered question makes FEEL answer null; then nothing is asked for yet. */
function holds(expression: string, context: FeelContext): boolean {
  const parsed = parseExpression(expression);
  const result = parsed.ok ? evaluate(parsed.expression, context) : null;
  return result?.ok === true && result.value === true;
}

/** Code of the case these answers make; null when the entry states none that fits. */
export function caseOf(entry: Pick<CatalogueEntry, 'cases'>, answers: Answers, today: string): string | null {
  const context: FeelContext = { ...(answers as FeelContext), today: FeelDate.parse(today) };
  const found = entry.cases?.find(({ when }) => when === null || holds(when, context));
  return found?.code ?? null;
}
