import { Injectable } from '@nestjs/common';
import type {
  AttachmentId,
  AttachmentView,
  InputOf,
  PartyId,
  removeFromDraft,
  uploadToDossier,
  uploadToDraft,
} from '@mocua/contract';
import { type AttachmentRef, openSupplement } from '@mocua/engine/dossier';
import { presentableFileName, ReceiveFile } from '@mocua/server/document';
import { type CitizenActor, Clock, newId, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { PublishedProcedures } from '@mocua/server/procedure';
import type { FilingActor } from '../../domain/filing-origin';
import { DossierStream } from '../../persistence/dossier-stream';
import { DraftStore } from '../../persistence/draft-store';
import { requireCitizen } from '../authorise';
import { DraftAccess } from './draft-access';

/** Body of an upload as it streams in. */
export interface UploadStream {
  readonly source: AsyncIterable<Uint8Array>;
  readonly expectedBytes: number | undefined;
}

interface UploadTarget {
  readonly owner: PartyId;
  readonly procedure: { readonly code: string; readonly version: number };
  readonly place: { draftId: string } | { dossierId: string };
}

/** Takes files for a draft, or for an open supplement request. */
@Injectable()
export class UploadFile {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly stream: DossierStream,
    private readonly procedures: PublishedProcedures,
    private readonly files: ReceiveFile,
    private readonly vault: SubjectVault,
    private readonly clock: Clock,
  ) {}

  async toDraft(
    actor: FilingActor,
    { params, query }: Omit<InputOf<typeof uploadToDraft>, 'body'>,
    upload: UploadStream,
  ): Promise<AttachmentView> {
    const draft = await this.access.requireOpen(actor, params.draftId);
    const procedure = { code: draft.procedureCode, version: draft.procedureVersion };
    return this.take({ owner: draft.owner, procedure, place: { draftId: draft.draftId } }, query, upload);
  }

  async toSupplement(
    actor: CitizenActor,
    { params, query }: Omit<InputOf<typeof uploadToDossier>, 'body'>,
    upload: UploadStream,
  ): Promise<AttachmentView> {
    const loaded = await this.stream.load(params.dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const { state } = loaded;
    requireCitizen(actor, 'act')(state);
    const supplement = openSupplement(state);
    if (supplement?.state !== 'sent') throw problem('supplement.not-open');
    const asked = supplement.items.some((item) => item.kind === 'component' && item.ref === query.component);
    if (!asked) throw problem('supplement.not-asked');
    return this.take(
      { owner: state.people.owner, procedure: state.procedure, place: { dossierId: state.dossierId } },
      query,
      upload,
    );
  }

  async removeFromDraft(
    actor: FilingActor,
    { params }: InputOf<typeof removeFromDraft>,
  ): Promise<Record<string, never>> {
    await this.access.requireOpen(actor, params.draftId);
    const outcome = await this.drafts.removeUpload(params.draftId, params.attachmentId);
    if (outcome === 'not-open') throw problem('draft.already-submitted');
    if (outcome === 'no-such-file') throw problem('attachment.not-found');
    return {};
  }

  private async take(
    target: UploadTarget,
    query: { component: string; fileName: string },
    upload: UploadStream,
  ): Promise<AttachmentView> {
    const procedure = await this.procedures.version(target.procedure.code, target.procedure.version);
    const component = procedure.components.find((each) => each.code === query.component);
    if (!component) throw problem('attachment.unknown-component');
    const present = (await this.drafts.uploadsOf(target.place)).filter(
      (file) => file.componentCode === component.code,
    );
    if (present.length >= component.maxFiles)
      throw problem('attachment.too-many', { limit: component.maxFiles });

    const fileName = presentableFileName(query.fileName);
    const file = await this.files.execute({ ...upload, fileName });
    const name = await this.vault.put(target.owner, 'file-name', fileName);
    const ref: AttachmentRef = {
      attachmentId: newId<AttachmentId>(this.clock.now()),
      componentCode: component.code,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      uploadedAt: this.clock.iso(),
      name: { valueId: name.valueId, digest: name.digest },
    };
    if (!(await this.drafts.addUpload(target.place, ref))) throw problem('draft.already-submitted');
    const { name: _sealed, ...view } = ref;
    return { ...view, fileName };
  }
}
