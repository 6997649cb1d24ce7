import { FeelDate } from '@mocua/engine/expression';
import type { FeelValue } from '@mocua/engine/expression';

/** What expressions may know besides the answers. Every name must be declared when the form is compiled. */
export interface FormFacts {
  /** The date at the competent agency, `YYYY-MM-DD`; a date in expressions. */
  readonly today: string;
  readonly [name: string]: FactValue;
}
export type FactValue = string | number | boolean | null | readonly string[];

/** Type of a fact, for checking expressions at publication. `today` is always a `date`. */
export type FactType = 'string' | 'number' | 'boolean' | 'date' | 'strings';

/** A declared fact as expressions see it; null when it is missing or of another type. */
export function readFact(
  types: Readonly<Record<string, FactType>>,
  facts: FormFacts,
  name: string,
): FeelValue {
  if (!Object.hasOwn(types, name) || !Object.hasOwn(facts, name)) return null;
  const value = facts[name] ?? null;
  const type = types[name];
  if (type === 'date') return typeof value === 'string' ? FeelDate.parse(value) : null;
  if (type === 'strings') return Array.isArray(value) ? (value as readonly string[]) : null;
  return typeof value === type ? value : null;
}
