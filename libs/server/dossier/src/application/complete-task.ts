import { Injectable } from '@nestjs/common';
import type { Answers, completeTask, InputOf } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { compileForm, validateAnswers } from '@mocua/engine/eform';
import { type IdempotencyRequest, localDate, type OfficerActor, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { TaskDefinition } from '@mocua/server/procedure';
import { isTaskOf } from '../domain/policy';
import { AssessFee } from './assess-fee';
import { assignmentOf, requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';
import { fieldProblems } from './field-problems';

/** Completes a step of the process under the role that owns it. */
@Injectable()
export class CompleteTask {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly fees: AssessFee,
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
      prepare: async ({ state, procedure, tree, now }) => {
        const task = state.tasks.find((each) => each.taskId === params.taskId);
        const open = state.process?.openTasks.find((each) => each.key === task?.key);
        if (!task || !open) throw problem('task.not-open');
        if (!isTaskOf(task, assignmentOf(actor), tree)) throw problem('task.not-yours');
        const definition = procedure.tasks[open.formId];
        const outcome = definition?.outcomes.find((each) => each.code === body.outcome);
        if (!definition || !outcome) throw problem('task.unknown-outcome');

        const { owner } = state.people;
        const checked = checkValues(definition, body.values, localDate(new Date(now)));
        const values = definition.form
          ? await this.vault.seal(owner, 'task-values', checked as SealableJson)
          : null;
        const comment = body.comment ? await this.vault.seal(owner, 'task-comment', body.comment) : null;
        const variables = { ...(await this.earlierValues(state)), ...checked };
        return {
          fee: await this.fees.atCompletion(state, procedure, variables),
          command: {
            type: 'complete-task',
            taskId: params.taskId,
            outcome: body.outcome,
            commentRequired: outcome.commentRequired,
            values: values && { valueId: values.valueId, digest: values.digest },
            comment: comment && { valueId: comment.valueId, digest: comment.digest },
            variables,
          },
          sealed: [values, comment].filter((value) => value !== null),
        };
      },
    });
  }

  /** What earlier steps established; gateway conditions may read it. */
  private async earlierValues(state: DossierState): Promise<Answers> {
    const opened = await this.vault.openMany(Object.values(state.taskValues).map((ref) => ref.valueId));
    return Object.assign(
      {},
      ...[...opened.values()].map((value) => (value.erased ? {} : value.value)),
    ) as Answers;
  }
}

function checkValues(definition: TaskDefinition, values: Answers, today: string): Answers {
  if (!definition.form) {
    if (Object.keys(values).length > 0) throw problem('eform.invalid');
    return {};
  }
  const compiled = compileForm(definition.form);
  if (!compiled.ok) throw new Error(`task form ${definition.formId} does not compile`);
  const result = validateAnswers(compiled.form, values, { today }, 'submission');
  if (!result.ok) throw problem('eform.invalid', {}, fieldProblems(result.problems));
  return result.answers;
}
