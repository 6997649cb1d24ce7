import type { Localized, Role } from '@mocua/contract';
import type { Condition } from './conditions';
import type { Bounds, EndOutcome, TaskStep, Waypoint } from './process-model';

/**
 * A sound process as plain JSON data: it can be stored, hashed and sent. Made by `compileProcess` only; the engine
 * relies on what the compiler proved and does not check it again.
 */
export interface CompiledProcess {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly startNodeId: string;
  readonly nodes: readonly CompiledNode[];
  readonly flows: readonly CompiledFlow[];
}

interface NodeBase {
  readonly id: string;
  readonly name: string;
  readonly bounds: Bounds;
  /** Ids of the outgoing flows, in the order of the file; for an exclusive split the default flow comes last. */
  readonly outgoing: readonly string[];
  readonly incoming: readonly string[];
  /** Parallel branches around the node, outermost first: ids of the first flow of each branch. */
  readonly branch: readonly string[];
}

export type CompiledNode = StartNode | EndNode | TaskNode | ExclusiveNode | ForkNode | JoinNode;

export interface StartNode extends NodeBase {
  readonly kind: 'start';
}
export interface EndNode extends NodeBase {
  readonly kind: 'end';
  /** Whether reaching it ends every other branch as well. */
  readonly terminate: boolean;
  readonly outcome: EndOutcome;
}
export interface TaskNode extends NodeBase {
  readonly kind: 'task';
  readonly title: Localized;
  readonly step: TaskStep;
  readonly role: Role;
  readonly formId: string;
  /**
   * Who does the step when that is not the competent unit: identifier of an agency (`099.00.01.G99`), or after `=` FEEL
   * over the answers that gives a unit id or such an identifier.
   */
  readonly unit?: string;
  /** While the step is open it asks that the legal clock stands still, on this ground of the rules of the procedure. */
  readonly pause?: string;
  /** The sector system that does the step in its own house, and tells of it; what is handed over stands in the package. */
  readonly system?: string;
  /** Outcome codes the task may be completed with; at least one. */
  readonly outcomes: readonly string[];
}
export interface ExclusiveNode extends NodeBase {
  readonly kind: 'exclusive';
}
export interface ForkNode extends NodeBase {
  readonly kind: 'fork';
  /** The join that closes the block. */
  readonly joinId: string;
}
export interface JoinNode extends NodeBase {
  readonly kind: 'join';
}

export interface CompiledFlow {
  readonly id: string;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  /** Set on the conditional flows of an exclusive split. */
  readonly condition: Condition | null;
  readonly waypoints: readonly Waypoint[];
}
