import { Injectable } from '@nestjs/common';
import type { DraftId, HandedDraftView } from '@mocua/contract';
import { DraftAccess, DraftStore } from '@mocua/server/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { Readings } from '@mocua/server/personal-data';

/** Shows an officer a draft that its writer handed over, and writes the reading down where the writer can see it. */
@Injectable()
export class HandedDrafts {
  constructor(
    private readonly drafts: DraftStore,
    private readonly access: DraftAccess,
    private readonly readings: Readings,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `handover.not-found` for a draft that was filed, deleted or has run out meanwhile */
  async read(actor: OfficerActor, draftId: DraftId): Promise<HandedDraftView> {
    const draft = await this.drafts.find(draftId);
    if (draft === null || draft.dossierId !== null || draft.expiresAt <= this.clock.now())
      throw problem('handover.not-found');
    const unit = actor.assignment === null ? null : await this.units.get(actor.assignment.unitId);
    await this.readings.record({
      reader: { kind: 'officer', id: actor.partyId, label: `${unit?.name ?? ''}, cán bộ một cửa` },
      subjectId: draft.owner,
      purpose: 'dossier-reception',
      dossierId: null,
      dossierCode: null,
      at: this.clock.iso(),
    });
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
