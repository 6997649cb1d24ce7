import { Injectable } from '@nestjs/common';
import type { downloadFromDraft, InputOf } from '@mocua/contract';
import type { FilingActor } from '../../domain/filing-origin';
import { DraftStore } from '../../persistence/draft-store';
import { DownloadAttachment, type DownloadedFile } from '../download-attachment';
import { DraftAccess } from './draft-access';

/** Lets a person, or an officer who files for them, look at a file before filing it. */
@Injectable()
export class DownloadFromDraft {
  constructor(
    private readonly access: DraftAccess,
    private readonly drafts: DraftStore,
    private readonly downloads: DownloadAttachment,
  ) {}

  async execute(actor: FilingActor, { params }: InputOf<typeof downloadFromDraft>): Promise<DownloadedFile> {
    const draft = await this.access.require(actor, params.draftId);
    return this.downloads.execute(
      await this.drafts.uploadsOf({ draftId: draft.draftId }),
      params.attachmentId,
    );
  }
}
