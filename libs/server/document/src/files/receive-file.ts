import type { Clock, Config } from '@mocua/server/kernel';
import { problem } from '@mocua/server/kernel';
import { acceptedMediaType } from './file-kind';
import type { FileIndex } from './file-index';
import { type ReceivedFile } from './file-index';
import type { FileStore } from './file-store';
import { type StagedFile, StagingFailure } from './file-store';

/** A file on its way in. */
export interface IncomingFile {
  /** Body of the request, or anything that yields bytes. */
  readonly source: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** `Content-Length`, when the sender gave one; fewer bytes mean that the line broke. */
  readonly expectedBytes?: number | undefined;
}

/** Takes a handed-in file into the store, or leaves nothing behind. The content is stored as sent, EXIF included. */
export class ReceiveFile {
  constructor(
    private readonly store: FileStore,
    private readonly index: FileIndex,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'maxUploadBytes'>,
  ) {}

  /** @throws Problem `attachment.too-large`, `.interrupted`, `.empty`, `.type-refused`, or `system.unavailable` */
  async execute(incoming: IncomingFile): Promise<ReceivedFile> {
    const limit = this.config.maxUploadBytes;
    if (incoming.expectedBytes !== undefined && incoming.expectedBytes > limit) throw tooLarge(limit);
    const staged = await this.stage(incoming, limit);
    try {
      const file = await this.check(incoming, staged);
      await this.index.register(file, this.clock.iso());
      await staged.commit();
      return file;
    } catch (error) {
      await staged.discard();
      throw error;
    }
  }

  private async stage(incoming: IncomingFile, limit: number): Promise<StagedFile> {
    try {
      return await this.store.stage(incoming.source, limit);
    } catch (error) {
      if (!(error instanceof StagingFailure)) throw error;
      switch (error.reason) {
        case 'too-large':
          throw tooLarge(limit);
        case 'interrupted':
          throw problem('attachment.interrupted');
        case 'no-space':
          throw problem('system.unavailable');
      }
    }
  }

  private async check({ fileName, expectedBytes }: IncomingFile, staged: StagedFile): Promise<ReceivedFile> {
    if (expectedBytes !== undefined && staged.size !== expectedBytes) throw problem('attachment.interrupted');
    if (staged.size === 0) throw problem('attachment.empty');
    const mediaType = await acceptedMediaType({ fileName, head: staged.head, tail: staged.tail });
    if (mediaType === null) throw problem('attachment.type-refused');
    return { sha256: staged.sha256, size: staged.size, mediaType };
  }
}

function tooLarge(limit: number): Error {
  return problem('attachment.too-large', { limitMb: Math.floor(limit / 1024 / 1024) });
}
