import type { Readable } from 'node:stream';
import type { DocumentId } from '@mocua/contract';
import type { Clock, Database } from '@mocua/server/kernel';
import type { FileIndex } from '../files/file-index';
import type { FileStore } from '../files/file-store';
import { FileReferences } from '../files/sweep-files';
import type { DocumentPrinter } from '../printing/document-printer';
import { currentTemplates } from '../printing/document-printer';
import type { DocumentKind, PrintData } from '../printing/print-data';

/** A document as it was printed for the first time; it never changes again. */
export interface PrintedDocument {
  readonly documentId: DocumentId;
  readonly dossierId: string;
  readonly kind: DocumentKind;
  /** Event of the dossier that the document belongs to. */
  readonly eventSeq: number;
  readonly template: string;
  readonly sha256: string;
  readonly size: number;
  readonly printedAt: string;
}

/** A printed file that is no document of a dossier yet. */
export interface DraftFile {
  readonly sha256: string;
  readonly size: number;
}

/** Which document, as the dossier that called it into being names it. */
export interface DocumentKey<K extends DocumentKind = DocumentKind> {
  readonly documentId: DocumentId;
  readonly dossierId: string;
  readonly kind: K;
  readonly eventSeq: number;
}

interface Row {
  readonly document_id: DocumentId;
  readonly dossier_id: string;
  readonly kind: DocumentKind;
  readonly event_seq: number;
  readonly template: string;
  readonly sha256: Buffer;
  readonly size: string;
  readonly printed_at: Date;
}

const columns = 'document_id, dossier_id, kind, event_seq, template, sha256, size, printed_at';

/** Prints each document once and keeps what was printed, so that a reprint is the same paper. */
export class PrintedDocuments {
  constructor(
    private readonly database: Database,
    private readonly printer: DocumentPrinter,
    private readonly store: FileStore,
    private readonly index: FileIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * The document, printed now if it never was. Of two that print at once one wins and both get its paper.
   *
   * @param dataOf - asked only when the document has to be printed
   */
  async printOnce<K extends DocumentKind>(
    key: DocumentKey<K>,
    dataOf: () => Promise<PrintData[K]>,
  ): Promise<PrintedDocument> {
    const known = await this.find(key.documentId);
    if (known !== null) return known;
    const printedAt = this.clock.iso();
    const kept = await this.keep(this.printer.print(key.kind, await dataOf()), printedAt);
    await this.database.query(
      `INSERT INTO document.documents (${columns})
       VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8) ON CONFLICT DO NOTHING`,
      [
        key.documentId,
        key.dossierId,
        key.kind,
        key.eventSeq,
        currentTemplates,
        kept.sha256,
        kept.size,
        printedAt,
      ],
    );
    const printed = await this.find(key.documentId);
    if (printed === null) throw new Error('A printed document vanished after it was stored.');
    return printed;
  }

  /** A draft, kept as a file and as no document; whoever asked for it keeps the sweep away from it. */
  async printDraft<K extends DocumentKind>(kind: K, data: PrintData[K]): Promise<DraftFile> {
    return this.keep(this.printer.print(kind, data), this.clock.iso());
  }

  async find(documentId: string): Promise<PrintedDocument | null> {
    const row = await this.database.one<Row>(
      `SELECT ${columns} FROM document.documents WHERE document_id = $1`,
      [documentId],
    );
    return row === null ? null : toPrinted(row);
  }

  /** The document whose file has this SHA-256 (hex); null when nothing of the kind was printed here. */
  async findByHash(sha256: string): Promise<PrintedDocument | null> {
    const row = await this.database.one<Row>(
      `SELECT ${columns} FROM document.documents WHERE sha256 = decode($1, 'hex') LIMIT 1`,
      [sha256],
    );
    return row === null ? null : toPrinted(row);
  }

  /** What was printed for a dossier so far. */
  async listOf(dossierId: string): Promise<PrintedDocument[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM document.documents WHERE dossier_id = $1 ORDER BY event_seq, kind`,
      [dossierId],
    );
    return rows.map(toPrinted);
  }

  open(document: PrintedDocument): Promise<Readable> {
    return this.store.open(document.sha256);
  }

  /** Forgets the papers of a dossier, for erasure; the sweep removes the files. Returns how many. */
  async forget(dossierId: string): Promise<number> {
    const rows = await this.database.query(
      'DELETE FROM document.documents WHERE dossier_id = $1 RETURNING document_id',
      [dossierId],
    );
    return rows.length;
  }

  private async keep(pdf: Buffer, at: string): Promise<DraftFile> {
    const staged = await this.store.stage(piecesOf(pdf), pdf.length);
    const { sha256, size } = staged;
    await this.index.register({ sha256, size, mediaType: 'application/pdf' }, at);
    await staged.commit();
    return { sha256, size };
  }
}

/** Keeps the sweep away from printed documents. */
export class PrintedDocumentReferences extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      `SELECT DISTINCT encode(sha256, 'hex') AS sha256 FROM document.documents
       WHERE sha256 = ANY(SELECT decode(hash, 'hex') FROM unnest($1::text[]) AS hash)`,
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}

function toPrinted(row: Row): PrintedDocument {
  return {
    documentId: row.document_id,
    dossierId: row.dossier_id,
    kind: row.kind,
    eventSeq: row.event_seq,
    template: row.template,
    sha256: row.sha256.toString('hex'),
    size: Number(row.size),
    printedAt: row.printed_at.toISOString(),
  };
}

async function* piecesOf(pdf: Buffer): AsyncGenerator<Buffer> {
  yield pdf;
}
