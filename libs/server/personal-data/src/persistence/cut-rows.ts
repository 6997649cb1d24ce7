import type { Database, SqlExecutor } from '@mocua/server/kernel';
import type { SealedCut } from '../domain/reading-cut';

interface Row {
  readonly stream_id: string;
  readonly seq: string;
  readonly hash: string;
  readonly until_at: Date;
  readonly cut_at: Date;
  readonly retention_version: number;
  readonly seal: string;
}

const columns = `stream_id, seq, encode(hash, 'hex') AS hash, until_at, cut_at, retention_version, encode(seal, 'hex') AS seal`;

/** Rows of `personal_data.reading_cuts`: one for each stream that was ever cut. */
export class CutRows {
  constructor(private readonly database: Database) {}

  async find(streamId: string, executor: SqlExecutor = this.database): Promise<SealedCut | null> {
    const row = await executor.one<Row>(
      `SELECT ${columns} FROM personal_data.reading_cuts WHERE stream_id = $1`,
      [streamId],
    );
    return row === null ? null : toCut(row);
  }

  /** Puts the mark of a longer cut in the place of the one before and removes what it stands for. */
  async cut(mark: SealedCut, tx: SqlExecutor): Promise<void> {
    await tx.query(
      `INSERT INTO personal_data.reading_cuts (stream_id, seq, hash, until_at, cut_at, retention_version, seal)
       VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, decode($7, 'hex'))
       ON CONFLICT (stream_id) DO UPDATE SET seq = EXCLUDED.seq, hash = EXCLUDED.hash, until_at = EXCLUDED.until_at,
         cut_at = EXCLUDED.cut_at, retention_version = EXCLUDED.retention_version, seal = EXCLUDED.seal`,
      [mark.streamId, mark.seq, mark.hash, mark.until, mark.cutAt, mark.retentionVersion, mark.seal],
    );
    await tx.query('DELETE FROM personal_data.readings WHERE stream_id = $1 AND seq <= $2', [
      mark.streamId,
      mark.seq,
    ]);
  }
}

function toCut(row: Row): SealedCut {
  return {
    streamId: row.stream_id,
    seq: Number(row.seq),
    hash: row.hash,
    until: row.until_at.toISOString(),
    cutAt: row.cut_at.toISOString(),
    retentionVersion: row.retention_version,
    seal: row.seal,
  };
}
