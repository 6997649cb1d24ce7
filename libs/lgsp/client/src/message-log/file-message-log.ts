import { createPublicKey, createHash, type KeyObject, sign } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { firstHash, hashOfExchange, type LoggedExchange, type LogLine, sealedBytes } from './entry';
import { MessageLog } from './message-log';

export interface FileMessageLogOptions {
  /** Directory of one process; two processes must not share one. */
  readonly directory: string;
  /** Ed25519 private key that seals. */
  readonly key: KeyObject;
  /** Days that are kept, today included. */
  readonly retentionDays: number;
  /** A seal is written after so many exchanges, and with every flush. */
  readonly sealEvery?: number;
  readonly now?: () => Date;
}

/**
 * One JSON line an exchange, one file a day (UTC). Lines are chained by hash across files, and sealed by signature now and
 * then, so that a line that was changed, taken out or put in is found, and so is a cut tail up to the last seal.
 */
export class FileMessageLog extends MessageLog {
  private pending: string[] = [];
  private writing: Promise<void> = Promise.resolve();
  private sinceSeal = 0;
  private failure: unknown = null;

  private constructor(
    private readonly options: FileMessageLogOptions,
    private seq: number,
    private head: string,
  ) {
    super();
  }

  /** Goes on where the last file ended. A last line that was cut off by a crash is left as it is and written past. */
  static async open(options: FileMessageLogOptions): Promise<FileMessageLog> {
    await mkdir(options.directory, { recursive: true, mode: 0o700 });
    for (const name of (await logFiles(options.directory)).reverse()) {
      const lines = readLines(await readFile(join(options.directory, name), 'utf8'));
      const last = lines.filter((line) => line?.type === 'exchange').at(-1);
      if (last) return new FileMessageLog(options, last.seq, last.hash);
    }
    return new FileMessageLog(options, 0, firstHash);
  }

  override append(exchange: LoggedExchange): void {
    const seq = this.seq + 1;
    const hash = hashOfExchange(this.head, seq, exchange);
    this.write({ type: 'exchange', seq, exchange, prevHash: this.head, hash });
    this.seq = seq;
    this.head = hash;
    this.sinceSeal += 1;
    if (this.sinceSeal >= (this.options.sealEvery ?? 64)) this.seal();
  }

  /** @throws the error that kept lines from being written; a log that cannot write must be heard of */
  override async flush(): Promise<void> {
    if (this.sinceSeal > 0) this.seal();
    await this.writing;
    if (this.failure !== null) throw this.failure as Error;
  }

  /** Deletes files that are past their time. Returns their names. */
  async expire(): Promise<string[]> {
    const { directory, retentionDays } = this.options;
    const oldest = new Date(this.now().getTime() - (retentionDays - 1) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const old = (await logFiles(directory)).filter((name) => name.slice(0, 10) < oldest);
    for (const name of old) await rm(join(directory, name));
    return old;
  }

  private seal(): void {
    const at = this.now().toISOString();
    const { key } = this.options;
    const signature = sign(null, sealedBytes(this.seq, at, this.head), key).toString('base64url');
    this.write({ type: 'seal', seq: this.seq, at, hash: this.head, signature, keyId: keyIdOf(key) });
    this.sinceSeal = 0;
  }

  private write(line: LogLine): void {
    this.pending.push(`${JSON.stringify(line)}\n`);
    if (this.pending.length > 1) return;
    // Everything that gathers while the disk is busy goes out in one piece.
    this.writing = this.writing.then(() => this.drain());
  }

  private async drain(): Promise<void> {
    const lines = this.pending;
    this.pending = [];
    const path = join(this.options.directory, `${this.now().toISOString().slice(0, 10)}.jsonl`);
    try {
      const file = await open(path, 'a', 0o600);
      try {
        await file.appendFile(lines.join(''));
        await file.datasync();
      } finally {
        await file.close();
      }
    } catch (error) {
      // The call itself is done and must not fail for this; flush() tells.
      this.failure = error;
    }
  }

  private now(): Date {
    return (this.options.now ?? (() => new Date()))();
  }
}

/** Names of the files of a log, the oldest first. */
export async function logFiles(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/u.test(name)).sort();
}

/** Lines of a file; null for one that is no line of a log. */
export function readLines(text: string): (LogLine | null)[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as LogLine;
      } catch {
        // cut off by a crash, or damaged: the checker says where
        return null;
      }
    });
}

/** Short name of a signing key, from its public part. */
export function keyIdOf(key: KeyObject): string {
  const publicPart = createPublicKey(key.export({ format: 'pem', type: 'pkcs8' }));
  return createHash('sha256')
    .update(publicPart.export({ format: 'der', type: 'spki' }))
    .digest('base64url')
    .slice(0, 16);
}
