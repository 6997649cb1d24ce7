import type { Report } from './check-shape';
import type { CompiledField, CompiledForm, CompiledPage, CompiledSection, Step } from './compiled-form';
import type { Rule } from './rule';

export type OrderedSteps = Pick<
  CompiledForm,
  'steps' | 'dependants' | 'stepOf' | 'requireStepOf' | 'pageStepOf' | 'sectionStepOf'
>;

interface Draft {
  readonly step: Step;
  /** Keys of the steps it reads. */
  readonly reads: readonly string[];
}

/** Puts the steps in an order in which every step reads only earlier ones; reports cycles. */
export function orderSteps(pages: readonly CompiledPage[], report: Report): OrderedSteps {
  const drafts = draftSteps(pages);
  const order = sortByReads(drafts, (cycle) => {
    const path = cycle.map(nameOf).join(' → ');
    report(
      nameOf(cycle[0] ?? ''),
      'cycle',
      `Các điều kiện phụ thuộc vòng tròn: ${path}.`,
      `Conditions depend on each other in a circle: ${path}.`,
    );
  });
  const position = new Map(order.map((key, index) => [key, index]));
  const dependants: number[][] = order.map(() => []);
  order.forEach((key, index) => {
    for (const read of new Set(drafts.get(key)?.reads)) {
      const from = position.get(read);
      if (from !== undefined) dependants[from]?.push(index);
    }
  });
  const positionsOf = (...kinds: readonly Step['kind'][]): ReadonlyMap<string, number> =>
    new Map(
      order.flatMap((key, index): [string, number][] => {
        const [kind = '', id = ''] = key.split(':');
        return kinds.some((wanted) => wanted === kind) ? [[id, index]] : [];
      }),
    );
  return {
    steps: order.flatMap((key) => drafts.get(key)?.step ?? []),
    dependants,
    stepOf: positionsOf('field', 'groups'),
    requireStepOf: positionsOf('require', 'require-groups'),
    pageStepOf: positionsOf('page'),
    sectionStepOf: positionsOf('section'),
  };
}

function draftSteps(pages: readonly CompiledPage[]): ReadonlyMap<string, Draft> {
  const answerKeys = new Map<string, string>();
  for (const section of pages.flatMap((page) => page.sections)) {
    const { id, repeat } = section.definition;
    if (repeat !== undefined) answerKeys.set(id, `groups:${id}`);
    else
      for (const field of section.fields) answerKeys.set(field.definition.id, `field:${field.definition.id}`);
  }
  const drafts = new Map<string, Draft>();
  const add = (
    step: Step,
    id: string,
    above: string | null,
    rules: readonly (Rule | null)[],
    own: ReadonlySet<string>,
  ): void => {
    const names = rules.flatMap((rule) => rule?.reads ?? []).filter((name) => !own.has(name));
    const reads = names.flatMap((name) => answerKeys.get(name) ?? []);
    drafts.set(`${step.kind}:${id}`, { step, reads: above === null ? reads : [above, ...reads] });
  };
  const none: ReadonlySet<string> = new Set();
  for (const page of pages) {
    const pageId = page.definition.id;
    add({ kind: 'page', page }, pageId, null, [page.visible], none);
    for (const section of page.sections) {
      const { id, repeat } = section.definition;
      add({ kind: 'section', section }, id, `page:${pageId}`, [section.visible], none);
      if (repeat !== undefined) {
        const own = new Set(section.fields.map((field) => field.definition.id));
        add({ kind: 'groups', section }, id, `section:${id}`, section.fields.flatMap(shapingRules), own);
        add(
          { kind: 'require-groups', section },
          id,
          `groups:${id}`,
          section.fields.flatMap(checkingRules),
          own,
        );
        continue;
      }
      for (const field of section.fields) {
        const fieldId = field.definition.id;
        add({ kind: 'field', field }, fieldId, `section:${id}`, shapingRules(field), none);
        add({ kind: 'require', field }, fieldId, `field:${fieldId}`, checkingRules(field), none);
      }
    }
  }
  return drafts;
}

/** Rules that decide whether a field is there and what it holds. */
function shapingRules(field: CompiledField): readonly (Rule | null)[] {
  return [field.visible, field.calculate];
}

/** Rules that decide whether what it holds is acceptable. */
function checkingRules(field: CompiledField): readonly (Rule | null)[] {
  return [typeof field.required === 'boolean' ? null : field.required, field.min, field.max];
}

/** Order of evaluation within one group of a repeating section. */
export function orderFields(
  section: Omit<CompiledSection, 'evaluationOrder'>,
  at: string,
  report: Report,
): readonly CompiledField[] {
  const own = new Map(section.fields.map((field) => [field.definition.id, field]));
  const drafts = new Map(
    section.fields.map((field) => {
      const reads = shapingRules(field).flatMap((rule) => rule?.reads ?? []);
      return [field.definition.id, { reads: reads.filter((name) => own.has(name)) }];
    }),
  );
  const order = sortByReads(drafts, (cycle) => {
    const path = cycle.join(' → ');
    report(
      at,
      'cycle',
      `Các điều kiện phụ thuộc vòng tròn: ${path}.`,
      `Conditions depend on each other in a circle: ${path}.`,
    );
  });
  return order.flatMap((id) => own.get(id) ?? []);
}

/** Depth-first, readers after what they read; otherwise in the given order. Recursion is bounded by the form limits. */
function sortByReads(
  drafts: ReadonlyMap<string, { readonly reads: readonly string[] }>,
  onCycle: (cycle: readonly string[]) => void,
): readonly string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (key: string): void => {
    if (done.has(key)) return;
    if (onPath.has(key)) {
      onCycle([...path.slice(path.indexOf(key)), key]);
      return;
    }
    path.push(key);
    onPath.add(key);
    for (const read of drafts.get(key)?.reads ?? []) visit(read);
    path.pop();
    onPath.delete(key);
    done.add(key);
    order.push(key);
  };
  for (const key of drafts.keys()) visit(key);
  return order;
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
