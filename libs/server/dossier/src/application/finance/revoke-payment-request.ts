import { Injectable } from '@nestjs/common';
import type { InputOf, revokePaymentRequest } from '@mocua/contract';
import { type DossierState, openPaymentRequest } from '@mocua/engine/dossier';
import type { UnitTree } from '@mocua/server/identity';
import { type IdempotencyRequest, type OfficerActor, problem, type SqlExecutor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { hasAsked } from '../../domain/policy';
import { assignmentOf, requireOfficer } from '../authorise';
import { CommandRunner } from '../command-runner';

/** Takes back money that was asked for during the work, for an officer of the unit that asked. */
@Injectable()
export class RevokePaymentRequest {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
  ) {}

  /**
   * @param release - runs in the transaction of the commit: ends what is open to be paid, and throws when money has come
   * @throws Problem `payment.asked-elsewhere`, `payment.already-paid`, and what the decision refuses with
   */
  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof revokePaymentRequest>,
    idempotency: IdempotencyRequest,
    release: (tx: SqlExecutor) => Promise<void>,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'revoke-payment-request'),
      prepare: async ({ state, tree }) => {
        requireAsker(actor, state, tree);
        const sealed = await this.vault.seal(state.people.owner, 'payment-request', body.reason);
        const reason = { valueId: sealed.valueId, digest: sealed.digest };
        return {
          command: async (tx) => {
            await release(tx);
            return { type: 'revoke-payment-request', reason };
          },
          sealed: [sealed],
        };
      },
    });
  }
}

function requireAsker(actor: OfficerActor, state: DossierState, tree: UnitTree): void {
  if (openPaymentRequest(state) && !hasAsked(assignmentOf(actor), state, tree))
    throw problem('payment.asked-elsewhere');
}
