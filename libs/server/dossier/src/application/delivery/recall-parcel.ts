import { Injectable } from '@nestjs/common';
import type { InputOf, recallParcel } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import type { IdempotencyRequest, OfficerActor } from '@mocua/server/kernel';
import { requireOfficer } from '../authorise';
import { CommandRunner } from '../command-runner';

/** An officer holds the paper again: it was never fetched, or it came back before the post said so. */
@Injectable()
export class RecallParcel {
  constructor(private readonly commands: CommandRunner) {}

  execute(
    actor: OfficerActor,
    { params, body }: InputOf<typeof recallParcel>,
    idempotency: IdempotencyRequest,
  ): Promise<DossierState> {
    return this.commands.run({
      actor,
      dossierId: params.dossierId,
      expectedVersion: body.version,
      idempotency,
      authorise: requireOfficer(actor, 'recall-parcel'),
      prepare: () => Promise.resolve({ command: { type: 'recall-parcel' }, sealed: [] }),
    });
  }
}
