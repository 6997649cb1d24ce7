import { Injectable } from '@nestjs/common';
import type { AttachmentId, DocumentId, DossierId } from '@mocua/contract';
import type { DossierState } from '@mocua/engine/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, type OfficerActor, problem } from '@mocua/server/kernel';
import { Readings } from '@mocua/server/personal-data';
import { DossierStream } from '../persistence/dossier-stream';
import { requireCitizen, requireOfficer } from './authorise';
import { DownloadAttachment, type DownloadedFile } from './download-attachment';
import { IssuePaper } from './issue-paper';

interface DocumentAddress {
  readonly dossierId: DossierId;
  readonly documentId: DocumentId;
}
interface AttachmentAddress {
  readonly dossierId: DossierId;
  readonly attachmentId: AttachmentId;
}

/** Printed documents and handed-in files of a dossier, for those who may see it. Every look is recorded. */
@Injectable()
export class DownloadDossierFile {
  constructor(
    private readonly stream: DossierStream,
    private readonly units: UnitDirectory,
    private readonly papers: IssuePaper,
    private readonly attachments: DownloadAttachment,
    private readonly readings: Readings,
  ) {}

  async documentForCitizen(actor: CitizenActor, address: DocumentAddress): Promise<DownloadedFile> {
    const state = await this.load(address.dossierId);
    requireCitizen(actor, 'read')(state);
    await this.noteReading(state);
    return { ...(await this.papers.open(state, address.documentId)), mediaType: 'application/pdf' };
  }

  async attachmentForCitizen(actor: CitizenActor, address: AttachmentAddress): Promise<DownloadedFile> {
    const state = await this.load(address.dossierId);
    requireCitizen(actor, 'read')(state);
    return this.attachments.execute(state.attachments, address.attachmentId);
  }

  async documentForOfficer(actor: OfficerActor, address: DocumentAddress): Promise<DownloadedFile> {
    const state = await this.loadForOfficer(actor, address.dossierId);
    await this.noteReading(state);
    return { ...(await this.papers.openInside(state, address.documentId)), mediaType: 'application/pdf' };
  }

  async attachmentForOfficer(actor: OfficerActor, address: AttachmentAddress): Promise<DownloadedFile> {
    const state = await this.loadForOfficer(actor, address.dossierId);
    return this.attachments.execute(state.attachments, address.attachmentId);
  }

  /** What is in a printed paper is not sealed again, so its reading is written down here. */
  private noteReading(state: DossierState): Promise<void> {
    return this.readings.note([state.people.owner], 'documents');
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
