import { Injectable } from '@nestjs/common';
import type { DegradedMode, RegisterName } from '@mocua/contract';
import { Database } from '@mocua/server/kernel';
import type { SealedValue } from '@mocua/server/personal-data';
import type { StoredDraft } from './draft-store';

/** How a register stands to one draft. */
export interface RegisterStanding {
  readonly register: RegisterName;
  readonly state: 'filled' | 'not-found' | 'not-asked' | 'down';
  /** What holds while it is down; null otherwise. */
  readonly degradedMode: DegradedMode | null;
  readonly lookupId: string | null;
  readonly askedAt: Date;
  /** Since when it could not be asked; null while it can. */
  readonly downSince: Date | null;
}
export type RegisterOutcome = Omit<RegisterStanding, 'askedAt' | 'downSince'>;

/** A draft's values with what a register put in. */
export interface FilledValues {
  readonly answers: SealedValue;
  readonly prefilled: SealedValue;
  readonly provenance: StoredDraft['provenance'];
}

/** When a register went down for this draft it stays so until it answers: the first time counts. */
const upsert = `ON CONFLICT (draft_id, register) DO UPDATE SET state = excluded.state, degraded_mode = excluded.degraded_mode,
  lookup_id = excluded.lookup_id, asked_at = excluded.asked_at,
  down_since = CASE WHEN excluded.state = 'down' THEN coalesce(dossier.register_data.down_since, excluded.down_since) END`;

/** Rows of `dossier.register_data`. */
@Injectable()
export class RegisterData {
  constructor(private readonly database: Database) {}

  ofDraft(draftId: string): Promise<RegisterStanding[]> {
    return this.database.query<RegisterStanding & Record<string, unknown>>(
      `SELECT register, state, degraded_mode AS "degradedMode", lookup_id AS "lookupId", asked_at AS "askedAt",
              down_since AS "downSince"
         FROM dossier.register_data WHERE draft_id = $1 ORDER BY register`,
      [draftId],
      'register-data-of-draft',
    );
  }

  /** Keeps how a register stands to an open draft when it gave nothing. */
  async note(draftId: string, outcome: RegisterOutcome, now: string): Promise<void> {
    await this.database.query(
      `INSERT INTO dossier.register_data (draft_id, register, state, degraded_mode, lookup_id, asked_at, down_since)
       SELECT draft_id, $2, $3, $4, $5::uuid, $6::timestamptz, CASE WHEN $3 = 'down' THEN $6::timestamptz END
         FROM dossier.drafts WHERE draft_id = $1 AND submitted_dossier_id IS NULL
       ${upsert}`,
      [draftId, outcome.register, outcome.state, outcome.degradedMode, outcome.lookupId, now],
      'register-data-note',
    );
  }

  /** Puts values into a draft whose version is still the expected one, with how the register stands. Returns whether it was. */
  async fill(
    draft: StoredDraft,
    outcome: RegisterOutcome,
    values: FilledValues,
    now: string,
  ): Promise<boolean> {
    const row = await this.database.one<{ saved: number }>(
      `WITH draft AS (
         UPDATE dossier.drafts SET version = version + 1, provenance = $3::jsonb, saved_at = $4::timestamptz
          WHERE draft_id = $1 AND version = $2 AND submitted_dossier_id IS NULL RETURNING draft_id, prefill_value_id
       ), answers AS (
         UPDATE personal_data.sealed_values v SET ciphertext = $5, digest = decode($6, 'hex')
           FROM draft WHERE v.value_id = draft.draft_id
       ), prefilled AS (
         UPDATE personal_data.sealed_values v SET ciphertext = $7, digest = decode($8, 'hex')
           FROM draft WHERE v.value_id = draft.prefill_value_id
       ), standing AS (
         INSERT INTO dossier.register_data (draft_id, register, state, degraded_mode, lookup_id, asked_at, down_since)
         SELECT draft_id, $9, $10, NULL, $11::uuid, $4::timestamptz, NULL FROM draft
         ${upsert}
       )
       SELECT count(*)::integer AS saved FROM draft`,
      [
        draft.draftId,
        draft.version,
        JSON.stringify(values.provenance),
        now,
        values.answers.ciphertext,
        values.answers.digest,
        values.prefilled.ciphertext,
        values.prefilled.digest,
        outcome.register,
        outcome.state,
        outcome.lookupId,
      ],
      'register-data-fill',
    );
    return row?.saved === 1;
  }
}
