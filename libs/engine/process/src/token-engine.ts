import { decideCondition } from './conditions';
import type {
  CompiledFlow,
  CompiledNode,
  CompiledProcess,
  ExclusiveNode,
  TaskNode,
} from './compiled-process';
import type {
  Choices,
  OpenTask,
  ProcessEnd,
  ProcessProblem,
  ProcessResult,
  ProcessState,
  ProcessVariables,
  TaskCompletion,
  Token,
} from './process-state';

/** Starts a process: runs from the start event to the first tasks. */
export function startProcess(process: CompiledProcess, variables: ProcessVariables): ProcessResult {
  return runFromStart(process, byConditions(process, variables));
}

/** Repeats a start from its recorded choices. */
export function replayStart(process: CompiledProcess, choices: Choices): ProcessResult {
  return runFromStart(process, byRecord(choices));
}

/**
 * Completes an open task and moves on until every thread of control rests again. Pure and deterministic; a mistake is
 * returned and leaves nothing behind.
 */
export function completeTask(
  process: CompiledProcess,
  state: ProcessState,
  taskKey: string,
  { outcome, variables }: TaskCompletion,
): ProcessResult {
  return complete(process, state, {
    taskKey,
    outcome,
    choose: byConditions(process, { ...variables, outcome }),
  });
}

/** Repeats a completion from its recorded choices, without the answers that led to them. */
export function replayTask(
  process: CompiledProcess,
  state: ProcessState,
  taskKey: string,
  { outcome, choices }: { readonly outcome: string; readonly choices: Choices },
): ProcessResult {
  return complete(process, state, { taskKey, outcome, choose: byRecord(choices) });
}

type Chosen = { readonly flowId: string } | { readonly problem: ProcessProblem };
type Choose = (gateway: ExclusiveNode) => Chosen;

interface Completion {
  readonly taskKey: string;
  readonly outcome: string;
  readonly choose: Choose;
}

function runFromStart(process: CompiledProcess, choose: Choose): ProcessResult {
  const nothing: ProcessState = { tokens: [], openTasks: [], takenFlows: [], doneNodes: [], ended: null };
  const run = new Run(process, nothing, choose);
  run.leave(process.startNodeId);
  return run.result();
}

function complete(
  process: CompiledProcess,
  state: ProcessState,
  { taskKey, outcome, choose }: Completion,
): ProcessResult {
  const task = state.openTasks.find((open) => open.key === taskKey);
  if (!task || state.ended) return { ok: false, problems: [{ code: 'task.not-open', taskKey }] };
  if (!task.outcomes.includes(outcome)) {
    return {
      ok: false,
      problems: [{ code: 'task.unknown-outcome', taskKey, outcome, allowed: task.outcomes }],
    };
  }
  const run = new Run(process, state, choose);
  run.close(task);
  run.leave(task.nodeId);
  return run.result();
}

function byConditions(process: CompiledProcess, variables: ProcessVariables): Choose {
  return (gateway) => {
    for (const flowId of gateway.outgoing) {
      const condition = process.flows.find((flow) => flow.id === flowId)?.condition ?? null;
      // The compiler put the default flow last; it alone has no condition.
      if (condition === null) return { flowId };
      const decision = decideCondition(condition, variables);
      if (!decision.ok) return { problem: { code: 'condition.undecided', flowId, detail: decision.detail } };
      if (decision.holds) return { flowId };
    }
    return { problem: { code: 'replay.mismatch', nodeId: gateway.id } };
  };
}

function byRecord(choices: Choices): Choose {
  return (gateway) => {
    const flowId = choices[gateway.id];
    const known = flowId !== undefined && gateway.outgoing.includes(flowId);
    return known ? { flowId } : { problem: { code: 'replay.mismatch', nodeId: gateway.id } };
  };
}

/** One move of the engine: works on copies, so that a refused move leaves the old state as it was. */
class Run {
  private tokens: readonly Token[];
  private openTasks: readonly OpenTask[];
  private readonly takenFlows: string[];
  private readonly doneNodes: string[];
  private readonly choices: Record<string, string> = {};
  private ended: ProcessEnd | null = null;
  private problem: ProcessProblem | null = null;
  private readonly nodes: ReadonlyMap<string, CompiledNode>;
  private readonly flows: ReadonlyMap<string, CompiledFlow>;

  constructor(
    process: CompiledProcess,
    private readonly before: ProcessState,
    private readonly choose: Choose,
  ) {
    this.tokens = before.tokens;
    this.openTasks = before.openTasks;
    this.takenFlows = [...before.takenFlows];
    this.doneNodes = [...before.doneNodes];
    this.nodes = new Map(process.nodes.map((node) => [node.id, node]));
    this.flows = new Map(process.flows.map((flow) => [flow.id, flow]));
  }

  close(task: OpenTask): void {
    this.openTasks = this.openTasks.filter((open) => open.key !== task.key);
    this.tokens = this.tokens.filter((token) => token.nodeId !== task.nodeId);
  }

  /** Marks a node done and sends a token along each of its flows. */
  leave(nodeId: string): void {
    const node = this.nodes.get(nodeId);
    if (!node) return this.fail({ code: 'replay.mismatch', nodeId });
    this.doneNodes.push(nodeId);
    // An exclusive gateway with a single way on merges; there is nothing to decide and nothing to record.
    if (node.kind !== 'exclusive' || node.outgoing.length === 1) {
      node.outgoing.forEach((flow) => this.enter(flow));
      return;
    }
    const chosen = this.choose(node);
    if ('problem' in chosen) return this.fail(chosen.problem);
    this.choices[nodeId] = chosen.flowId;
    this.enter(chosen.flowId);
  }

  private enter(flowId: string): void {
    // A terminate end or a problem met on the way of a sibling branch stops everything.
    if (this.ended || this.problem) return;
    const node = this.nodes.get(this.flows.get(flowId)?.to ?? '');
    if (!node) return this.fail({ code: 'replay.mismatch', nodeId: flowId });
    this.takenFlows.push(flowId);
    switch (node.kind) {
      case 'task':
        return this.open(node, flowId);
      case 'join':
        return this.arrive(node, flowId);
      case 'end':
        this.doneNodes.push(node.id);
        this.ended = { nodeId: node.id, outcome: node.outcome };
        this.tokens = [];
        this.openTasks = [];
        return;
      default:
        return this.leave(node.id);
    }
  }

  private open(node: TaskNode, flowId: string): void {
    const times = this.doneNodes.filter((done) => done === node.id).length;
    this.tokens = [...this.tokens, { nodeId: node.id, flowId }];
    const { role, step, title, formId, outcomes, pause, system } = node;
    const task: OpenTask = {
      key: `${node.id}#${times + 1}`,
      nodeId: node.id,
      role,
      step,
      name: title,
      formId,
      outcomes,
      ...(pause === undefined ? {} : { pause }),
      ...(system === undefined ? {} : { system }),
    };
    this.openTasks = [...this.openTasks, task];
  }

  private arrive(node: CompiledNode, flowId: string): void {
    this.tokens = [...this.tokens, { nodeId: node.id, flowId }];
    const waiting = this.tokens.filter((token) => token.nodeId === node.id);
    if (waiting.length < node.incoming.length) return;
    this.tokens = this.tokens.filter((token) => token.nodeId !== node.id);
    this.leave(node.id);
  }

  private fail(problem: ProcessProblem): void {
    this.problem ??= problem;
  }

  result(): ProcessResult {
    if (this.problem) return { ok: false, problems: [this.problem] };
    const isIn = (tasks: readonly OpenTask[], task: OpenTask) =>
      tasks.some((other) => other.key === task.key);
    return {
      ok: true,
      step: {
        state: {
          tokens: this.tokens,
          openTasks: this.openTasks,
          takenFlows: this.takenFlows,
          doneNodes: this.doneNodes,
          ended: this.ended,
        },
        opened: this.openTasks.filter((task) => !isIn(this.before.openTasks, task)),
        closed: this.before.openTasks.filter((task) => !isIn(this.openTasks, task)),
        ended: this.ended,
        choices: this.choices,
      },
    };
  }
}

/** Grounds on which the open steps ask that the legal clock stands still; empty when it should run. */
export function requestedPauses(state: ProcessState | null): readonly string[] {
  return [...new Set((state?.openTasks ?? []).flatMap((task) => task.pause ?? []))];
}
