import type { TaskId, UnitId } from '@mocua/contract';
import { completeTask, type ProcessState, type ProcessVariables } from '@mocua/engine/process';
import type { DossierState, DossierTask, ValueRef } from '../state';
import { type Decision, type DecisionFacts, EventList, refuse, templateVersion } from './decision';

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
  competentUnit: UnitId,
  now: string,
): DossierTask[] {
  return process.openTasks.map(
    (open, index) =>
      known.find((task) => task.key === open.key) ?? {
        taskId: taskIdOf(dossierId, seq, index),
        key: open.key,
        nodeId: open.nodeId,
        role: open.role,
        unitId: competentUnit,
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
      state.units.competent,
      facts.now,
    ),
  });
  if (step.ended) {
    const { outcome } = step.ended;
    events.add('dossier-completed', {
      outcome,
      documents: [{ kind: outcome === 'positive' ? 'result' : 'form-03', template: templateVersion }],
    });
  }
  return events.decided();
}
