import { Injectable } from '@nestjs/common';
import type { AttachmentId, DossierId, DraftId, PartyId, Provenance } from '@mocua/contract';
import type { AttachmentRef, ReusedPaper } from '@mocua/engine/dossier';
import { Database } from '@mocua/server/kernel';
import {
  type SealedValue,
  sealedValuesArray,
  sealedValuesInsert,
  sealedValuesParameter,
  type StoredValueRow,
} from '@mocua/server/personal-data';
import type { FilingOrigin } from '../domain/filing-origin';

/** A draft as stored; its answers are the sealed value that carries the draft's id. */
export interface StoredDraft {
  readonly draftId: DraftId;
  readonly owner: PartyId;
  readonly submitter: PartyId;
  readonly ground: 'self' | 'guardian' | 'delegate' | 'organisation';
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly version: number;
  /** Grows when a file comes or goes, so that a submission notices; the answers keep their own version. */
  readonly filesVersion: number;
  readonly provenance: Readonly<Record<string, Provenance>>;
  /** Sealed answers as they were prefilled. */
  readonly prefillValueId: string;
  readonly savedAt: Date;
  readonly expiresAt: Date;
  readonly dossierId: DossierId | null;
  /** Null for what a person writes at our own portal or a kiosk. */
  readonly origin: FilingOrigin | null;
}

const columns = `draft_id AS "draftId", owner_party AS owner, submitter_party AS submitter, ground, procedure_code AS "procedureCode",
  procedure_version AS "procedureVersion", version, files_version AS "filesVersion", provenance, prefill_value_id AS "prefillValueId", saved_at AS "savedAt",
  expires_at AS "expiresAt", submitted_dossier_id AS "dossierId", origin`;

/** What a submission reads of a draft. */
export interface DraftToFile {
  readonly draft: StoredDraft;
  readonly uploads: readonly AttachmentRef[];
  /** Answers as they are, and as the identity gave them. */
  readonly values: readonly StoredValueRow[];
  /** Of the body that came with the idempotency key before. */
  readonly bodyHash: Buffer | null;
}

/** An uploaded file that is not part of an event yet. */
export interface Upload extends AttachmentRef {
  readonly ownerId: string;
}

type Row<T> = T & Record<string, unknown>;

interface UploadRow {
  readonly attachment_id: AttachmentId;
  readonly component_code: string;
  readonly media_type: string;
  readonly size: string | number;
  readonly sha256: string;
  readonly name_value_id: string;
  readonly name_digest: string;
  readonly uploaded_at: Date | string;
  readonly reused: ReusedPaper | null;
}

function attachmentOf(row: UploadRow): AttachmentRef {
  return {
    attachmentId: row.attachment_id,
    componentCode: row.component_code,
    mediaType: row.media_type,
    size: Number(row.size),
    sha256: row.sha256,
    uploadedAt: new Date(row.uploaded_at).toISOString(),
    name: { valueId: row.name_value_id, digest: row.name_digest },
    ...(row.reused === null ? {} : { reused: row.reused }),
  };
}

/** Rows of drafts and of files that wait for their submission. */
@Injectable()
export class DraftStore {
  constructor(private readonly database: Database) {}

  async insert(
    draft: Omit<StoredDraft, 'filesVersion' | 'savedAt' | 'expiresAt' | 'dossierId'> & {
      savedAt: string;
      expiresAt: string;
    },
    sealed: readonly SealedValue[],
  ): Promise<void> {
    await this.database.query(
      `WITH values AS (${sealedValuesInsert('$10', '$8')})
       INSERT INTO dossier.drafts (draft_id, owner_party, submitter_party, ground, procedure_code, procedure_version, version, provenance,
         prefill_value_id, saved_at, expires_at, origin)
       VALUES ($1, $2, $3, $4, $5, $6, 1, $7::jsonb, $11, $8::timestamptz, $9::timestamptz, $12::jsonb)`,
      [
        draft.draftId,
        draft.owner,
        draft.submitter,
        draft.ground,
        draft.procedureCode,
        draft.procedureVersion,
        JSON.stringify(draft.provenance),
        draft.savedAt,
        draft.expiresAt,
        sealedValuesParameter(sealed),
        draft.prefillValueId,
        draft.origin && JSON.stringify(draft.origin),
      ],
    );
  }

  find(draftId: string): Promise<StoredDraft | null> {
    return this.database.one<Row<StoredDraft>>(
      `SELECT ${columns} FROM dossier.drafts WHERE draft_id = $1`,
      [draftId],
      'draft-find',
    );
  }

  /** Whether the applicant has taken a dossier back. */
  async isWithdrawn(dossierId: DossierId): Promise<boolean> {
    const row = await this.database.one<{ withdrawn: boolean }>(
      `SELECT state->>'processing' = 'withdrawn' AS withdrawn FROM dossier.dossiers WHERE dossier_id = $1`,
      [dossierId],
      'dossier-withdrawn',
    );
    return row?.withdrawn === true;
  }

  /** The draft that a dossier was filed from; null for one that never was a draft here. */
  ofDossier(dossierId: DossierId): Promise<StoredDraft | null> {
    return this.database.one<Row<StoredDraft>>(
      `SELECT ${columns} FROM dossier.drafts WHERE submitted_dossier_id = $1`,
      [dossierId],
      'draft-of-dossier',
    );
  }

  /** A draft with its files, its sealed answers and what is remembered of an idempotency key: all a submission reads, in one trip. */
  async findWithFiles(
    draftId: string,
    idempotency: { readonly scope: string; readonly key: string },
  ): Promise<DraftToFile | null> {
    const row = await this.database.one<
      Row<
        StoredDraft & {
          uploads: UploadRow[] | null;
          values: StoredValueRow[] | null;
          bodyHash: Buffer | null;
        }
      >
    >(
      `SELECT ${columns},
              (SELECT jsonb_agg(to_jsonb(u) ORDER BY u.uploaded_at, u.attachment_id) FROM dossier.uploads u
                WHERE u.draft_id = d.draft_id) AS uploads,
              ${sealedValuesArray('d.draft_id, d.prefill_value_id')} AS values,
              (SELECT k.body_hash FROM kernel.idempotency_keys k WHERE k.scope = $2 AND k.key = $3) AS "bodyHash"
         FROM dossier.drafts d WHERE draft_id = $1`,
      [draftId, idempotency.scope, idempotency.key],
      'draft-with-files',
    );
    if (!row) return null;
    const { uploads, values, bodyHash, ...draft } = row;
    return { draft, uploads: (uploads ?? []).map(attachmentOf), values: values ?? [], bodyHash };
  }

  /** Newest open draft for a procedure and an owner. */
  findOpen(
    submitter: PartyId,
    owner: PartyId,
    procedureCode: string,
    now: string,
  ): Promise<StoredDraft | null> {
    return this.database.one<Row<StoredDraft>>(
      `SELECT ${columns} FROM dossier.drafts
        WHERE submitter_party = $1 AND owner_party = $2 AND procedure_code = $3 AND submitted_dossier_id IS NULL AND expires_at > $4
          AND origin IS NULL
        ORDER BY saved_at DESC LIMIT 1`,
      [submitter, owner, procedureCode, now],
    );
  }

  listOpen(submitter: PartyId, now: string): Promise<StoredDraft[]> {
    return this.database.query<Row<StoredDraft>>(
      `SELECT ${columns} FROM dossier.drafts
        WHERE submitter_party = $1 AND submitted_dossier_id IS NULL AND expires_at > $2 AND origin IS NULL ORDER BY saved_at DESC LIMIT 50`,
      [submitter, now],
    );
  }

  /** Replaces the answers when the version is still the expected one. Returns whether it was. */
  async save(
    draft: StoredDraft,
    expectedVersion: number,
    answers: SealedValue,
    provenance: StoredDraft['provenance'],
    now: string,
  ): Promise<boolean> {
    const row = await this.database.one<{ saved: number }>(
      `WITH draft AS (
         UPDATE dossier.drafts SET version = version + 1, provenance = $3::jsonb, saved_at = $4
          WHERE draft_id = $1 AND version = $2 AND submitted_dossier_id IS NULL RETURNING draft_id
       ), value AS (
         UPDATE personal_data.sealed_values v SET ciphertext = $5, digest = decode($6, 'hex')
           FROM draft WHERE v.value_id = draft.draft_id
       )
       SELECT count(*)::integer AS saved FROM draft`,
      [draft.draftId, expectedVersion, JSON.stringify(provenance), now, answers.ciphertext, answers.digest],
      'draft-save',
    );
    return row?.saved === 1;
  }

  /** Deletes a draft with its files and values; an already submitted one stays. Returns the hashes of its files. */
  async remove(draftId: string): Promise<string[] | null> {
    const row = await this.database.one<{ removed: number; files: string[] | null }>(
      `WITH draft AS (
         DELETE FROM dossier.drafts WHERE draft_id = $1 AND submitted_dossier_id IS NULL RETURNING draft_id, prefill_value_id
       ), files AS (
         DELETE FROM dossier.uploads u USING draft d WHERE u.draft_id = d.draft_id RETURNING u.sha256, u.name_value_id
       ), values AS (
         DELETE FROM personal_data.sealed_values v
          WHERE v.value_id IN (SELECT draft_id FROM draft UNION ALL SELECT prefill_value_id FROM draft UNION ALL SELECT name_value_id FROM files)
       )
       SELECT (SELECT count(*)::integer FROM draft) AS removed, (SELECT array_agg(sha256) FROM files) AS files`,
      [draftId],
    );
    return row?.removed === 1 ? (row.files ?? []) : null;
  }

  /** Adds a file to a dossier, or to a draft that is still open. Returns whether it was taken. */
  async addUpload(owner: { draftId?: string; dossierId?: string }, upload: AttachmentRef): Promise<boolean> {
    const row = await this.database.one<{ added: number }>(
      `WITH draft AS (
         UPDATE dossier.drafts SET files_version = files_version + 1
          WHERE draft_id = $2::uuid AND submitted_dossier_id IS NULL RETURNING draft_id
       ), file AS (
         INSERT INTO dossier.uploads (attachment_id, draft_id, dossier_id, component_code, media_type, size, sha256, name_value_id,
 name_digest, uploaded_at, reused)
         SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5, $6::bigint, $7, $8::uuid, $9, $10::timestamptz, $11::jsonb
          WHERE $2::uuid IS NULL OR EXISTS (SELECT 1 FROM draft)
         RETURNING 1
       )
       SELECT count(*)::integer AS added FROM file`,
      [
        upload.attachmentId,
        owner.draftId ?? null,
        owner.dossierId ?? null,
        upload.componentCode,
        upload.mediaType,
        upload.size,
        upload.sha256,
        upload.name.valueId,
        upload.name.digest,
        upload.uploadedAt,
        upload.reused === undefined ? null : JSON.stringify(upload.reused),
      ],
    );
    return row?.added === 1;
  }

  async uploadsOf(owner: { draftId: string } | { dossierId: string }): Promise<AttachmentRef[]> {
    const [column, id] = 'draftId' in owner ? ['draft_id', owner.draftId] : ['dossier_id', owner.dossierId];
    const rows = await this.database.query<Row<UploadRow>>(
      `SELECT * FROM dossier.uploads WHERE ${column} = $1 ORDER BY uploaded_at, attachment_id`,
      [id],
      `uploads-of-${column}`,
    );
    return rows.map(attachmentOf);
  }

  /** Removes one file of a draft that is still open; a draft may be filed while its file is being taken out. */
  async removeUpload(
    draftId: string,
    attachmentId: string,
  ): Promise<'removed' | 'no-such-file' | 'not-open'> {
    const row = await this.database.one<{ open: number; removed: number }>(
      `WITH draft AS (
         UPDATE dossier.drafts SET files_version = files_version + 1
          WHERE draft_id = $1 AND submitted_dossier_id IS NULL RETURNING draft_id
       ), file AS (
         DELETE FROM dossier.uploads u USING draft d WHERE u.attachment_id = $2 AND u.draft_id = d.draft_id
         RETURNING u.name_value_id
       ), value AS (
         DELETE FROM personal_data.sealed_values v USING file WHERE v.value_id = file.name_value_id
       )
       SELECT (SELECT count(*)::integer FROM draft) AS open, (SELECT count(*)::integer FROM file) AS removed`,
      [draftId, attachmentId],
    );
    if (row?.open !== 1) return 'not-open';
    return row.removed === 1 ? 'removed' : 'no-such-file';
  }
}
