import { Injectable } from '@nestjs/common';
import type { InputOf, withdrawDossier } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { CitizenActor, IdempotencyRequest } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireCitizen } from './authorise';
import { CommandRunner } from './command-runner';

/** The applicant stops the procedure before the decision. */
@Injectable()
export class WithdrawDossier {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
  ) {}

  execute(
    actor: CitizenActor,
    { params, body }: InputOf<typeof withdrawDossier>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireCitizen(actor, 'act'),
      prepare: async ({ state }) => {
        const sealed = await this.vault.seal(state.people.owner, 'withdrawal', body.reason);
        return {
          command: { type: 'withdraw', reason: { valueId: sealed.valueId, digest: sealed.digest } },
          sealed: [sealed],
        };
      },
    });
  }
}
