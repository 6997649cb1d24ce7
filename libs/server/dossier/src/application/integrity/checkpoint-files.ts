import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignedReceipt } from '@mocua/server/document';

/** What a checkpoint holds: the ends of all streams that moved since the one before. */
export interface CheckpointContent {
  readonly type: 'mocua.checkpoint.1';
  readonly seq: number;
  readonly takenAt: string;
  /** Transactions below this id are covered. */
  readonly horizon: string;
  /** SHA-256 of the previous checkpoint's canonical text; null for the first. */
  readonly previous: string | null;
  /** `[dossierId, seq, hash]` */
  readonly dossiers: readonly (readonly [string, number, string])[];
  /** `[streamId, seq, hash]` */
  readonly readings: readonly (readonly [string, number, string])[];
}

/** Signed checkpoints in a folder outside the database; a copy of it on another machine is what makes them strong. */
export class CheckpointFiles {
  constructor(private readonly folder: string) {}

  async write(seq: number, signed: SignedReceipt): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${String(seq).padStart(10, '0')}.json`);
    const file = await open(`${path}.tmp`, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(signed));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.tmp`, path);
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }

  /** All checkpoints in order. */
  async read(): Promise<SignedReceipt[]> {
    return Promise.all((await this.names()).map((name) => this.open(name)));
  }

  async latest(): Promise<SignedReceipt | null> {
    const name = (await this.names()).at(-1);
    return name === undefined ? null : this.open(name);
  }

  private async names(): Promise<string[]> {
    await mkdir(this.folder, { recursive: true });
    return (await readdir(this.folder)).filter((name) => /^\d{10}\.json$/u.test(name)).sort();
  }

  private async open(name: string): Promise<SignedReceipt> {
    return JSON.parse(await readFile(join(this.folder, name), 'utf8')) as SignedReceipt;
  }
}
