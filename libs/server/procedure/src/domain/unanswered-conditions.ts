import { dependencies } from '@mocua/engine/expression';
import type { CompiledNode, CompiledProcess } from '@mocua/engine/process';
import type { PublishedTask } from './procedure-package';

/** A condition that may be reached before somebody has answered what it reads. */
export interface UnansweredCondition {
  readonly flowId: string;
  readonly name: string;
}

type Known = ReadonlySet<string>;

/**
 * Finds conditions that read a value no task is sure to have given on every way there. The engine refuses to decide such
 * a condition, so an officer would be stuck with a step that cannot be completed.
 */
export function unansweredConditions(
  process: CompiledProcess,
  tasks: Readonly<Record<string, PublishedTask>>,
): readonly UnansweredCondition[] {
  const known = knownAfter(process, tasks);
  return process.nodes.flatMap((node) => {
    if (node.kind !== 'exclusive') return [];
    const here = known.get(node.id) ?? new Set();
    return process.flows
      .filter((flow) => flow.from === node.id)
      .flatMap(({ id, condition }) => {
        const names = condition ? dependencies(condition.expression) : [];
        return names.filter((name) => !here.has(name)).map((name) => ({ flowId: id, name }));
      });
  });
}

/** For each node the names that are surely answered once it is left: the greatest solution of the flow equations. */
function knownAfter(
  process: CompiledProcess,
  tasks: Readonly<Record<string, PublishedTask>>,
): ReadonlyMap<string, Known> {
  const sourceOf = new Map(process.flows.map((flow) => [flow.id, flow.from]));
  const given = new Map(process.nodes.map((node) => [node.id, givenBy(node, tasks)]));
  const everything = new Set([...given.values()].flatMap((names) => [...names]));
  const known = new Map<string, Known>(
    process.nodes.map((node) => [node.id, node.kind === 'start' ? new Set<string>() : everything]),
  );
  for (let changed = true; changed;) {
    changed = false;
    for (const node of process.nodes) {
      if (node.kind === 'start') continue;
      const before = node.incoming.map((flow) => known.get(sourceOf.get(flow) ?? '') ?? new Set<string>());
      const after = new Set([
        ...(node.kind === 'join' ? inAny(before) : inAll(before)),
        ...(given.get(node.id) ?? []),
      ]);
      // Which branch came last is chance, so its outcome is nobody's outcome.
      if (node.kind === 'join') after.delete('outcome');
      if (after.size !== known.get(node.id)?.size) {
        known.set(node.id, after);
        changed = true;
      }
    }
  }
  return known;
}

function givenBy(node: CompiledNode, tasks: Readonly<Record<string, PublishedTask>>): Known {
  if (node.kind !== 'task') return new Set();
  const form = tasks[node.formId]?.compiledForm;
  const always = (form?.pages ?? [])
    .filter((page) => page.visible === null)
    .flatMap((page) => page.sections)
    .filter((section) => section.visible === null && section.definition.repeat === undefined)
    .flatMap((section) => section.fields)
    .filter((field) => field.visible === null && field.required === true)
    .map((field) => field.definition.id);
  return new Set(['outcome', ...always]);
}

function inAll([first, ...others]: readonly Known[]): Known {
  return new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
}

function inAny(sets: readonly Known[]): Known {
  return new Set(sets.flatMap((set) => [...set]));
}
