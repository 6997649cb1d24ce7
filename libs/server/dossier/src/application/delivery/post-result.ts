import { Injectable } from '@nestjs/common';
import type { InputOf, postResult } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { type IdempotencyRequest, newId, type OfficerActor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireOfficer } from '../authorise';
import { CommandRunner } from '../command-runner';
import { IssuePaper } from '../issue-paper';

/** Whom a parcel goes to, as it lies sealed. */
export interface ParcelReceiver {
  readonly receiverName: string;
  readonly phone: string;
  readonly street: string;
  readonly ward: string;
  readonly province: string;
}

/** Gives the paper result to the post. The order leaves after commit, however the post is. */
@Injectable()
export class PostResult {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
    private readonly papers: IssuePaper,
  ) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof postResult>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'post-result'),
      prepare: async ({ state }) => {
        await this.papers.requireIssued(state);
        const { version: _version, relation, ...receiver } = body;
        const sealed = await this.vault.seal(state.people.owner, 'parcel-receiver', receiver);
        return {
          command: {
            type: 'post-result',
            parcelId: newId(),
            relation,
            receiver: { valueId: sealed.valueId, digest: sealed.digest },
          },
          sealed: [sealed],
        };
      },
    });
  }
}
