import { roles } from '@mocua/contract';
import type { TypeScope } from '@mocua/engine/expression';
import { parseCondition } from './conditions';
import { modelProblem } from './model-problems';
import {
  type ModelFlow,
  type ModelNode,
  type ModelProblem,
  type ProcessModel,
  taskSteps,
} from './process-model';

/** Flow elements of the executable subset. */
export type ExecutableKind = 'start' | 'end' | 'task' | 'exclusive' | 'parallel';

const kinds: ReadonlyMap<string, ExecutableKind> = new Map([
  ['bpmn:StartEvent', 'start'],
  ['bpmn:EndEvent', 'end'],
  ['bpmn:UserTask', 'task'],
  ['bpmn:ExclusiveGateway', 'exclusive'],
  ['bpmn:ParallelGateway', 'parallel'],
]);

export function executableKind(node: ModelNode): ExecutableKind | null {
  return kinds.get(node.bpmnType) ?? null;
}

/** Everything that can be said about an element by looking at it and at the flows that touch it. */
export function checkElements(model: ProcessModel, scope: TypeScope | null): readonly ModelProblem[] {
  const ids = new Set(model.nodes.map((node) => node.id));
  const starts = model.nodes.filter((node) => executableKind(node) === 'start');
  return [
    ...(starts.length === 1 ? [] : [modelProblem('start.not-one', starts[1]?.id ?? model.id)]),
    ...(model.nodes.some((node) => executableKind(node) === 'end')
      ? []
      : [modelProblem('end.missing', model.id)]),
    ...model.nodes.flatMap((node) => checkNode(node, model.flows)),
    ...model.flows.flatMap((flow) => {
      if (!ids.has(flow.from) || !ids.has(flow.to)) return [modelProblem('flow.dangling', flow.id)];
      return checkFlow(flow, model, scope);
    }),
  ];
}

function checkNode(node: ModelNode, flows: readonly ModelFlow[]): readonly ModelProblem[] {
  const kind = executableKind(node);
  if (kind === null) return [modelProblem('element.unsupported', node.id, node.bpmnType)];
  const outgoing = flows.filter((flow) => flow.from === node.id);
  const incoming = flows.filter((flow) => flow.to === node.id);
  const problems = node.features.map((feature) => modelProblem('element.unsupported', node.id, feature));
  if (!node.bounds) problems.push(modelProblem('element.not-drawn', node.id));
  if (kind === 'start' && incoming.length > 0) problems.push(modelProblem('start.incoming', node.id));
  if (kind === 'end' && outgoing.length > 0) problems.push(modelProblem('end.outgoing', node.id));
  if (kind === 'end' && node.outcome !== 'positive' && node.outcome !== 'negative') {
    problems.push(modelProblem('end.outcome-missing', node.id));
  }
  if (kind !== 'end' && outgoing.length === 0) problems.push(modelProblem('node.no-outgoing', node.id));
  if ((kind === 'start' || kind === 'task') && outgoing.length > 1)
    problems.push(modelProblem('node.several-outgoing', node.id));
  if (kind === 'task') problems.push(...checkTask(node));
  if (kind === 'exclusive' || kind === 'parallel')
    problems.push(...checkGateway(node, kind, incoming, outgoing));
  return problems;
}

function checkTask(node: ModelNode): readonly ModelProblem[] {
  const problems: ModelProblem[] = [];
  if (node.name === '' || node.nameEn === '') problems.push(modelProblem('task.name-missing', node.id));
  if (!roles.some((role) => role === node.role))
    problems.push(modelProblem('task.role-unknown', node.id, node.role ?? ''));
  if (!taskSteps.some((step) => step === node.step))
    problems.push(modelProblem('task.step-unknown', node.id, node.step ?? ''));
  if (!node.formId) problems.push(modelProblem('task.form-missing', node.id));
  const different = new Set(node.outcomes).size === node.outcomes.length;
  if (node.outcomes.length === 0 || !different) problems.push(modelProblem('task.outcomes-missing', node.id));
  if (node.requests != null && pauseRequested(node.requests) === null)
    problems.push(modelProblem('task.request-unknown', node.id, node.requests));
  if (node.system != null && !/^[a-z][a-z0-9-]{0,39}$/u.test(node.system))
    problems.push(modelProblem('task.system-unknown', node.id, node.system));
  return problems;
}

/** Name of the ground on which a step asks for a pause; null when the text asks for nothing we know. */
export function pauseRequested(requests: string | null | undefined): string | null {
  return /^pause:([a-z][a-z0-9-]{0,39})$/u.exec(requests ?? '')?.[1] ?? null;
}

function checkGateway(
  node: ModelNode,
  kind: 'exclusive' | 'parallel',
  incoming: readonly ModelFlow[],
  outgoing: readonly ModelFlow[],
): readonly ModelProblem[] {
  if (incoming.length < 2 && outgoing.length < 2) return [modelProblem('gateway.pointless', node.id)];
  if (kind === 'parallel') {
    return incoming.length > 1 && outgoing.length > 1 ? [modelProblem('parallel.mixed', node.id)] : [];
  }
  const hasDefault = outgoing.some((flow) => flow.id === node.defaultFlow);
  return outgoing.length > 1 && !hasDefault ? [modelProblem('gateway.default-missing', node.id)] : [];
}

function checkFlow(flow: ModelFlow, model: ProcessModel, scope: TypeScope | null): readonly ModelProblem[] {
  const source = model.nodes.find((node) => node.id === flow.from);
  const splits =
    source !== undefined &&
    executableKind(source) === 'exclusive' &&
    model.flows.filter((other) => other.from === flow.from).length > 1;
  const conditional = splits && source.defaultFlow !== flow.id;
  if (!conditional)
    return flow.condition === null ? [] : [modelProblem('flow.condition-not-allowed', flow.id)];
  if (flow.condition === null || flow.condition === '')
    return [modelProblem('gateway.condition-missing', flow.id)];
  const parsed = parseCondition(flow.condition, scope);
  return parsed.ok ? [] : [modelProblem('gateway.condition-invalid', flow.id, parsed.fault)];
}
