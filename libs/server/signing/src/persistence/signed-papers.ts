import type { DocumentId, DossierId, PaperSignatureReason, PartyId } from '@mocua/contract';
import { Injectable } from '@nestjs/common';
import { FileReferences } from '@mocua/server/document';
import { Database, type SqlExecutor } from '@mocua/server/kernel';

interface CommonPaper {
  readonly documentId: DocumentId;
  readonly dossierId: DossierId;
  readonly partyId: PartyId;
  readonly sha256: string;
  readonly size: number;
  readonly signingTime: Date;
  readonly recordedAt: Date;
}

/** How a document was signed in the end: it is written once. */
export type SignedPaper = CommonPaper &
  (
    | { readonly method: 'remote'; readonly transactionId: string; readonly printedSha256: string }
    | { readonly method: 'paper'; readonly recordedBy: PartyId; readonly exception: PaperSignatureReason }
  );

interface Row extends Record<string, unknown> {
  readonly size: string;
}

const columns = `document_id AS "documentId", dossier_id AS "dossierId", method, party_id AS "partyId",
  transaction_id AS "transactionId", sha256, size, printed_sha256 AS "printedSha256", signing_time AS "signingTime",
  recorded_by AS "recordedBy", recorded_at AS "recordedAt", exception`;

@Injectable()
export class SignedPapers extends FileReferences {
  constructor(private readonly database: Database) {
    super();
  }

  async find(documentId: string): Promise<SignedPaper | null> {
    return (await this.many([documentId]))[0] ?? null;
  }

  async many(documentIds: readonly string[]): Promise<readonly SignedPaper[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${columns} FROM signing.signed_papers WHERE document_id = ANY($1::uuid[])`,
      [documentIds],
    );
    return rows.map((row) => ({ ...row, size: Number(row.size) }) as unknown as SignedPaper);
  }

  /** Whose signed file this is. */
  signedAs(sha256: string): Promise<Pick<SignedPaper, 'dossierId' | 'documentId'> | null> {
    return this.database.one<Record<'dossierId', DossierId> & Record<'documentId', DocumentId>>(
      `SELECT document_id AS "documentId", dossier_id AS "dossierId" FROM signing.signed_papers WHERE sha256 = $1
        ORDER BY recorded_at LIMIT 1`,
      [sha256],
    );
  }

  /** False when the document was signed before. */
  async add(tx: SqlExecutor, paper: SignedPaper): Promise<boolean> {
    const remote = paper.method === 'remote' ? paper : null;
    const byHand = paper.method === 'paper' ? paper : null;
    const rows = await tx.query(
      `INSERT INTO signing.signed_papers (document_id, dossier_id, method, party_id, transaction_id, sha256, size, media_type,
         printed_sha256, signing_time, recorded_by, recorded_at, exception)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'application/pdf', $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING
       RETURNING document_id`,
      [
        paper.documentId,
        paper.dossierId,
        paper.method,
        paper.partyId,
        remote?.transactionId ?? null,
        paper.sha256,
        paper.size,
        remote?.printedSha256 ?? null,
        paper.signingTime,
        byHand?.recordedBy ?? null,
        paper.recordedAt,
        byHand?.exception ?? null,
      ],
    );
    return rows.length === 1;
  }

  override async referenced(sha256s: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ sha256: string }>(
      'SELECT DISTINCT sha256 FROM signing.signed_papers WHERE sha256 = ANY($1::text[])',
      [sha256s],
    );
    return new Set(rows.map((row) => row.sha256));
  }
}
