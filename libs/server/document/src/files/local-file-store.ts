import { createHmac, randomUUID } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { type FileHandle, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { KeyRing } from '@mocua/server/personal-data';
import { FileCipher, longestHead, readHead, storedChunkSize } from './file-encryption';
import { FileNotStored, FileStore, type StagedFile, StagingFailure } from './file-store';
import { StagingWriter } from './staging-writer';

/** Tells whoever counts them of every stored file that is opened, by its hash; silent while nobody listens. */
export const fileOpened = channel('mocua:file-opened');

/**
 * Files below `DATA_DIR/files`. The name on disk is a keyed fingerprint of the content's hash: who has the disk but not
 * the key learns neither the content nor whether a known paper is among the files.
 */
export class LocalFileStore extends FileStore {
  private readonly staging: string;

  constructor(
    private readonly root: string,
    private readonly keys: KeyRing,
  ) {
    super();
    this.staging = join(root, 'staging');
  }

  override async stage(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StagedFile> {
    await mkdir(this.staging, { recursive: true, mode: 0o700 });
    const path = join(this.staging, randomUUID());
    const writer = await StagingWriter.create(path, this.keys.current('file-content'), limitBytes);
    try {
      for await (const piece of undestroyed(source)) await writing(writer.write(piece));
      const content = await writing(writer.finish());
      return {
        ...content,
        commit: () => this.publish(path, content.sha256),
        discard: () => removeIfPresent(path),
      };
    } catch (error) {
      await writer.abandon();
      await removeIfPresent(path);
      throw stagingError(error);
    }
  }

  override async open(sha256: string): Promise<Readable> {
    const file = await openStored(this.pathOf(sha256), sha256);
    try {
      const { size } = await file.stat();
      const start = Buffer.alloc(Math.min(longestHead, size));
      await file.read(start, 0, start.length, 0);
      const head = readHead(start);
      const cipher = new FileCipher(this.keys.byId('file-content', head.keyId), head.salt);
      if (!cipher.isBoundTo(sha256, head.binding))
        throw new Error('The stored file is not the one it is named after.');
      if (fileOpened.hasSubscribers) fileOpened.publish(sha256);
      return Readable.from(decrypted(file, cipher, head.length, size), { objectMode: false });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  override async remove(sha256: string): Promise<void> {
    await removeIfPresent(this.pathOf(sha256));
  }

  override async sweepStaging(startedBefore: Date): Promise<number> {
    const names = await readdir(this.staging).catch(emptyWhenMissing);
    let removed = 0;
    for (const name of names) {
      const path = join(this.staging, name);
      const details = await stat(path).catch(nullWhenMissing);
      if (details === null || details.mtimeMs >= startedBefore.getTime()) continue;
      await removeIfPresent(path);
      removed += 1;
    }
    return removed;
  }

  private pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new FileNotStored(sha256);
    const name = createHmac('sha256', this.keys.stable('file-name')).update(sha256).digest('hex');
    return join(this.root, name.slice(0, 2), name.slice(2, 4), name);
  }

  /** Data was synced while staging; here the directory entries follow, up to the root when folders are new. */
  private async publish(path: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = dirname(target);
    const firstMade = await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, target);
    await syncFolder(folder);
    if (firstMade === undefined) return;
    for (let made = folder; made.length >= firstMade.length; made = dirname(made))
      await syncFolder(dirname(made));
  }
}

/** Marks a fault of our own disk, so that it is not taken for a fault of the sender. */
class WritingFault extends Error {}

async function writing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StagingFailure) throw error;
    throw new WritingFault('Writing the file failed.', { cause: error });
  }
}

function stagingError(error: unknown): unknown {
  if (error instanceof StagingFailure) return error;
  if (!(error instanceof WritingFault)) return new StagingFailure('interrupted', { cause: error });
  const code = (error.cause as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT' ? new StagingFailure('no-space', { cause: error }) : error;
}

/** A request must outlive our refusal of its body, or the sender never reads the answer. */
function undestroyed(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return source instanceof Readable
    ? (source.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>)
    : source;
}

async function* decrypted(
  file: FileHandle,
  cipher: FileCipher,
  from: number,
  size: number,
): AsyncGenerator<Buffer> {
  try {
    const stored = Buffer.alloc(storedChunkSize);
    let index = 0;
    for (let position = from; position < size; index += 1) {
      const wanted = Math.min(storedChunkSize, size - position);
      const { bytesRead } = await file.read(stored, 0, wanted, position);
      if (bytesRead !== wanted) throw new Error('The stored file is cut short.');
      position += wanted;
      yield cipher.decrypt(index, position === size, stored.subarray(0, wanted));
    }
    if (index === 0) throw new Error('The stored file is cut short.');
  } finally {
    await file.close();
  }
}

async function openStored(path: string, sha256: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new FileNotStored(sha256);
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeIfPresent(path: string): Promise<void> {
  await unlink(path).catch(nullWhenMissing);
}

function nullWhenMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function emptyWhenMissing(error: unknown): string[] {
  return nullWhenMissing(error) ?? [];
}
