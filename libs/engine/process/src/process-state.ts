import type { AnswerGroup, AnswerValue, Localized, Role } from '@mocua/contract';
import type { EndOutcome, TaskStep } from './process-model';

/** Where one thread of control rests: at an open task, or at a join that waits for the other branches. */
export interface Token {
  readonly nodeId: string;
  /** The flow it came by; tells the branches of a join apart. */
  readonly flowId: string;
}

/** A step that somebody has to do now. */
export interface OpenTask {
  /** `nodeId#n`: the n-th time this step is done in the dossier, counted from 1. Stable and never used again. */
  readonly key: string;
  readonly nodeId: string;
  readonly role: Role;
  readonly step: TaskStep;
  readonly name: Localized;
  readonly formId: string;
  readonly outcomes: readonly string[];
  /** Ground on which the step asks that the legal clock stands still; the outer life cycle decides. */
  readonly pause?: string;
  /** The sector system that does the step; somebody has to hand it over. */
  readonly system?: string;
}

export interface ProcessEnd {
  readonly nodeId: string;
  readonly outcome: EndOutcome;
}

/** The whole state of a running process, plain JSON. Holds no answer and no personal data. */
export interface ProcessState {
  readonly tokens: readonly Token[];
  readonly openTasks: readonly OpenTask[];
  /** Flows in the order in which they were taken; a flow taken twice stands twice. */
  readonly takenFlows: readonly string[];
  /** Nodes in the order in which they were left or ended; a node done twice stands twice. */
  readonly doneNodes: readonly string[];
  readonly ended: ProcessEnd | null;
}

/** Values that conditions may read, by name. `outcome` is added by the engine. */
export type ProcessVariables = Readonly<Record<string, AnswerValue | readonly AnswerGroup[]>>;

/** Flow chosen at each exclusive gateway that was passed in one step, by gateway id. */
export type Choices = Readonly<Record<string, string>>;

/** What one step did. */
export interface ProcessStep {
  readonly state: ProcessState;
  readonly opened: readonly OpenTask[];
  /** The completed task, and tasks of other branches that a terminate end closed. */
  readonly closed: readonly OpenTask[];
  readonly ended: ProcessEnd | null;
  /** Record these with the event: `replayTask` repeats the step from them, without the answers. */
  readonly choices: Choices;
}

export interface TaskCompletion {
  /** One of the outcomes of the open task. */
  readonly outcome: string;
  /** All values the conditions may read: those of this task, and earlier ones where the process needs them. */
  readonly variables: ProcessVariables;
}

export type ProcessProblem =
  | { readonly code: 'task.not-open'; readonly taskKey: string }
  | {
      readonly code: 'task.unknown-outcome';
      readonly taskKey: string;
      readonly outcome: string;
      readonly allowed: readonly string[];
    }
  /** A condition could not be decided, for example because a variable is missing or has the wrong type. */
  | { readonly code: 'condition.undecided'; readonly flowId: string; readonly detail: string }
  /** Recorded choices do not fit the process: the event belongs to another version, or was altered. */
  | { readonly code: 'replay.mismatch'; readonly nodeId: string };

export type ProcessResult =
  | { readonly ok: true; readonly step: ProcessStep }
  | { readonly ok: false; readonly problems: readonly ProcessProblem[] };
