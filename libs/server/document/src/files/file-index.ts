import type { Database } from '@mocua/server/kernel';
import { type SqlExecutor } from '@mocua/server/kernel';

/** What is known of a stored file. */
export interface ReceivedFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Rows of `document.files`: one for each file that is, or is about to be, in the store. */
export class FileIndex {
  constructor(private readonly database: Database) {}

  /** Registers a file before it becomes visible, so that no visible file is without a row. */
  async register(file: ReceivedFile, storedAt: string): Promise<void> {
    await this.database.query(
      `INSERT INTO document.files (sha256, size, media_type, stored_at) VALUES (decode($1, 'hex'), $2, $3, $4)
       ON CONFLICT (sha256) DO UPDATE SET stored_at = GREATEST(files.stored_at, excluded.stored_at)`,
      [file.sha256, file.size, file.mediaType, storedAt],
      'file-register',
    );
  }

  async find(sha256: string): Promise<ReceivedFile | null> {
    const row = await this.database.one<{ size: string; media_type: string }>(
      `SELECT size, media_type FROM document.files WHERE sha256 = decode($1, 'hex')`,
      [sha256],
    );
    return row === null ? null : { sha256, size: Number(row.size), mediaType: row.media_type };
  }

  /** Hashes of files stored before an instant, in order, after `from`. */
  async storedBefore(instant: string, from: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ sha256: Buffer }>(
      `SELECT sha256 FROM document.files WHERE stored_at < $1 AND sha256 > decode($2, 'hex') ORDER BY sha256 LIMIT $3`,
      [instant, from, limit],
    );
    return rows.map((row) => row.sha256.toString('hex'));
  }

  /**
   * Takes a row out and runs `remove` before the row's lock is released: an upload of the same content waits for it,
   * and then stores the file anew.
   */
  async dropOrphan(sha256: string, storedBefore: string, remove: () => Promise<void>): Promise<boolean> {
    return this.database.transaction(async (tx: SqlExecutor) => {
      const dropped = await tx.one(
        `DELETE FROM document.files WHERE sha256 = decode($1, 'hex') AND stored_at < $2 RETURNING size`,
        [sha256, storedBefore],
      );
      if (dropped === null) return false;
      await remove();
      return true;
    });
  }
}
