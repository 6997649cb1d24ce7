import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DownloadedFile } from '@mocua/server/dossier';
import { FileNotStored, FileStore } from '@mocua/server/document';
import { Logger, problem } from '@mocua/server/kernel';
import type { StoredPaper } from '../domain/stored-paper';

/** The bytes of stored papers, trusted only as far as their fingerprint reaches. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly files: FileStore,
    private readonly logger: Logger,
  ) {}

  /** Fingerprint of what lies in the file store now; null when it is gone or was changed there. */
  async fingerprint({ paperId, sha256 }: StoredPaper): Promise<string | null> {
    try {
      const hash = createHash('sha256');
      for await (const chunk of await this.files.open(sha256)) hash.update(chunk as Buffer);
      return hash.digest('hex');
    } catch (error) {
      // A changed file fails its own encryption; either way nobody may be given it, and somebody has to know.
      if (!(error instanceof FileNotStored))
        this.logger.error({ err: error, paperId }, 'stored paper is damaged');
      return null;
    }
  }

  /**
   * The file for its reader, once it is known to be whole: the first byte is not sent before the last was checked.
   *
   * @throws Problem `store.paper-damaged`
   */
  async open(paper: StoredPaper): Promise<DownloadedFile> {
    const { details, size, mediaType } = paper;
    if (paper.sha256 !== details.sha256 || (await this.fingerprint(paper)) !== details.sha256)
      throw problem('store.paper-damaged');
    return { content: await this.files.open(paper.sha256), size, mediaType, fileName: details.fileName };
  }
}
