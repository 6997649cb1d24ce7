import { FileReferences } from '@mocua/server/document';
import type { Database } from '@mocua/server/kernel';

/** Keeps the sweep away from drafts that were handed over and from files that were issued. */
export class SubmittedFileReferences extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT draft_sha256 AS sha256 FROM document_management.submissions WHERE draft_sha256 = ANY($1::text[])
       UNION SELECT file_sha256 FROM document_management.submissions WHERE file_sha256 = ANY($1::text[])`,
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}
