import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AttachmentId } from '@mocua/contract';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { FileNotStored, FileStore } from '@mocua/server/document';
import { problem } from '@mocua/server/kernel';
import { AttachmentNames } from './attachment-names';

export interface DownloadedFile {
  readonly content: Readable;
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Opens one handed-in file. Who may see it was decided by whoever holds the list. */
@Injectable()
export class DownloadAttachment {
  constructor(
    private readonly files: FileStore,
    private readonly names: AttachmentNames,
  ) {}

  /** @throws Problem `attachment.not-found` */
  async execute(attachments: readonly AttachmentRef[], attachmentId: AttachmentId): Promise<DownloadedFile> {
    const file = attachments.find((each) => each.attachmentId === attachmentId);
    if (!file) throw problem('attachment.not-found');
    const [view] = await this.names.viewsOf([file]);
    const content = await this.files.open(file.sha256).catch((error: unknown) => {
      throw error instanceof FileNotStored ? problem('attachment.not-found') : error;
    });
    return { content, size: file.size, mediaType: file.mediaType, fileName: view?.fileName ?? '' };
  }
}
