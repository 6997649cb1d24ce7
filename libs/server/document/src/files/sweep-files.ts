import type { FileIndex } from './file-index';
import type { FileStore } from './file-store';

/** Port: tells which files a domain still refers to. Each domain that stores hashes provides one. */
export abstract class FileReferences {
  /** Those of `sha256s` that are referred to. */
  abstract referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>>;
}

const page = 500;

/** Removes what nobody refers to: stagings of killed processes, files of abandoned drafts and of erased dossiers. */
export class SweepFiles {
  constructor(
    private readonly store: FileStore,
    private readonly index: FileIndex,
    private readonly references: readonly FileReferences[],
  ) {}

  /**
   * @param before - only what is older is looked at; an hour leaves room for a slow upload and its form
   */
  async execute(before: Date): Promise<{ stagings: number; orphans: number }> {
    // Without a domain that answers, every file would look like an orphan.
    if (this.references.length === 0) throw new Error('No domain tells which files are in use.');
    const stagings = await this.store.sweepStaging(before);
    let orphans = 0;
    let from = '';
    for (;;) {
      const hashes = await this.index.storedBefore(before.toISOString(), from, page);
      const last = hashes.at(-1);
      if (last === undefined) return { stagings, orphans };
      const used = await this.usedOf(hashes);
      for (const sha256 of hashes.filter((hash) => !used.has(hash))) {
        const dropped = await this.index.dropOrphan(sha256, before.toISOString(), () =>
          this.store.remove(sha256),
        );
        if (dropped) orphans += 1;
      }
      from = last;
    }
  }

  private async usedOf(hashes: readonly string[]): Promise<Set<string>> {
    const answers = await Promise.all(this.references.map((domain) => domain.referenced(hashes)));
    return new Set(answers.flatMap((answer) => [...answer]));
  }
}
