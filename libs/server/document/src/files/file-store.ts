import type { Readable } from 'node:stream';

/** A file that has arrived completely but is not visible yet. */
export interface StagedFile {
  /** Hex, over the content as it was sent. */
  readonly sha256: string;
  readonly size: number;
  /** First bytes, enough to recognise the type. */
  readonly head: Buffer;
  /** Last bytes, enough to see whether a PDF is whole. */
  readonly tail: Buffer;
  /** Makes the file visible and durable: data and directory entry are on disk when this resolves. */
  commit(): Promise<void>;
  /** Removes it without a trace. */
  discard(): Promise<void>;
}

/** Why a stream could not be staged. */
export class StagingFailure extends Error {
  constructor(
    readonly reason: 'too-large' | 'interrupted' | 'no-space',
    options?: ErrorOptions,
  ) {
    super(`The file could not be stored: ${reason}.`, options);
    this.name = 'StagingFailure';
  }
}

/** Thrown when a file is asked for that the store does not hold. */
export class FileNotStored extends Error {
  constructor(readonly sha256: string) {
    super('The store holds no such file.');
    this.name = 'FileNotStored';
  }
}

/**
 * Port: content-addressed store of immutable files, encrypted at rest. Nobody outside sees a file before it is whole.
 */
export abstract class FileStore {
  /**
   * Takes a stream in without holding more than a chunk of it in memory.
   *
   * @throws StagingFailure after removing what had arrived
   */
  abstract stage(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<StagedFile>;

  /**
   * Content of a file, decrypted; the stream errors when the stored bytes were changed.
   *
   * @throws FileNotStored
   */
  abstract open(sha256: string): Promise<Readable>;

  abstract remove(sha256: string): Promise<void>;

  /** Removes stagings that a killed process left behind. Returns how many. */
  abstract sweepStaging(startedBefore: Date): Promise<number>;
}
