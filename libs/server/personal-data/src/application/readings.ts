import { randomUUID } from 'node:crypto';
import type { Clock, Database, SqlExecutor } from '@mocua/server/kernel';
import type { DataCategory } from '../domain/data-category';
import {
  type ChainedReading,
  chainReading,
  firstReadingHash,
  type Reader,
  type ReadingFault,
} from '../domain/reading';
import { sealedValuesArray, type StoredValueRow } from '../domain/sealed-value';
import { encodeCursor, ReadingRows } from '../persistence/reading-rows';
import type { AccessScope, OpenAccess } from './access-scope';
import { OpenScreens } from './open-screens';
import type { ReadingStreamHead, ReadingStreams } from './reading-streams';
import { type Seen, SeenData, seenIn } from './seen-data';

interface Waiting {
  /** Sealed values to read in the same transaction. */
  readonly valueIds: readonly string[];
  /** Data whose reading is known without reading a row. */
  readonly seen: readonly Seen[];
  readonly access: OpenAccess;
  readonly reader: Reader;
  readonly done: (rows: StoredValueRow[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The record of who read whose data. Each process writes its own hash-chained stream, so that writing never waits for
 * another process. Whatever is to be read while a write is under way goes out together in the next transaction.
 *
 * A sealed value is read in the transaction that writes its reading down. Nobody can hand in a transaction of their own: a
 * reading that rolled back would tear the chain, and a reading happened even when the work after it failed.
 */
export class Readings {
  private readonly rows: ReadingRows;
  private readonly screens = new OpenScreens();
  private head: ReadingStreamHead = newStream();
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly scope: AccessScope,
    private readonly clock: Clock,
    private readonly streams: ReadingStreams,
  ) {
    this.rows = new ReadingRows(database);
  }

  /** Sealed values, and the reading of everything in them that can still be opened, in one transaction. */
  async read(valueIds: readonly string[]): Promise<StoredValueRow[]> {
    return valueIds.length === 0 ? [] : this.write(valueIds, []);
  }

  /**
   * Writes down that data outside the vault is read under the access under way: a file, a folded name, an answer of a
   * register. Resolves when that is durable; data must not be shown before.
   */
  async note(subjectIds: readonly string[], category: DataCategory): Promise<void> {
    await this.noteAll(subjectIds.map((subjectId) => ({ subjectId, category })));
  }

  /** As {@link note}, for values that another statement has read and nobody has opened yet. */
  async noteAll(seen: readonly Seen[]): Promise<void> {
    if (seen.length > 0) await this.write([], seen);
  }

  /** Readings of one person's data, newest first. `after` is the `next` of the page before. */
  async listFor(
    subjectId: string,
    after: string | null,
    limit = 50,
  ): Promise<{ items: ChainedReading[]; next: string | null }> {
    return this.rows.page(subjectId, after, limit);
  }

  /**
   * Readings of one person's data put together by access and dossier, newest first; a line is never cut by the end of a page.
   *
   * @param without - the person, whose own looks and the showing of their account are left out; null for everything
   */
  async accessesOf(
    subjectId: string,
    after: string | null,
    without: string | null,
    limit = 50,
  ): Promise<{ items: ChainedReading[][]; next: string | null }> {
    const rows = await this.rows.accesses(subjectId, after, without, limit + 1);
    const lines = new Map<string, ChainedReading[]>();
    for (const row of rows) {
      const key = `${row.accessId ?? row.hash}|${row.dossierId ?? ''}`;
      lines.set(key, [...(lines.get(key) ?? []), row]);
    }
    const items = [...lines.values()];
    const shown = items.slice(0, limit);
    const last = shown.at(-1)?.[0];
    return { items: shown, next: items.length > limit && last ? encodeCursor(last) : null };
  }

  /** Heads of all streams, for the checkpoint that reveals a deleted tail. */
  heads(): Promise<ReadingStreamHead[]> {
    return this.streams.heads();
  }

  /** Checks every stream from its first entry, or from its lawful cut; returns the first fault of each broken stream. */
  verify(): Promise<{ streams: number; readings: number; faults: ReadingFault[] }> {
    return this.streams.verify();
  }

  private async write(valueIds: readonly string[], seen: readonly Seen[]): Promise<StoredValueRow[]> {
    const access = this.scope.current();
    const reader = await access.reader();
    return new Promise((done, failed) => {
      this.waiting.push({ valueIds, seen, access, reader, done, failed });
      if (!this.writing) void this.writeWaiting();
    });
  }

  private async writeWaiting(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        (await this.writeBatch(batch)).forEach((rows, at) => batch[at]?.done(rows));
      } catch (error) {
        // Whether the write arrived is unknown, so its stream ends here and the next reading begins a new one.
        this.head = newStream();
        batch.forEach((item) => item.failed(error));
      }
    }
    this.writing = false;
  }

  private async writeBatch(batch: readonly Waiting[]): Promise<StoredValueRow[][]> {
    const ids = [...new Set(batch.flatMap((item) => item.valueIds))];
    const data = new SeenData(this.screens, this.clock.now().getTime());
    // One statement is a transaction by itself; only what is to be read besides needs one around both.
    const { found, entries } =
      ids.length === 0
        ? await this.append(
            batch,
            batch.map(() => []),
            data,
            this.database,
          )
        : await this.database.transaction(async (tx) => {
            const stored = await storedValues(ids, tx);
            const rows = batch.map((item) => item.valueIds.flatMap((valueId) => stored.get(valueId) ?? []));
            return this.append(batch, rows, data, tx);
          });
    data.remember();
    const last = entries.at(-1);
    if (last) this.head = { streamId: last.streamId, seq: last.seq, hash: last.hash };
    return found;
  }

  private async append(
    batch: readonly Waiting[],
    found: StoredValueRow[][],
    data: SeenData,
    executor: SqlExecutor,
  ): Promise<{ found: StoredValueRow[][]; entries: readonly ChainedReading[] }> {
    const at = this.clock.now().toISOString();
    const entries = this.chain(
      batch.flatMap(({ access, reader, seen }, index) =>
        data
          .unrecorded(access, reader.id, [...seen, ...seenIn(found[index] ?? [])])
          .map((each) => ({ ...each, ...factsOf(access, each.subjectId), reader, at })),
      ),
    );
    if (entries.length > 0) await this.rows.append(entries, executor);
    return { found, entries };
  }

  private chain(readings: readonly Parameters<typeof chainReading>[1][]): ChainedReading[] {
    let { head } = this;
    return readings.map((reading) => {
      const entry = chainReading(head, reading);
      head = entry;
      return entry;
    });
  }
}

async function storedValues(ids: readonly string[], tx: SqlExecutor): Promise<Map<string, StoredValueRow>> {
  const row = await tx.one<{ values: StoredValueRow[] | null }>(
    `SELECT ${sealedValuesArray('SELECT unnest($1::uuid[])')} AS values`,
    [ids],
    'sealed-values-open',
  );
  return new Map((row?.values ?? []).map((value) => [value.value_id, value]));
}

function factsOf(access: OpenAccess, subjectId: string) {
  const { accessId, purpose } = access;
  const listed = access.dossierId === null ? access.dossiers.get(subjectId) : undefined;
  return {
    accessId,
    purpose,
    dossierId: listed?.dossierId ?? access.dossierId,
    dossierCode: listed?.code ?? access.dossierCode,
  };
}

function newStream(): ReadingStreamHead {
  return { streamId: randomUUID(), seq: 0, hash: firstReadingHash };
}
