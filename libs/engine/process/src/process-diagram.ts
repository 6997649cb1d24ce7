import type { ProcessView } from '@mocua/contract';
import type { CompiledNode, CompiledProcess } from './compiled-process';
import type { ProcessState } from './process-state';

/** Free space around the drawing, in BPMN pixels. */
const margin = 20;

const viewTypes = {
  start: 'start',
  end: 'end',
  task: 'task',
  exclusive: 'exclusive-gateway',
  fork: 'parallel-gateway',
  join: 'parallel-gateway',
} as const;

/**
 * The drawing of a process with what is done, what is being done and which way it went. A step that was sent back for is
 * not shown as done any more: what followed it has to happen again.
 */
export function processDiagram(process: CompiledProcess, state: ProcessState): ProcessView {
  const corners = [
    ...process.nodes.flatMap(({ bounds: { x, y, width, height } }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...process.flows.flatMap((flow) => flow.waypoints),
  ];
  const left = Math.min(...corners.map(({ x }) => x)) - margin;
  const top = Math.min(...corners.map(({ y }) => y)) - margin;
  const done = stillDone(process, state);
  const current = new Set(state.openTasks.map((task) => task.nodeId));
  const taken = shownFlows(process, state, done);
  return {
    width: Math.max(...corners.map(({ x }) => x)) + margin - left,
    height: Math.max(...corners.map(({ y }) => y)) + margin - top,
    nodes: process.nodes.map((node) => ({
      id: node.id,
      type: viewTypes[node.kind],
      name: node.name,
      x: node.bounds.x - left,
      y: node.bounds.y - top,
      width: node.bounds.width,
      height: node.bounds.height,
      state: current.has(node.id) ? 'current' : done.has(node.id) ? 'done' : 'pending',
    })),
    flows: process.flows.map((flow) => ({
      id: flow.id,
      from: flow.from,
      to: flow.to,
      name: flow.name,
      waypoints: flow.waypoints.map((point) => ({ x: point.x - left, y: point.y - top })),
      taken: taken.has(flow.id),
    })),
  };
}

function stillDone(process: CompiledProcess, state: ProcessState): ReadonlySet<string> {
  const nodes = new Map(process.nodes.map((node) => [node.id, node]));
  let done: readonly string[] = [];
  for (const id of [...state.doneNodes, ...state.openTasks.map((task) => task.nodeId)]) {
    const since = done.indexOf(id);
    // Other branches of a block go on undisturbed by a loop in this one.
    if (since >= 0)
      done = done.filter((other, at) => at < since || !isInside(nodes.get(other), nodes.get(id)));
    done = [...done, id];
  }
  return new Set(done);
}

/** Whether a node lies in the same parallel branch as another, or in a block within it. */
function isInside(node: CompiledNode | undefined, reference: CompiledNode | undefined): boolean {
  return reference?.branch.every((flow, depth) => node?.branch[depth] === flow) ?? false;
}

/** Of a split only the way that was taken last counts, and only as long as the split itself still counts. */
function shownFlows(
  process: CompiledProcess,
  state: ProcessState,
  done: ReadonlySet<string>,
): ReadonlySet<string> {
  const open = new Set(state.openTasks.map((task) => task.nodeId));
  const shown = new Set<string>();
  for (const node of process.nodes) {
    if (!done.has(node.id) || open.has(node.id)) continue;
    const taken = node.outgoing.filter((flow) => state.takenFlows.includes(flow));
    if (node.kind !== 'exclusive') taken.forEach((flow) => shown.add(flow));
    else {
      const last = taken.sort((a, b) => state.takenFlows.lastIndexOf(b) - state.takenFlows.lastIndexOf(a))[0];
      if (last !== undefined) shown.add(last);
    }
  }
  return shown;
}
