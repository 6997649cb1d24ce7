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
    await mkdir(this.folder, { recursive: true });
    const names = (await readdir(this.folder)).filter((name) => /^\d{10}\.json$/u.test(name)).sort();
    return Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(this.folder, name), 'utf8')) as SignedReceipt),
    );
  }
}
