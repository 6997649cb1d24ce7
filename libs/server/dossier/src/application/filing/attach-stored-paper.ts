import { Injectable } from '@nestjs/common';
import type { AttachmentId, AttachmentView, InputOf, reuseStoredPaper } from '@mocua/contract';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { PartyDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, newId, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { type PublishedProcedure, PublishedProcedures } from '@mocua/server/procedure';
import { StoredPapers } from '../../domain/stored-papers';
import { DraftStore, type StoredDraft } from '../../persistence/draft-store';
import { attachmentView } from '../attachment-names';
import { DraftAccess } from './draft-access';

/** Takes a paper from a store into a draft: the file stays where it is, the attachment says where it came from. */
@Injectable()
export class AttachStoredPaper {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly procedures: PublishedProcedures,
    private readonly parties: PartyDirectory,
    private readonly papers: StoredPapers,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  /**
   * The draft, for somebody who may still act for its owner: whoever no longer does sees nothing of the owner's store.
   *
   * @throws Problem `draft.not-found`, `draft.already-submitted`, `party.not-represented`
   */
  async requireDraft(
    actor: CitizenActor,
    draftId: string,
  ): Promise<{ draft: StoredDraft; procedure: PublishedProcedure }> {
    const draft = await this.access.requireOpen(actor, draftId);
    if (!(await this.parties.mayActFor(actor, draft.owner))) throw problem('party.not-represented');
    return {
      draft,
      procedure: await this.procedures.version(draft.procedureCode, draft.procedureVersion),
    };
  }

  async execute(
    actor: CitizenActor,
    { params, body }: InputOf<typeof reuseStoredPaper>,
  ): Promise<AttachmentView> {
    const { draft, procedure } = await this.requireDraft(actor, params.draftId);
    const component = procedure.components.find((each) => each.code === body.component);
    if (!component) throw problem('attachment.unknown-component');
    const uploads = await this.drafts.uploadsOf({ draftId: draft.draftId });
    const present = uploads.filter((file) => file.componentCode === component.code);
    if (present.some((file) => file.reused?.paperId === body.paperId))
      throw problem('store.paper-there-already');
    if (present.length >= component.maxFiles)
      throw problem('attachment.too-many', { limit: component.maxFiles });
    const { fileName, ...paper } = await this.papers.take(body.paperId, draft);
    const name = await this.vault.put(draft.owner, 'file-name', fileName);
    const ref: AttachmentRef = {
      ...paper,
      attachmentId: newId<AttachmentId>(this.clock.now()),
      componentCode: component.code,
      uploadedAt: this.clock.iso(),
      name: { valueId: name.valueId, digest: name.digest },
    };
    if (!(await this.drafts.addUpload({ draftId: draft.draftId }, ref)))
      throw problem('draft.already-submitted');
    const opened = { erased: false, subjectId: draft.owner, kind: 'file-name', value: fileName } as const;
    return attachmentView(ref, new Map([[name.valueId, opened]]));
  }
}
