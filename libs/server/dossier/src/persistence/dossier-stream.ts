import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import {
  type DossierEvent,
  type DossierState,
  evolve,
  type StoredEvent,
  upcast,
} from '@mocua/engine/dossier';
import {
  Clock,
  Database,
  type IdempotencyRequest,
  problem,
  type SqlExecutor,
  uniqueViolation,
} from '@mocua/server/kernel';
import { AccessScope, type SealedValue } from '@mocua/server/personal-data';
import { chain, firstHash } from '../domain/chain';
import { nationalNewsOf } from '../domain/national-news';
import { noticesOf } from '../domain/notices';
import { moneyErrandsOf } from '../domain/money-errands';
import { parcelErrandsOf } from '../domain/parcel-errands';
import { sectorErrandsOf } from '../domain/sector-errands';
import { timerChange } from '../domain/timers';
import { workItemChange } from '../domain/work-items';
import {
  type DossierWrite,
  insertDossier,
  insertParameters,
  updateDossier,
  updateParameters,
} from './commit-statement';

export interface LoadedDossier {
  readonly state: DossierState;
  readonly headHash: string;
  /** Whether the idempotency key of this request was already answered with this dossier. */
  readonly alreadyDone: boolean;
}

export interface Commit {
  /** Null for the first events of a stream. */
  readonly before: LoadedDossier | null;
  readonly events: readonly DossierEvent[];
  readonly sealed: readonly SealedValue[];
  readonly idempotency: IdempotencyRequest | null;
  /** The draft that is filed, in the version that was read. */
  readonly draft?: { readonly draftId: string; readonly version: number; readonly filesVersion: number };
}

/**
 * `stale`: the dossier, or the draft to be filed, is not what was read. `lost`: a unique constraint says that the same
 * thing was committed before. The caller re-reads.
 */
export type CommitResult =
  | { readonly kind: 'committed'; readonly state: DossierState }
  | { readonly kind: 'stale' }
  | { readonly kind: 'lost'; readonly constraint: string };

interface Row extends Record<string, unknown> {
  readonly state: DossierState;
  readonly head: string;
  readonly body_hash: Buffer | null;
}

/** Loads and commits dossiers: one read, one version-guarded write. */
@Injectable()
export class DossierStream {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: AccessScope,
  ) {}

  /**
   * The dossier together with what is remembered of the request's idempotency key.
   *
   * @throws Problem `request.idempotency-key-reused` when the key was used with another body
   */
  async load(
    dossierId: DossierId,
    idempotency: IdempotencyRequest | null = null,
    sql: SqlExecutor = this.database,
  ): Promise<LoadedDossier | null> {
    const row = await sql.one<Row>(
      `SELECT d.state, encode(d.head_hash, 'hex') AS head, k.body_hash
         FROM dossier.dossiers d LEFT JOIN kernel.idempotency_keys k ON k.scope = $2 AND k.key = $3
        WHERE d.dossier_id = $1`,
      [dossierId, idempotency?.scope ?? null, idempotency?.key ?? null],
      'dossier-load',
    );
    if (!row) return null;
    if (idempotency && row.body_hash && !row.body_hash.equals(idempotency.bodyHash))
      throw problem('request.idempotency-key-reused');
    // What is opened from here on is read for this dossier, and its person is told so.
    this.access.about(dossierId, row.state.code ?? row.state.transactionCode);
    return { state: row.state, headHash: row.head, alreadyDone: row.body_hash !== null };
  }

  /** The dossier that another system knows by a code of its own. */
  async byExternalCode(sourceSystem: string, externalCode: string): Promise<DossierState | null> {
    const row = await this.database.one<{ state: DossierState }>(
      `SELECT state FROM dossier.dossiers WHERE source_system = $1 AND external_code = $2`,
      [sourceSystem, externalCode],
    );
    return row?.state ?? null;
  }

  /** All events of a dossier in order, in their newest schema version. */
  async events(dossierId: string, sql: SqlExecutor = this.database): Promise<DossierEvent[]> {
    const rows = await sql.query<
      Record<string, unknown> & Omit<StoredEvent, 'occurredAt'> & { occurredAt: Date }
    >(
      `SELECT dossier_id AS "dossierId", seq, type, schema_version AS "schemaVersion", occurred_at AS "occurredAt", actor, payload
         FROM dossier.events WHERE dossier_id = $1 ORDER BY seq`,
      [dossierId],
      'dossier-events',
    );
    return rows.map((row) => upcast({ ...row, occurredAt: row.occurredAt.toISOString() }));
  }

  /** Writes events and everything that follows from them in one statement, or nothing at all. */
  async commit(commit: Commit, sql: SqlExecutor = this.database): Promise<CommitResult> {
    const { before, events } = commit;
    const state = events.reduce<DossierState | null>(evolve, before?.state ?? null);
    if (!state) throw new Error('a commit without events');
    const write: DossierWrite = {
      state,
      events: chain(before?.headHash ?? firstHash, events),
      sealed: commit.sealed,
      work: workItemChange(before?.state ?? null, state),
      timers: timerChange(before?.state ?? null, state),
      outbox: [
        ...noticesOf(events, state),
        ...nationalNewsOf(events, state),
        ...parcelErrandsOf(events, state),
        ...moneyErrandsOf(events, state),
        ...sectorErrandsOf(before?.state ?? null, events, state),
      ],
      idempotency: commit.idempotency,
      draft: commit.draft ?? null,
      writtenAt: this.clock.iso(),
    };
    try {
      const row = before
        ? await sql.one<{ written: number }>(
            updateDossier,
            updateParameters(write, before.state.version),
            'dossier-update',
          )
        : await sql.one<{ written: number }>(insertDossier, insertParameters(write), 'dossier-insert');
      return row?.written === 1 ? { kind: 'committed', state } : { kind: 'stale' };
    } catch (error) {
      const constraint = uniqueViolation(error);
      if (constraint === null) throw error;
      return { kind: 'lost', constraint };
    }
  }
}
