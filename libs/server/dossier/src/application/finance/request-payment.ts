import { Injectable } from '@nestjs/common';
import type { InputOf, requestPayment } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireOfficer } from '../authorise';
import { CommandRunner } from '../command-runner';

/** Asks the applicant for money that only the work itself showed to be due; the dossier waits until it is paid. */
@Injectable()
export class RequestPayment {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof requestPayment>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'read'),
      prepare: async ({ state }) => {
        const sealed = await this.vault.seal(state.people.owner, 'payment-request', body.reason);
        const explanation = { valueId: sealed.valueId, digest: sealed.digest };
        return {
          command: { type: 'request-payment', amount: body.amount, explanation },
          sealed: [sealed],
        };
      },
    });
  }
}
