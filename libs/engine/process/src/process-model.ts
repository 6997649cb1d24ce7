import type { Localized } from '@mocua/contract';

/** Typed steps a user task may stand for. Approve, sign, number and issue are separately evidenced acts. */
export const taskSteps = ['appraise', 'coordinate', 'submit', 'approve', 'sign', 'number', 'issue'] as const;
export type TaskStep = (typeof taskSteps)[number];

/** What an end event means for the dossier. */
export type EndOutcome = 'positive' | 'negative';

/** Position of a node in the drawing, in BPMN pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Waypoint {
  readonly x: number;
  readonly y: number;
}

/**
 * One flow node as it was read, before any check. Values of the `mocua:` extension are kept as text: the compiler, not
 * the parser, decides whether they mean anything.
 */
export interface ModelNode {
  readonly id: string;
  /** BPMN type with prefix, for example `bpmn:UserTask`; types outside the executable subset are kept and refused later. */
  readonly bpmnType: string;
  readonly name: string;
  readonly nameEn: string;
  /** Constructs of the element that the executable subset does not know, for example `bpmn:TimerEventDefinition`. */
  readonly features: readonly string[];
  readonly terminate: boolean;
  readonly defaultFlow: string | null;
  readonly step: string | null;
  readonly role: string | null;
  readonly formId: string | null;
  /** `mocua:unit`: who does the step when that is not the competent unit. */
  readonly unit?: string | null;
  /** `mocua:requests`: what the step asks of the outer life cycle while it is open, for example `pause:tax`. */
  readonly requests?: string | null;
  /** `mocua:system`: the sector system the step is handed over to, for example `business-registration`. */
  readonly system?: string | null;
  readonly outcomes: readonly string[];
  /** `mocua:outcome` of an end event. */
  readonly outcome: string | null;
  readonly bounds: Bounds | null;
}

export interface ModelFlow {
  readonly id: string;
  readonly name: string | null;
  readonly from: string;
  readonly to: string;
  /** FEEL text of the condition, without a leading `=`. */
  readonly condition: string | null;
  readonly waypoints: readonly Waypoint[];
}

/** A process as it stands in the BPMN file, with its drawing; plain data. */
export interface ProcessModel {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly ModelNode[];
  readonly flows: readonly ModelFlow[];
}

/** One thing that is wrong with a model; `elementId` is the BPMN id to point at in the modeler. */
export interface ModelProblem {
  readonly code: ModelProblemCode;
  readonly elementId: string;
  readonly message: Localized;
}

export type ModelProblemCode =
  | 'xml.malformed'
  | 'process.missing'
  | 'process.several'
  | 'element.unsupported'
  | 'element.not-drawn'
  | 'start.not-one'
  | 'start.incoming'
  | 'end.missing'
  | 'end.outgoing'
  | 'end.outcome-missing'
  | 'task.name-missing'
  | 'task.role-unknown'
  | 'task.step-unknown'
  | 'task.form-missing'
  | 'task.outcomes-missing'
  | 'task.request-unknown'
  | 'task.system-unknown'
  | 'node.no-outgoing'
  | 'node.several-outgoing'
  | 'node.unreachable'
  | 'node.no-way-out'
  | 'flow.dangling'
  | 'flow.condition-not-allowed'
  | 'gateway.default-missing'
  | 'gateway.condition-missing'
  | 'gateway.condition-invalid'
  | 'gateway.pointless'
  | 'parallel.mixed'
  | 'parallel.unbalanced'
  | 'parallel.end-inside'
  | 'parallel.entered-from-outside'
  | 'loop.without-task';
