import { FileReferences } from '@mocua/server/document';
import type { Database } from '@mocua/server/kernel';

/** Keeps the sweep away from result files that sector systems gave. */
export class SectorFileReferences extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      'SELECT DISTINCT file_sha256 AS sha256 FROM sector.handovers WHERE file_sha256 = ANY($1::text[])',
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}
