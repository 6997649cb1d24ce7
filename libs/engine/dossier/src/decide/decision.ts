import type { FieldProblem, ProblemCode, UnitId } from '@mocua/contract';
import type { CompiledProcess, SettledRules } from '@mocua/engine/process';
import type { ClockProblem, WorkingCalendar } from '@mocua/engine/working-time';
import { type DossierEvent, type EventPayloads, type EventType, schemaVersions } from '../events';
import type { DossierState, EventActor, ValueRef } from '../state';

/** Everything a decision needs from outside; nothing is looked up while deciding. */
export interface DecisionFacts {
  /** ISO instant in UTC. */
  readonly now: string;
  readonly actor: EventActor;
  readonly rules: SettledRules;
  readonly calendar: WorkingCalendar;
  readonly process: CompiledProcess;
  /** Whether the positive end issues a document; default: it does. */
  readonly issuesResult?: boolean;
  /** Units of the steps that are not done by the competent unit, by node. */
  readonly taskUnits?: Readonly<Record<string, UnitId>>;
  /** What the procedure costs this dossier, assessed; null or left out: nothing. */
  readonly fee?: AssessedFee | null;
}

/** A fee as it was assessed. How it came about may say something about a person, so it is sealed. */
export interface AssessedFee {
  /** Integer đồng. */
  readonly amount: number;
  /** How much of it is lệ phí; default none. */
  readonly charge?: number;
  /** When it has to be paid: before the work, or before the result is handed over. */
  readonly timing: 'before' | 'after';
  readonly explanation: ValueRef;
}

export interface Refusal {
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly FieldProblem[];
}

export type Decision =
  | { readonly ok: true; readonly events: readonly DossierEvent[] }
  | { readonly ok: false; readonly problem: Refusal };

export function refuse(
  code: ProblemCode,
  params: Readonly<Record<string, string | number>> = {},
): { ok: false; problem: Refusal } {
  return { ok: false, problem: { code, params } };
}

/** A clock that could not be computed: the calendar is too short, or the configuration contradicts itself. */
export function refuseClock(problem: ClockProblem): { ok: false; problem: Refusal } {
  return problem.code === 'calendar.not-covered'
    ? refuse(problem.code, problem.params)
    : refuse('system.unexpected', { clock: problem.code });
}

/** Gathers the events of one decision and numbers them. */
export class EventList {
  readonly events: DossierEvent[] = [];

  constructor(
    private readonly dossierId: DossierState['dossierId'],
    private readonly version: number,
    private readonly facts: Pick<DecisionFacts, 'now' | 'actor'>,
  ) {}

  static after(state: DossierState, facts: DecisionFacts): EventList {
    return new EventList(state.dossierId, state.version, facts);
  }

  /** Sequence number the next event will get. */
  get nextSeq(): number {
    return this.version + this.events.length + 1;
  }

  add<T extends EventType>(type: T, payload: EventPayloads[T]): this {
    this.events.push({
      dossierId: this.dossierId,
      seq: this.nextSeq,
      type,
      schemaVersion: schemaVersions[type],
      occurredAt: this.facts.now,
      actor: this.facts.actor,
      payload,
    } as DossierEvent);
    return this;
  }

  decided(): Decision {
    return { ok: true, events: this.events };
  }
}

/** Version of the print templates that new documents are made with. */
export const templateVersion = 1;
