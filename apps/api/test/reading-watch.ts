import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Database } from '@mocua/server/kernel';
import { categoryOf } from '@mocua/server/personal-data';

interface Row extends Record<string, unknown> {
  readonly streamId: string;
  readonly seq: number;
  readonly subjectId: string;
  readonly readerKind: string;
  readonly readerId: string;
  readonly purpose: string;
  readonly categories: string[];
  readonly dossierId: string | null;
}

/** Categories that are noted by hand, because what they speak of is not a sealed value. */
const noted = ['documents', 'register'];

/**
 * Counts decryptions at the storage layer, which knows nothing of readings, and compares them with the readings that
 * were written meanwhile. Both channels speak up below every use case, so that no route and no job can read past them.
 */
export class ReadingWatch {
  private opened: { valueId: string; subjectId: string; category: string }[] = [];
  private files = 0;
  private heads = new Map<string, number>();
  /** Names that stand in a work-list which one officer keeps open; they are one look. */
  private readonly onScreen = new Set<string>();

  private readonly unsealed = (associated: unknown): void => {
    const [valueId = '', subjectId = '', kind = ''] = String(associated).split('|');
    if (valueId !== 'subject-key') this.opened.push({ valueId, subjectId, category: categoryOf(kind) });
  };
  private readonly fileOpened = (): void => {
    this.files += 1;
  };

  constructor(private readonly database: Database) {
    subscribe('mocua:unsealed', this.unsealed);
    subscribe('mocua:file-opened', this.fileOpened);
  }

  end(): void {
    unsubscribe('mocua:unsealed', this.unsealed);
    unsubscribe('mocua:file-opened', this.fileOpened);
  }

  /** From here on. */
  async begin(): Promise<void> {
    this.opened = [];
    this.files = 0;
    const rows = await this.database.query<{ streamId: string; seq: number }>(
      `SELECT stream_id AS "streamId", max(seq)::integer AS seq FROM personal_data.readings GROUP BY 1`,
    );
    this.heads = new Map(rows.map((row) => [row.streamId, row.seq]));
  }

  /** How many values were decrypted since the beginning. */
  get decryptions(): number {
    return this.opened.length;
  }

  /** How many stored files were opened since the beginning. */
  get filesOpened(): number {
    return this.files;
  }

  /** Readings since the beginning, in their order. */
  async readings(): Promise<Row[]> {
    const rows = await this.database.query<Row>(
      `SELECT stream_id AS "streamId", seq::integer AS seq, subject_id AS "subjectId", reader_kind AS "readerKind",
         reader_id AS "readerId", purpose,
         categories, dossier_id AS "dossierId" FROM personal_data.readings ORDER BY read_at, stream_id, seq`,
    );
    return rows.filter((row) => row.seq > (this.heads.get(row.streamId) ?? 0));
  }

  /** Reads without a reading, readings without a read, and readings that say nothing of who or why; none is right. */
  async differences(): Promise<string[]> {
    const rows = await this.readings();
    const written = new Set(rows.flatMap((row) => row.categories.map((each) => `${row.subjectId} ${each}`)));
    for (const row of rows)
      if (row.purpose === 'work-list')
        row.categories.forEach((each) => this.onScreen.add(`${row.subjectId} ${each}`));
    const read = new Set(this.opened.map(({ subjectId, category }) => `${subjectId} ${category}`));
    const papers = rows.some((row) =>
      row.categories.some((each) => each === 'documents' || each === 'papers'),
    );
    return [
      ...[...read]
        .filter((each) => !written.has(each) && !this.onScreen.has(each))
        .map((each) => `not recorded: ${each}`),
      ...[...written]
        .filter((each) => !read.has(each) && !noted.includes(each.split(' ')[1] ?? ''))
        .map((each) => `recorded, but not read: ${each}`),
      ...(this.files > 0 && !papers ? ['a file was opened and nobody recorded it'] : []),
      ...rows
        .filter((row) => row.purpose === 'undeclared' || row.readerId === 'unattended')
        .map((row) => `nobody said who or why: ${row.categories.join(', ')}`),
    ];
  }

  /** Values of a dossier whose reading was written down for another dossier, or for none: what events refer to decides. */
  async misplaced(): Promise<string[]> {
    const owners = await this.database.query<{ valueId: string; dossierId: string }>(
      `SELECT DISTINCT opened.id AS "valueId", e.dossier_id AS "dossierId"
         FROM unnest($1::text[]) AS opened(id) JOIN dossier.events e ON strpos(e.payload::text, opened.id) > 0`,
      [this.opened.map(({ valueId }) => valueId)],
    );
    const rows = await this.readings();
    const written = new Set(
      rows.flatMap((row) => row.categories.map((each) => `${row.dossierId} ${row.subjectId} ${each}`)),
    );
    return this.opened.flatMap(({ valueId, subjectId, category }) =>
      owners
        .filter((owner) => owner.valueId === valueId)
        .map(({ dossierId }) => `${dossierId} ${subjectId} ${category}`)
        .filter((each) => !written.has(each)),
    );
  }
}
