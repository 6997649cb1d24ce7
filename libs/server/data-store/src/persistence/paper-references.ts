import { Injectable } from '@nestjs/common';
import { FileReferences } from '@mocua/server/document';
import { Database } from '@mocua/server/kernel';

/** Keeps the sweep away from the files of stored papers. */
@Injectable()
export class StoredPaperReferences extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      'SELECT DISTINCT sha256 FROM data_store.papers WHERE sha256 = ANY($1::text[])',
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}
