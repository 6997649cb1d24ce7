import { Injectable } from '@nestjs/common';
import type { BodyOf, completeTask, InputOf } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import {
  type ActingAssignment,
  type IdempotencyRequest,
  type OfficerActor,
  problem,
  type SqlExecutor,
} from '@mocua/server/kernel';
import { DocumentSteps } from '../domain/document-steps';
import { isTaskOf } from '../domain/policy';
import { type SectorException, SectorSteps } from '../domain/sector-steps';
import { assignmentOf, requireOfficer } from './authorise';
import { type CommandContext, CommandRunner, type PreparedCommand } from './command-runner';
import { TaskCompletion } from './task-completion';

type Completion = BodyOf<typeof completeTask>;

/** Completes a step of the process under the role that owns it. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly commands: CommandRunner,
    private readonly completion: TaskCompletion,
    private readonly sectors: SectorSteps,
    private readonly documents: DocumentSteps,
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
        const exception = await this.doneHere(context, task, assignment, body);
        const { outcome, values, comment = null } = body;
        const ending = { taskId: task.taskId, outcome, values, comment };
        return withException(await this.completion.prepare(context, ending), exception);
      },
    });
  }

  /** What is recorded when the step is another system's to do and is done here all the same; null for any other step. */
  private async doneHere(
    { state, procedure }: CommandContext,
    { taskId, nodeId }: DossierState['tasks'][number],
    assignment: ActingAssignment,
    body: Completion,
  ): Promise<SectorException | null> {
    const outgoing = procedure.outgoing.find(({ task }) => task === nodeId);
    const reason = body.numberedHere?.reason ?? null;
    const { values } = body;
    if (outgoing) return this.documents.byHand({ state, taskId, outgoing, assignment, reason, values });
    const handover = procedure.handovers.find(({ task }) => task === nodeId);
    const paper = body.byHand ?? null;
    return handover ? this.sectors.byHand({ state, taskId, handover, assignment, paper }) : null;
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
