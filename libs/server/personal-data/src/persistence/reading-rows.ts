import type { Database, SqlExecutor } from '@mocua/server/kernel';
import type { DataCategory } from '../domain/data-category';
import type { ChainedReading, Reader, ReadingPurpose } from '../domain/reading';

interface Row {
  readonly stream_id: string;
  readonly seq: string;
  readonly access_id: string | null;
  readonly subject_id: string;
  readonly categories: DataCategory[];
  readonly reader_kind: Reader['kind'];
  readonly reader_id: string;
  readonly reader_label: string;
  readonly purpose: ReadingPurpose;
  readonly dossier_id: string | null;
  readonly dossier_code: string | null;
  readonly read_at: Date;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

const columns = `stream_id, seq, access_id, subject_id, categories, reader_kind, reader_id, reader_label, purpose, dossier_id, dossier_code,
  read_at, prev_hash, hash`;

/** Rows of `personal_data.readings`. */
export class ReadingRows {
  constructor(private readonly database: Database) {}

  async append(entries: readonly ChainedReading[], executor: SqlExecutor = this.database): Promise<void> {
    await executor.query(
      `INSERT INTO personal_data.readings (${columns})
       SELECT stream_id, seq, access_id, subject_id, categories, reader_kind, reader_id, reader_label, purpose, dossier_id, dossier_code,
         read_at, decode(prev_hash, 'hex'), decode(hash, 'hex')
       FROM jsonb_to_recordset($1::jsonb) AS entry(stream_id uuid, seq bigint, access_id uuid, subject_id uuid,
         categories text[], reader_kind text, reader_id text, reader_label text, purpose text, dossier_id uuid, dossier_code text, read_at timestamptz,
         prev_hash text, hash text)`,
      [JSON.stringify(entries.map(toJson))],
      'readings-append',
    );
  }

  async page(
    subjectId: string,
    after: string | null,
    limit: number,
  ): Promise<{ items: ChainedReading[]; next: string | null }> {
    const from = decodeCursor(after);
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM personal_data.readings
       WHERE subject_id = $1
         AND ($2::timestamptz IS NULL OR (read_at, stream_id, seq) < ($2::timestamptz, $3::uuid, $4::bigint))
       ORDER BY read_at DESC, stream_id DESC, seq DESC LIMIT $5`,
      [subjectId, from?.at ?? null, from?.streamId ?? null, from?.seq ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(toReading);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? encodeCursor(last) : null };
  }

  /**
   * The readings of the newest accesses to one person's data. An access stands where its last reading stands, so that every
   * row of it is on the same page.
   */
  async accesses(
    subjectId: string,
    after: string | null,
    without: string | null,
    limit: number,
  ): Promise<ChainedReading[]> {
    const from = decodeCursor(after);
    const rows = await this.database.query<Row>(
      `WITH heads AS (
         SELECT r.access_id, r.dossier_id, r.read_at, r.stream_id, r.seq FROM personal_data.readings r
          WHERE r.subject_id = $1
            AND ($2::timestamptz IS NULL OR (r.read_at, r.stream_id, r.seq) < ($2::timestamptz, $3::uuid, $4::bigint))
            AND ($6::text IS NULL OR NOT (r.reader_kind = 'citizen' AND r.reader_id = $6
              OR r.reader_kind = 'system' AND r.purpose IN ('own-account', 'sign-in')))
            AND NOT EXISTS (SELECT 1 FROM personal_data.readings n
              WHERE n.subject_id = r.subject_id AND n.access_id = r.access_id
                AND n.dossier_id IS NOT DISTINCT FROM r.dossier_id
                AND (n.read_at, n.stream_id, n.seq) > (r.read_at, r.stream_id, r.seq))
          ORDER BY r.read_at DESC, r.stream_id DESC, r.seq DESC LIMIT $5
       )
       SELECT ${columns.replace(/(\w+)/gu, 'r.$1')} FROM heads h JOIN personal_data.readings r
           ON r.subject_id = $1 AND ((r.stream_id, r.seq) = (h.stream_id, h.seq)
             OR (r.access_id = h.access_id AND r.dossier_id IS NOT DISTINCT FROM h.dossier_id))
       ORDER BY h.read_at DESC, h.stream_id DESC, h.seq DESC, r.read_at DESC, r.stream_id DESC, r.seq DESC`,
      [subjectId, from?.at ?? null, from?.streamId ?? null, from?.seq ?? null, limit, without],
    );
    return rows.map(toReading);
  }

  /** Where each stream ends; of one that was cut whole, the last reading that is gone. */
  async heads(): Promise<{ streamId: string; seq: number; hash: string }[]> {
    const rows = await this.database.query<Pick<Row, 'stream_id' | 'seq' | 'hash'>>(
      `(SELECT DISTINCT ON (stream_id) stream_id, seq, hash FROM personal_data.readings ORDER BY stream_id, seq DESC)
       UNION ALL
       SELECT c.stream_id, c.seq, c.hash FROM personal_data.reading_cuts c
        WHERE NOT EXISTS (SELECT 1 FROM personal_data.readings r WHERE r.stream_id = c.stream_id AND r.seq > c.seq)`,
    );
    return rows.map((row) => ({
      streamId: row.stream_id,
      seq: Number(row.seq),
      hash: row.hash.toString('hex'),
    }));
  }

  async stream(
    streamId: string,
    afterSeq: number,
    limit: number,
    executor: SqlExecutor = this.database,
  ): Promise<ChainedReading[]> {
    const rows = await executor.query<Row>(
      `SELECT ${columns} FROM personal_data.readings WHERE stream_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [streamId, afterSeq, limit],
    );
    return rows.map(toReading);
  }
}

function toJson(entry: ChainedReading): object {
  return {
    stream_id: entry.streamId,
    seq: entry.seq,
    access_id: entry.accessId,
    subject_id: entry.subjectId,
    categories: entry.categories,
    reader_kind: entry.reader.kind,
    reader_id: entry.reader.id,
    reader_label: entry.reader.label,
    purpose: entry.purpose,
    dossier_id: entry.dossierId,
    dossier_code: entry.dossierCode,
    read_at: entry.at,
    prev_hash: entry.prevHash,
    hash: entry.hash,
  };
}

function toReading(row: Row): ChainedReading {
  return {
    streamId: row.stream_id,
    seq: Number(row.seq),
    accessId: row.access_id,
    subjectId: row.subject_id,
    categories: row.categories,
    reader: { kind: row.reader_kind, id: row.reader_id, label: row.reader_label },
    purpose: row.purpose,
    dossierId: row.dossier_id,
    dossierCode: row.dossier_code,
    at: row.read_at.toISOString(),
    prevHash: row.prev_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}

/** Where a page ended. */
export function encodeCursor(last: ChainedReading): string {
  return Buffer.from(JSON.stringify([last.at, last.streamId, last.seq])).toString('base64url');
}

/** A cursor that was not made here starts from the newest entry: it can only come from a hand-edited address. */
function decodeCursor(cursor: string | null): { at: string; streamId: string; seq: number } | null {
  if (cursor === null) return null;
  const match = /^\["([0-9TZ:.-]{24})","([0-9a-f-]{36})",(\d{1,15})\]$/u.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  );
  const [, at, streamId, seq] = match ?? [];
  if (at === undefined || streamId === undefined || seq === undefined) return null;
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(streamId))
    return null;
  return { at, streamId, seq: Number(seq) };
}
