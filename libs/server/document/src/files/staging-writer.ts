import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { NamedKey } from '@mocua/server/personal-data';
import { chunkSize, FileCipher, type FileHead, newHead, writeHead } from './file-encryption';
import { StagingFailure } from './file-store';

/** Bytes of the beginning that are kept for recognising the type. */
export const keptHead = 4100;
/** Bytes of the end that are kept for seeing whether the file is whole. */
export const keptTail = 1024;

/** What is known of a file once its last byte has arrived. */
export interface StagedContent {
  readonly sha256: string;
  readonly size: number;
  readonly head: Buffer;
  readonly tail: Buffer;
}

/** Writes one incoming file, encrypted chunk by chunk; holds one chunk in memory. */
export class StagingWriter {
  private readonly hash = createHash('sha256');
  private readonly chunk = Buffer.allocUnsafe(chunkSize);
  private filled = 0;
  private chunks = 0;
  private position: number;
  private size = 0;
  private firstBytes = Buffer.alloc(0);
  private lastBytes = Buffer.alloc(0);

  private constructor(
    private readonly file: FileHandle,
    private readonly head: FileHead,
    private readonly cipher: FileCipher,
    private readonly limitBytes: number,
  ) {
    this.position = head.length;
  }

  static async create(path: string, key: NamedKey, limitBytes: number): Promise<StagingWriter> {
    const file = await open(path, 'wx', 0o600);
    const head = newHead(key.keyId);
    return new StagingWriter(file, head, new FileCipher(key.key, head.salt), limitBytes);
  }

  /** @throws StagingFailure `too-large` with the first byte over the limit */
  async write(piece: Uint8Array): Promise<void> {
    this.size += piece.length;
    if (this.size > this.limitBytes) throw new StagingFailure('too-large');
    this.hash.update(piece);
    this.keepEnds(piece);
    for (let from = 0; from < piece.length;) {
      // A full chunk waits until more arrives, because the last chunk is marked as such.
      if (this.filled === chunkSize) await this.flush(false);
      const part = piece.subarray(from, from + chunkSize - this.filled);
      this.chunk.set(part, this.filled);
      this.filled += part.length;
      from += part.length;
    }
  }

  /** Writes the rest and the head, and brings everything to the disk. */
  async finish(): Promise<StagedContent> {
    await this.flush(true);
    const sha256 = this.hash.digest('hex');
    await this.put(writeHead({ ...this.head, binding: this.cipher.binding(sha256) }), 0);
    await this.file.sync();
    await this.file.close();
    return { sha256, size: this.size, head: this.firstBytes, tail: this.lastBytes };
  }

  async abandon(): Promise<void> {
    await this.file.close();
  }

  private async flush(last: boolean): Promise<void> {
    const stored = this.cipher.encrypt(this.chunks, last, this.chunk.subarray(0, this.filled));
    await this.put(stored, this.position);
    this.position += stored.length;
    this.chunks += 1;
    this.filled = 0;
  }

  private async put(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }

  private keepEnds(piece: Uint8Array): void {
    if (this.firstBytes.length < keptHead) {
      this.firstBytes = Buffer.concat([
        this.firstBytes,
        piece.subarray(0, keptHead - this.firstBytes.length),
      ]);
    }
    this.lastBytes =
      piece.length >= keptTail
        ? Buffer.from(piece.subarray(piece.length - keptTail))
        : Buffer.concat([this.lastBytes, piece]).subarray(-keptTail);
  }
}
