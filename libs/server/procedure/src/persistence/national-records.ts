import { Injectable } from '@nestjs/common';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type {
  RecordDecision,
  RecordInForce,
  RecordKey,
  RecordState,
  StoredRecord,
} from '../domain/stored-record';

export interface RecordToStore extends StoredRecord {
  readonly source: Uint8Array;
  /** SHA-256 over the bytes as received, hex. */
  readonly sourceHash: string;
  readonly importedBy: string;
}

const instant = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const recordColumns = (table: string) => `${table}.code, ${table}.revision, ${table}.content,
  encode(${table}.content_hash, 'hex') AS "contentHash", ${table}.composed_texts AS "composedTexts",
  ${instant(`${table}.imported_at`)} AS "importedAt"`;

/** Imported national records and decisions about them; rows are only ever added. */
@Injectable()
export class NationalRecords {
  constructor(private readonly database: Database) {}

  /** Runs `work` while nobody else imports or decides about this code. */
  exclusively<T>(code: string, work: (tx: SqlExecutor) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 42))', [`national-record ${code}`]);
      return work(tx);
    });
  }

  async state(code: string, executor: SqlExecutor = this.database): Promise<RecordState | null> {
    const latest = await executor.one<StoredRecord>(
      `SELECT ${recordColumns('r')} FROM procedure.national_records r WHERE code = $1 ORDER BY revision DESC LIMIT 1`,
      [code],
    );
    if (!latest) return null;
    const decision = await executor.one<RecordDecision>(
      `SELECT decision, encode(difference_hash, 'hex') AS "differenceHash", effective_from::text AS "effectiveFrom",
              effective_to::text AS "effectiveTo", reason, ${instant('decided_at')} AS "decidedAt",
              decided_by AS "decidedBy"
         FROM procedure.national_record_decisions WHERE code = $1 AND revision = $2`,
      [code, latest.revision],
    );
    const published = await executor.one<StoredRecord>(
      `SELECT ${recordColumns('r')}
         FROM procedure.national_records r JOIN procedure.national_record_decisions d USING (code, revision)
        WHERE r.code = $1 AND d.decision = 'published' ORDER BY r.revision DESC LIMIT 1`,
      [code],
    );
    return { latest, decision, published };
  }

  async codes(): Promise<readonly string[]> {
    const rows = await this.database.query<{ code: string }>(
      'SELECT DISTINCT code FROM procedure.national_records ORDER BY code',
    );
    return rows.map(({ code }) => code);
  }

  async add(tx: SqlExecutor, row: RecordToStore): Promise<void> {
    await tx.query(
      `INSERT INTO procedure.national_records
         (code, revision, national_code, source, source_hash, content, content_hash, composed_texts, imported_at, imported_by)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6::jsonb, decode($7, 'hex'), $8, $9::timestamptz, $10)`,
      [
        row.code,
        row.revision,
        row.content.MATTHC,
        Buffer.from(row.source),
        row.sourceHash,
        JSON.stringify(row.content),
        row.contentHash,
        row.composedTexts,
        row.importedAt,
        row.importedBy,
      ],
    );
  }

  async decide(
    tx: SqlExecutor,
    { code, revision }: Pick<StoredRecord, 'code' | 'revision'>,
    decision: RecordDecision,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO procedure.national_record_decisions
         (code, revision, decision, difference_hash, effective_from, effective_to, reason, decided_at, decided_by)
       VALUES ($1, $2, $3, decode($4, 'hex'), $5::date, $6::date, $7, $8::timestamptz, $9)`,
      [
        code,
        revision,
        decision.decision,
        decision.differenceHash,
        decision.effectiveFrom,
        decision.effectiveTo,
        decision.reason,
        decision.decidedAt,
        decision.decidedBy,
      ],
    );
  }

  /** The revision of one code that the public sees on a day: the one that began last. */
  inForce(code: string, onDate: string): Promise<RecordInForce | null> {
    return this.database.one<RecordInForce>(
      `SELECT ${recordColumns('r')}, latest."effectiveFrom"
         FROM (SELECT code, revision, effective_from::text AS "effectiveFrom", effective_to
                 FROM procedure.national_record_decisions
                WHERE decision = 'published' AND code = $1 AND effective_from <= $2::date
                ORDER BY effective_from DESC, revision DESC LIMIT 1) latest
         JOIN procedure.national_records r USING (code, revision)
        WHERE latest.effective_to IS NULL OR latest.effective_to >= $2::date`,
      [code, onDate],
      'national-record-in-force',
    );
  }

  /** Which revisions are in force, without their content. */
  allInForce(onDate: string): Promise<readonly RecordKey[]> {
    return this.database.query<RecordKey & Record<string, unknown>>(
      `SELECT code, revision, encode(r.content_hash, 'hex') AS "contentHash"
         FROM (SELECT DISTINCT ON (code) code, revision, effective_to
                 FROM procedure.national_record_decisions
                WHERE decision = 'published' AND effective_from <= $1::date
                ORDER BY code, effective_from DESC, revision DESC) latest
         JOIN procedure.national_records r USING (code, revision)
        WHERE effective_to IS NULL OR effective_to >= $1::date
        ORDER BY code`,
      [onDate],
      'national-records-in-force',
    );
  }

  /** Several revisions with their content. */
  load(keys: readonly RecordKey[]): Promise<readonly StoredRecord[]> {
    return this.database.query<StoredRecord & Record<string, unknown>>(
      `SELECT ${recordColumns('r')}
         FROM procedure.national_records r
         JOIN unnest($1::text[], $2::int[]) wanted (code, revision) USING (code, revision)`,
      [keys.map(({ code }) => code), keys.map(({ revision }) => revision)],
    );
  }
}
