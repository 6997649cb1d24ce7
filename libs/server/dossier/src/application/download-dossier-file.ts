import { Injectable } from '@nestjs/common';
import type { AttachmentId, DocumentId, DossierId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import { DossierStream } from '../persistence/dossier-stream';
import { requireCitizen, requireOfficer } from './authorise';
import { DownloadAttachment, type DownloadedFile } from './download-attachment';
import { PrintDocument } from './print-document';
import { OfficerViews } from './views/officer-views';

interface DocumentAddress {
  readonly dossierId: DossierId;
  readonly documentId: DocumentId;
}
interface AttachmentAddress {
  readonly dossierId: DossierId;
  readonly attachmentId: AttachmentId;
}

/** Printed documents and handed-in files of a dossier, for those who may see it. An officer's look is recorded. */
@Injectable()
export class DownloadDossierFile {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly printing: PrintDocument,
    private readonly attachments: DownloadAttachment,
    private readonly views: OfficerViews,
  ) {}

  async documentForCitizen(actor: CitizenActor, address: DocumentAddress): Promise<DownloadedFile> {
    const state = await this.load(address.dossierId);
    requireCitizen(actor, 'read')(state);
    return { ...(await this.printing.execute(state, address.documentId)), mediaType: 'application/pdf' };
  }

  async attachmentForCitizen(actor: CitizenActor, address: AttachmentAddress): Promise<DownloadedFile> {
    const state = await this.load(address.dossierId);
    requireCitizen(actor, 'read')(state);
    return this.attachments.execute(state.attachments, address.attachmentId);
  }

  async documentForOfficer(actor: OfficerActor, address: DocumentAddress): Promise<DownloadedFile> {
    const state = await this.loadForOfficer(actor, address.dossierId);
    const file = await this.printing.execute(state, address.documentId);
    await this.views.record(actor, { state, tree: await this.units.tree() }, 'document-printing');
    return { ...file, mediaType: 'application/pdf' };
  }

  async attachmentForOfficer(actor: OfficerActor, address: AttachmentAddress): Promise<DownloadedFile> {
    const state = await this.loadForOfficer(actor, address.dossierId);
    const file = await this.attachments.execute(state.attachments, address.attachmentId);
    await this.views.record(actor, { state, tree: await this.units.tree() }, 'attachment-review');
    return file;
  }

  private async loadForOfficer(actor: OfficerActor, dossierId: DossierId): Promise<DossierState> {
    const state = await this.load(dossierId);
    requireOfficer(actor, 'read')(state, await this.units.tree());
    return state;
  }

  private async load(dossierId: DossierId): Promise<DossierState> {
    const loaded = await this.stream.load(dossierId);
    if (!loaded) throw problem('dossier.not-found');
    return loaded.state;
  }
}
