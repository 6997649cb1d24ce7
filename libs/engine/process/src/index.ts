export { parseBpmn } from './parse-bpmn';
export type { ParseBpmnResult } from './parse-bpmn';
export { mocuaExtension, mocuaNamespace } from './mocua-extension';
export { compileProcess } from './compile-process';
export type { CompileProcessResult } from './compile-process';
export { completeTask, replayStart, replayTask, requestedPauses, startProcess } from './token-engine';
export { processDiagram } from './process-diagram';
export type { Condition } from './conditions';
export { taskSteps } from './process-model';
export type {
  Bounds,
  EndOutcome,
  ModelFlow,
  ModelNode,
  ModelProblem,
  ModelProblemCode,
  ProcessModel,
  TaskStep,
  Waypoint,
} from './process-model';
export type {
  CompiledFlow,
  CompiledNode,
  CompiledProcess,
  EndNode,
  ExclusiveNode,
  ForkNode,
  JoinNode,
  StartNode,
  TaskNode,
} from './compiled-process';
export type {
  Choices,
  OpenTask,
  ProcessEnd,
  ProcessProblem,
  ProcessResult,
  ProcessState,
  ProcessStep,
  ProcessVariables,
  TaskCompletion,
  Token,
} from './process-state';
export type {
  ClockRule,
  ConditionalDuration,
  EditRule,
  ExtensionRule,
  ForwardingRule,
  PauseRule,
  ProcedureRules,
  ReceptionRule,
  ResumePolicy,
  SettledRules,
  SupplementRule,
  WithdrawalRule,
} from './procedure-rules';
export { durationFor, isConditional, settleRules } from './settle-rules';
