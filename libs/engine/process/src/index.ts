export { taskSteps } from './process-model';
export type {
  Bounds, EndOutcome, ModelFlow, ModelNode, ModelProblem, ModelProblemCode, ProcessModel, TaskStep, Waypoint,
} from './process-model';
export type {
  CompiledFlow, CompiledNode, CompiledProcess, EndNode, ExclusiveNode, ForkNode, JoinNode, StartNode, TaskNode,
} from './compiled-process';
export type {
  Choices, OpenTask, ProcessEnd, ProcessProblem, ProcessResult, ProcessState, ProcessStep, ProcessVariables,
  TaskCompletion, Token,
} from './process-state';
export type {
  ClockRule, EditRule, ExtensionRule, ForwardingRule, ProcedureRules, ReceptionRule, ResumePolicy, SupplementRule,
  WithdrawalRule,
} from './procedure-rules';
