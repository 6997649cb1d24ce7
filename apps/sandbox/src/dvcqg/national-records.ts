import { open, readFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** A dossier as a province put it; its fields are the wire's own. */
export type PutDossier = Readonly<Record<string, unknown>> & { readonly MaHoSo: string };
export type PutProgress = Readonly<Record<string, unknown>> & { readonly MaHoSo: string };

/** What somebody filed here by hand. */
export interface Filed {
  readonly code: string;
  readonly person: string;
  readonly procedureCode: string;
  readonly filedAt: string;
  /** What was filled in, by field. */
  readonly answers: Readonly<Record<string, unknown>>;
}

interface Known {
  dossier: PutDossier | null;
  progress: PutProgress[];
  filed: Filed | null;
}

type Line =
  | { readonly kind: 'put'; readonly dossier: PutDossier }
  | { readonly kind: 'progress'; readonly row: PutProgress }
  | { readonly kind: 'filed'; readonly filed: Filed };

/**
 * Everything the portal knows, in an append-only file. Dossiers are replaced by code; rows of progress are added, the same
 * row twice is there twice.
 */
export class NationalRecords {
  private readonly known = new Map<string, Known>();
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<NationalRecords> {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const records = new NationalRecords(await open(path, 'a'));
    for (const line of text.split('\n')) records.takeLine(line);
    if (text !== '' && !text.endsWith('\n')) await records.file.appendFile('\n');
    return records;
  }

  find(code: string): Readonly<Known> | undefined {
    return this.known.get(code);
  }

  /** Newest first. */
  list(): readonly (Readonly<Known> & { readonly code: string })[] {
    return [...this.known].map(([code, each]) => ({ ...each, code })).reverse();
  }

  /** Whether a province has put the dossier, or somebody filed it here. */
  knows(code: string): boolean {
    return this.known.has(code);
  }

  put(dossier: PutDossier): Promise<void> {
    return this.keep({ kind: 'put', dossier });
  }

  addProgress(row: PutProgress): Promise<void> {
    return this.keep({ kind: 'progress', row });
  }

  addFiled(filed: Filed): Promise<void> {
    return this.keep({ kind: 'filed', filed });
  }

  private keep(line: Line): Promise<void> {
    this.take(line);
    const written = this.writing.then(() => this.file.appendFile(`${JSON.stringify(line)}\n`));
    this.writing = written.catch(() => undefined);
    return written;
  }

  private takeLine(line: string): void {
    if (line === '') return;
    try {
      this.take(JSON.parse(line) as Line);
    } catch {
      // The process died while it wrote this line; whoever sent it has had no answer and sends again.
    }
  }

  private take(line: Line): void {
    switch (line.kind) {
      case 'put':
        this.of(line.dossier.MaHoSo).dossier = line.dossier;
        return;
      case 'progress':
        this.of(line.row.MaHoSo).progress.push(line.row);
        return;
      case 'filed':
        this.of(line.filed.code).filed = line.filed;
    }
  }

  private of(code: string): Known {
    const known = this.known.get(code) ?? { dossier: null, progress: [], filed: null };
    this.known.set(code, known);
    return known;
  }
}
