import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { Database, type SqlExecutor } from '@mocua/server/kernel';
import type { Validity } from '../domain/validity';

export type RepresentationKind = 'guardian' | 'delegate' | 'organisation';

/** A right to act for somebody, with its ground. */
export interface Representation extends Validity {
  readonly representationId: string;
  readonly representedId: PartyId;
  readonly representativeId: PartyId;
  readonly kind: RepresentationKind;
  readonly ground: string;
}

interface RepresentationRow {
  representation_id: string;
  represented_id: PartyId;
  representative_id: PartyId;
  kind: RepresentationKind;
  ground: string;
  valid_from: string;
  valid_to: string | null;
}

/** Condition that representation `r` counts on a date; used by lists and by the authenticator alike. */
export function representationCounts(date: string): string {
  return `(r.revoked_at IS NULL AND ${date} BETWEEN r.valid_from AND COALESCE(r.valid_to, 'infinity'))`;
}

@Injectable()
export class RepresentationStore {
  constructor(private readonly database: Database) {}

  /** Representations a person may use on a date, oldest first. */
  async validOf(representativeId: PartyId, date: string): Promise<readonly Representation[]> {
    const rows = await this.database.query<RepresentationRow>(
      `SELECT r.representation_id, r.represented_id, r.representative_id, r.kind, r.ground,
              r.valid_from::text, r.valid_to::text
       FROM identity.representations r
       WHERE r.representative_id = $1 AND ${representationCounts('$2::date')}
       ORDER BY r.valid_from, r.representation_id`,
      [representativeId, date],
      'representations-of-party',
    );
    return rows.map((row) => ({
      representationId: row.representation_id,
      representedId: row.represented_id,
      representativeId: row.representative_id,
      kind: row.kind,
      ground: row.ground,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }));
  }

  /** Inserts a representation; an id that exists is left as it is. */
  async insert(tx: SqlExecutor, entry: Representation, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO identity.representations (representation_id, represented_id, representative_id, kind, ground,
         valid_from, valid_to, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (representation_id) DO NOTHING`,
      [
        entry.representationId,
        entry.representedId,
        entry.representativeId,
        entry.kind,
        entry.ground,
        entry.validFrom,
        entry.validTo,
        now,
      ],
    );
  }

  async revoke(tx: SqlExecutor, representationId: string, now: Date): Promise<void> {
    await tx.query(
      'UPDATE identity.representations SET revoked_at = $2 WHERE representation_id = $1 AND revoked_at IS NULL',
      [representationId, now],
    );
  }
}
