import type { UnitFilter } from '@mocua/contract';
import type { CompiledForm } from './compiled-form';

/** Which lists of units somebody needs to fill in or to read a form; empty without a form. */
export function unitFiltersOf(form: CompiledForm | null): ReadonlySet<UnitFilter> {
  const sections = form?.pages.flatMap((page) => page.sections) ?? [];
  return new Set(
    sections
      .flatMap((section) => section.fields)
      .flatMap(({ definition }) => (definition.type === 'unit' ? [definition.filter] : [])),
  );
}
