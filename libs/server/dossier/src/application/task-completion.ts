import { Injectable } from '@nestjs/common';
import type { Answers, TaskId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { compileForm, validateAnswers } from '@mocua/engine/eform';
import { localDate, problem } from '@mocua/server/kernel';
import { type SealableJson, SubjectVault } from '@mocua/server/personal-data';
import type { TaskDefinition } from '@mocua/server/procedure';
import { AssessFee } from './assess-fee';
import type { CommandContext, PreparedCommand } from './command-runner';
import { fieldProblems } from './field-problems';

/** How a step ends, whoever says so. */
export interface StepEnding {
  readonly taskId: TaskId;
  readonly outcome: string;
  readonly values: Answers;
  readonly comment: string | null;
}

/** Makes the command that completes a step: checks what was entered, and seals it. */
@Injectable()
export class TaskCompletion {
  constructor(
    private readonly vault: SubjectVault,
    private readonly fees: AssessFee,
  ) {}

  /** @throws Problem `task.not-open`, `task.unknown-outcome`, `eform.invalid` */
  async prepare(
    { state, procedure, now }: CommandContext,
    { taskId, outcome: code, values: entered, comment: said }: StepEnding,
  ): Promise<PreparedCommand> {
    const task = state.tasks.find((each) => each.taskId === taskId);
    const open = state.process?.openTasks.find((each) => each.key === task?.key);
    if (!task || !open) throw problem('task.not-open');
    const definition = procedure.tasks[open.formId];
    const outcome = definition?.outcomes.find((each) => each.code === code);
    if (!definition || !outcome) throw problem('task.unknown-outcome');

    const { owner } = state.people;
    const checked = checkValues(definition, entered, localDate(new Date(now)));
    const values = definition.form
      ? await this.vault.seal(owner, 'task-values', checked as SealableJson)
      : null;
    const comment = said ? await this.vault.seal(owner, 'task-comment', said) : null;
    const variables = { ...(await this.earlierValues(state)), ...checked };
    return {
      fee: await this.fees.atCompletion(state, procedure, variables),
      command: {
        type: 'complete-task',
        taskId,
        outcome: code,
        commentRequired: outcome.commentRequired,
        values: values && { valueId: values.valueId, digest: values.digest },
        comment: comment && { valueId: comment.valueId, digest: comment.digest },
        variables,
      },
      sealed: [values, comment].filter((value) => value !== null),
    };
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
