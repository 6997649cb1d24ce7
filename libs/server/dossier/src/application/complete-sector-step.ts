import { Injectable } from '@nestjs/common';
import type { Answers, DossierId, TaskId } from '@mocua/contract';
import { Problem, type SystemActor } from '@mocua/server/kernel';
import { type HandoverEnding, type SectorFacts, valuesOfEnding } from '@mocua/server/procedure';
import { CommandRunner } from './command-runner';
import { TaskCompletion } from './task-completion';

/** Somebody else may change the dossier between the reading and the writing. */
const attempts = 5;

/** The end of a step, as the sector system that does it has told it. */
export interface SectorStepEnding {
  readonly dossierId: DossierId;
  readonly taskId: TaskId;
  readonly system: string;
  readonly ending: HandoverEnding;
  readonly facts: SectorFacts;
}

/** Completes a step that a sector system did, by the command every step is completed with. */
@Injectable()
export class CompleteSectorStep {
  constructor(
    private readonly commands: CommandRunner,
    private readonly completion: TaskCompletion,
  ) {}

  /** @throws Problem `task.not-open`, `dossier.wrong-state`, and `eform.invalid` when the step cannot take what was told */
  async execute({ dossierId, taskId, system, ending, facts }: SectorStepEnding): Promise<void> {
    const actor: SystemActor = { kind: 'system', job: `sector:${system}` };
    const values: Answers = valuesOfEnding(ending, facts);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.commands.run({
          actor,
          dossierId,
          expectedVersion: null,
          idempotency: null,
          authorise: () => undefined,
          prepare: (context) =>
            this.completion.prepare(context, { taskId, outcome: ending.outcome, values, comment: null }),
        });
        return;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'dossier.stale' || attempt === attempts)
          throw error;
      }
    }
  }
}
