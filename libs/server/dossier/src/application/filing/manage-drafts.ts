import { Injectable } from '@nestjs/common';
import type { deleteDraft, DraftView, getDraft, InputOf, listDrafts, ResponseOf } from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, problem } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { DraftStore } from '../../persistence/draft-store';
import { DraftAccess } from './draft-access';

/** Lists, shows and deletes the drafts of a person. */
@Injectable()
export class ManageDrafts {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly clock: Clock,
  ) {}

  async list(actor: CitizenActor): Promise<ResponseOf<typeof listDrafts>> {
    const open = await this.drafts.listOpen(actor.partyId, this.clock.iso());
    const names = await this.parties.displayNames(open.map((draft) => draft.owner));
    const items = await Promise.all(
      open.map(async (draft) => {
        const procedure = await this.procedures.version(draft.procedureCode, draft.procedureVersion);
        return {
          draftId: draft.draftId,
          procedure: { code: procedure.code, name: procedure.entry.name },
          ownerName: names.get(draft.owner) ?? '',
          savedAt: draft.savedAt.toISOString(),
          expiresAt: draft.expiresAt.toISOString(),
        };
      }),
    );
    return { items };
  }

  async get(actor: CitizenActor, { params }: InputOf<typeof getDraft>): Promise<DraftView> {
    return this.access.view(await this.access.require(actor, params.draftId));
  }

  async remove(actor: CitizenActor, { params }: InputOf<typeof deleteDraft>): Promise<Record<string, never>> {
    await this.access.requireOpen(actor, params.draftId);
    if ((await this.drafts.remove(params.draftId)) === null) throw problem('draft.already-submitted');
    return {};
  }
}
