import type { Role } from '@mocua/contract';
import type { TypeScope } from '@mocua/engine/expression';
import { checkElements, executableKind, pauseRequested } from './check-elements';
import type { CompiledFlow, CompiledNode, CompiledProcess } from './compiled-process';
import { parseCondition } from './conditions';
import { cycleWithin, type Graph, graphOf, predecessors, reachable, successors } from './graph';
import { modelProblem } from './model-problems';
import { type BlockKind, matchBlocks, type ParallelBlock } from './parallel-blocks';
import type { Bounds, EndOutcome, ModelNode, ModelProblem, ProcessModel, TaskStep } from './process-model';

export type CompileProcessResult =
  | { readonly ok: true; readonly process: CompiledProcess }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/**
 * Proves that a model is sound and turns it into plain data for the engine. Sound means: every element belongs to the
 * executable subset and is complete, every node lies on a path from the start to an end, parallel branches form blocks,
 * and no loop runs without a person. Problems come stage by stage: the shape is judged only once the elements are right.
 *
 * @param scope - names and types that conditions may use beside `outcome`; left out, any name is accepted
 */
export function compileProcess(model: ProcessModel, scope: TypeScope | null = null): CompileProcessResult {
  const elementProblems = checkElements(model, scope);
  if (elementProblems.length > 0) return { ok: false, problems: elementProblems };

  const graph = graphOf(
    model.nodes.map((node) => node.id),
    model.flows,
  );
  const pathProblems = checkPaths(model, graph);
  if (pathProblems.length > 0) return { ok: false, problems: pathProblems };

  const byId = new Map(model.nodes.map((node) => [node.id, node]));
  const matched = matchBlocks(graph, (id) => blockKind(byId.get(id), graph));
  if (!matched.ok) return matched;
  return { ok: true, process: emit(model, graph, matched.blocks) };
}

function checkPaths(model: ProcessModel, graph: Graph): readonly ModelProblem[] {
  const ofKind = (kind: string) =>
    model.nodes.filter((node) => executableKind(node) === kind).map((node) => node.id);
  const fromStart = reachable(ofKind('start'), (node) => successors(graph, node));
  const toEnd = reachable(ofKind('end'), (node) => predecessors(graph, node));
  const tasks = new Set(ofKind('task'));
  const idle = cycleWithin(graph, new Set(graph.nodes.filter((node) => !tasks.has(node))));
  return [
    ...graph.nodes
      .filter((node) => !fromStart.has(node))
      .map((node) => modelProblem('node.unreachable', node)),
    ...graph.nodes.filter((node) => !toEnd.has(node)).map((node) => modelProblem('node.no-way-out', node)),
    ...idle.slice(0, 1).map((node) => modelProblem('loop.without-task', node)),
  ];
}

function blockKind(node: ModelNode | undefined, graph: Graph): BlockKind {
  switch (node && executableKind(node)) {
    case 'parallel':
      return (graph.outgoing.get(node?.id ?? '') ?? []).length > 1 ? 'fork' : 'join';
    case 'end':
      return node?.terminate ? 'terminate' : 'end';
    default:
      return 'other';
  }
}

function emit(model: ProcessModel, graph: Graph, blocks: readonly ParallelBlock[]): CompiledProcess {
  const flows = model.flows.map((flow): CompiledFlow => ({
    id: flow.id,
    name: flow.name,
    from: flow.from,
    to: flow.to,
    condition: emitCondition(flow.condition),
    waypoints: flow.waypoints,
  }));
  const start = model.nodes.find((node) => executableKind(node) === 'start');
  return {
    schemaVersion: 1,
    id: model.id,
    name: model.name,
    startNodeId: start?.id ?? '',
    nodes: model.nodes.map((node) => emitNode(node, graph, blocks)),
    flows,
  };
}

function emitCondition(source: string | null): CompiledFlow['condition'] {
  const parsed = source === null ? null : parseCondition(source, null);
  return parsed?.ok ? parsed.condition : null;
}

/** The casts below repeat what `checkElements` proved about the texts of the extension. */
function emitNode(node: ModelNode, graph: Graph, blocks: readonly ParallelBlock[]): CompiledNode {
  const outgoing = graph.outgoing.get(node.id) ?? [];
  const pause = pauseRequested(node.requests);
  const base = {
    id: node.id,
    name: node.name,
    bounds: node.bounds as Bounds,
    outgoing: [
      ...outgoing.filter((flow) => flow !== node.defaultFlow),
      ...outgoing.filter((flow) => flow === node.defaultFlow),
    ],
    incoming: graph.incoming.get(node.id) ?? [],
    branch: branchOf(node.id, blocks),
  };
  switch (executableKind(node)) {
    case 'start':
      return { ...base, kind: 'start' };
    case 'end':
      return { ...base, kind: 'end', terminate: node.terminate, outcome: node.outcome as EndOutcome };
    case 'exclusive':
      return { ...base, kind: 'exclusive' };
    case 'parallel': {
      const block = blocks.find((candidate) => candidate.forkId === node.id);
      return block ? { ...base, kind: 'fork', joinId: block.joinId } : { ...base, kind: 'join' };
    }
    default:
      return {
        ...base,
        kind: 'task',
        title: { vi: node.name, en: node.nameEn },
        step: node.step as TaskStep,
        role: node.role as Role,
        formId: node.formId ?? '',
        ...(node.unit ? { unit: node.unit } : {}),
        ...(pause === null ? {} : { pause }),
        ...(node.system ? { system: node.system } : {}),
        outcomes: node.outcomes,
      };
  }
}

function branchOf(nodeId: string, blocks: readonly ParallelBlock[]): readonly string[] {
  return blocks
    .flatMap(({ branches }) => {
      const size = [...branches.values()].reduce((sum, nodes) => sum + nodes.size, 0);
      return [...branches].filter(([, nodes]) => nodes.has(nodeId)).map(([flow]) => ({ flow, size }));
    })
    .sort((a, b) => b.size - a.size)
    .map(({ flow }) => flow);
}
