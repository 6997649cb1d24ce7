import { Injectable } from '@nestjs/common';
import type { InputOf, returnResult } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';
import { IssuePaper } from './issue-paper';

/** Hands the result to the applicant, at the counter, electronically or by post. */
@Injectable()
export class ReturnResult {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly papers: IssuePaper,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof returnResult>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'return-result'),
      prepare: async ({ state }) => {
        await this.papers.requireIssued(state);
        const { method, relation, receiverName, trackingNumber } = body;
        const receiver = { receiverName, trackingNumber: trackingNumber ?? null };
        const sealed = await this.vault.seal(state.people.owner, 'receiver', receiver);
        return {
          command: {
            type: 'return-result',
            method,
            relation,
            receiver: { valueId: sealed.valueId, digest: sealed.digest },
          },
          sealed: [sealed],
        };
      },
    });
  }
}
