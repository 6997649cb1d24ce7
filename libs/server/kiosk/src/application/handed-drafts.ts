import { Injectable } from '@nestjs/common';
import type { DraftId, HandedDraftView } from '@mocua/contract';
import { DraftAccess, DraftStore } from '@mocua/server/dossier';
import { Clock, problem } from '@mocua/server/kernel';

/** Shows an officer a draft that its writer handed over; the writer sees that it was read. */
@Injectable()
export class HandedDrafts {
  constructor(
    private readonly drafts: DraftStore,
    private readonly access: DraftAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `handover.not-found` for a draft that was filed, deleted or has run out meanwhile */
  async read(draftId: DraftId): Promise<HandedDraftView> {
    const draft = await this.drafts.find(draftId);
    if (draft === null || draft.dossierId !== null || draft.expiresAt <= this.clock.now())
      throw problem('handover.not-found');
    const { procedure, actingFor, form, answers, attachments, savedAt } = await this.access.view(draft);
    const { code, name } = procedure;
    return {
      procedure: { code, name },
      ownerName: actingFor.displayName,
      form,
      answers,
      attachments,
      savedAt,
    };
  }
}
