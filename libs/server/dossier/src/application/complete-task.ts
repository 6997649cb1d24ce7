import { Injectable } from '@nestjs/common';
import type { completeTask, InputOf } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { type IdempotencyRequest, type OfficerActor, problem, type SqlExecutor } from '@mocua/server/kernel';
import { isTaskOf } from '../domain/policy';
import { type SectorException, SectorSteps } from '../domain/sector-steps';
import { assignmentOf, requireOfficer } from './authorise';
import { CommandRunner, type PreparedCommand } from './command-runner';
import { TaskCompletion } from './task-completion';

/** Completes a step of the process under the role that owns it. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly commands: CommandRunner,
    private readonly completion: TaskCompletion,
    private readonly sectors: SectorSteps,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof completeTask>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'complete-task'),
      prepare: async (context) => {
        const { state, tree } = context;
        const task = state.tasks.find((each) => each.taskId === params.taskId);
        const open = state.process?.openTasks.find((each) => each.key === task?.key);
        if (!task || !open) throw problem('task.not-open');
        const assignment = assignmentOf(actor);
        if (!isTaskOf(task, assignment, tree)) throw problem('task.not-yours');
        const handover = context.procedure.handovers.find((each) => each.task === task.nodeId);
        const exception =
          open.system === undefined || !handover
            ? null
            : await this.sectors.byHand({
                state,
                taskId: task.taskId,
                handover,
                assignment,
                paper: body.byHand ?? null,
              });
        const { outcome, values, comment = null } = body;
        const ending = { taskId: task.taskId, outcome, values, comment };
        return withException(await this.completion.prepare(context, ending), exception);
      },
    });
  }
}

/** The exception is recorded in the commit of the step, or not at all. */
function withException(prepared: PreparedCommand, exception: SectorException | null): PreparedCommand {
  if (exception === null) return prepared;
  const { command } = prepared;
  if (typeof command === 'function') throw new Error('completing a step allocates nothing');
  return {
    ...prepared,
    sealed: [...prepared.sealed, ...exception.sealed],
    command: async (tx: SqlExecutor) => {
      await exception.note(tx);
      return command;
    },
  };
}
