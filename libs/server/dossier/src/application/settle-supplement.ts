import { Injectable } from '@nestjs/common';
import type { confirmSupplement, InputOf, sendSupplement } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { requireOfficer } from './authorise';
import { CommandRunner } from './command-runner';

/** The one-stop's part in a supplement: it alone sends the request and takes the answer. */
@Injectable()
export class SettleSupplement {
  constructor(
    private readonly commands: CommandRunner,
    private readonly vault: SubjectVault,
  ) {}

  /** Sends a prepared request to the applicant; the clock pauses. */
  send(
    actor: OfficerActor,
    { params, body }: InputOf<typeof sendSupplement>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'send-supplement'),
      prepare: async () => ({
        command: { type: 'send-supplement', supplementId: body.supplementId },
        sealed: [],
      }),
    });
  }

  /** Confirms that the answer is complete, and the clock goes on; or sends it back with a note. */
  confirm(
    actor: OfficerActor,
    { params, body }: InputOf<typeof confirmSupplement>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'confirm-supplement'),
      prepare: async ({ state }) => {
        const note = body.note
          ? await this.vault.seal(state.people.owner, 'supplement-note', body.note)
          : null;
        const { supplementId, complete } = body;
        return {
          command: {
            type: 'confirm-supplement',
            supplementId,
            complete,
            note: note && { valueId: note.valueId, digest: note.digest },
          },
          sealed: note ? [note] : [],
        };
      },
    });
  }
}
