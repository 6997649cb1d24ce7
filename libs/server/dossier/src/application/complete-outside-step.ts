import { Injectable } from '@nestjs/common';
import type { Answers, DossierId, TaskId } from '@mocua/contract';
import { Problem, type SystemActor } from '@mocua/server/kernel';
import { CommandRunner } from './command-runner';
import { TaskCompletion } from './task-completion';

/** Somebody else may change the dossier between the reading and the writing. */
const attempts = 5;

/** The end of a step, as the system that does it has told it. */
export interface OutsideStepEnding {
  readonly dossierId: DossierId;
  readonly taskId: TaskId;
  /** Who completes it in the events, for example `sector:business-registration`. */
  readonly job: string;
  readonly outcome: string;
  readonly values: Answers;
  readonly comment: string | null;
}

/** Completes a step that another system did, by the command every step is completed with. */
@Injectable()
export class CompleteOutsideStep {
  constructor(
    private readonly commands: CommandRunner,
    private readonly completion: TaskCompletion,
  ) {}

  /** @throws Problem `task.not-open`, `dossier.wrong-state`, and `eform.invalid` when the step cannot take what was told */
  async execute({ dossierId, job, ...ending }: OutsideStepEnding): Promise<void> {
    const actor: SystemActor = { kind: 'system', job };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.commands.run({
          actor,
          dossierId,
          expectedVersion: null,
          idempotency: null,
          authorise: () => undefined,
          prepare: (context) => this.completion.prepare(context, ending),
        });
        return;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'dossier.stale' || attempt === attempts)
          throw error;
      }
    }
  }
}
