import type { TaskId, UnitId } from '@mocua/contract';
import { completeTask, type ProcessState, type ProcessVariables } from '@mocua/engine/process';
import type { DossierState, DossierTask, ValueRef } from '../state';
import { type Decision, type DecisionFacts, EventList, refuse, templateVersion } from './decision';
import { followRequestedPause } from './requested-pause';

/** Completes one step of the inner process. */
export interface CompleteTaskCommand {
  readonly type: 'complete-task';
  readonly taskId: TaskId;
  readonly outcome: string;
  /** Whether the chosen outcome asks for a comment. */
  readonly commentRequired: boolean;
  readonly values: ValueRef | null;
  readonly comment: ValueRef | null;
  /** What the gateway conditions may read; never stored in the event. */
  readonly variables: ProcessVariables;
}

function taskIdOf(dossierId: string, seq: number, index: number): TaskId {
  return `${dossierId.slice(0, 28)}${(0x80000000 + seq * 16 + index).toString(16)}` as TaskId;
}

/** Task rows for the open tasks of a process state; tasks that stay open keep their id and their age. */
export function tasksOf(
  dossierId: string,
  seq: number,
  process: ProcessState,
  known: readonly DossierTask[],
  unitOf: (nodeId: string) => UnitId,
  now: string,
): DossierTask[] {
  return process.openTasks.map(
    (open, index) =>
      known.find((task) => task.key === open.key) ?? {
        taskId: taskIdOf(dossierId, seq, index),
        key: open.key,
        nodeId: open.nodeId,
        role: open.role,
        unitId: unitOf(open.nodeId),
        openedAt: now,
      },
  );
}

export function decideCompleteTask(
  state: DossierState,
  command: CompleteTaskCommand,
  facts: DecisionFacts,
): Decision {
  const task = state.tasks.find((each) => each.taskId === command.taskId);
  if (!task || !state.process) return refuse('task.not-open');
  if (state.processing !== 'processing') return refuse('dossier.wrong-state', { state: state.processing });
  if (command.commentRequired && !command.comment) return refuse('task.comment-required');

  const result = completeTask(facts.process, state.process, task.key, {
    outcome: command.outcome,
    variables: command.variables,
  });
  if (!result.ok) {
    const code = result.problems[0]?.code;
    return refuse(code === 'task.not-open' || code === 'task.unknown-outcome' ? code : 'system.unexpected');
  }
  const { step } = result;
  const events = EventList.after(state, facts);
  events.add('task-completed', {
    taskId: task.taskId,
    nodeId: task.nodeId,
    outcome: command.outcome,
    values: command.values,
    comment: command.comment,
    process: step.state,
    tasks: tasksOf(
      state.dossierId,
      events.nextSeq,
      step.state,
      state.tasks,
      (nodeId) => facts.taskUnits?.[nodeId] ?? state.units.competent,
      facts.now,
    ),
  });
  const followed = followRequestedPause(events, state, step.state, facts);
  if (!followed.ok) return followed;
  if (step.ended) {
    const { outcome } = step.ended;
    const kind = outcome === 'positive' ? 'result' : 'form-03';
    const issued = outcome === 'negative' || facts.issuesResult !== false;
    if (facts.fee?.timing === 'after' && outcome === 'positive') events.add('fee-assessed', facts.fee);
    events.add('dossier-completed', {
      outcome,
      documents: issued ? [{ kind, template: templateVersion }] : [],
    });
  }
  return events.decided();
}
