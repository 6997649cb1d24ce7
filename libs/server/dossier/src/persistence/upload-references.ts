import { Injectable } from '@nestjs/common';
import { FileReferences } from '@mocua/server/document';
import { Database } from '@mocua/server/kernel';

/** Keeps the sweep away from files of drafts and dossiers. A filed upload keeps its row for as long as the dossier. */
@Injectable()
export class UploadReferences extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      'SELECT DISTINCT sha256 FROM dossier.uploads WHERE sha256 = ANY($1::text[])',
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}
