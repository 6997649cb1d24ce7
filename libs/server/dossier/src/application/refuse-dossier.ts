import { Injectable } from '@nestjs/common';
import type { InputOf, refuseDossier } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';

/** Refuses reception with a written reason (form 03). */
@Injectable()
export class RefuseDossier {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof refuseDossier>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'refuse'),
      prepare: async ({ state }) => {
        const { reason, ground } = body;
        const sealed = await this.vault.seal(state.people.owner, 'refusal', { reason, ground });
        return {
          command: { type: 'refuse', reason: { valueId: sealed.valueId, digest: sealed.digest } },
          sealed: [sealed],
        };
      },
    });
  }
}
