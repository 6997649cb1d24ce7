import { Injectable } from '@nestjs/common';
import type { DossierId } from '@mocua/contract';
import { type DossierEvent, type StoredEvent, upcast } from '@mocua/engine/dossier';
import { Database } from '@mocua/server/kernel';
import { firstHash, hashOfEvent } from '../domain/chain';

/** A stream as other systems are told about it. */
export interface ToldDossier {
  readonly dossierId: DossierId;
  readonly events: readonly DossierEvent[];
  /** Hash after each event, hex; the first belongs to event 1. */
  readonly hashes: readonly string[];
  /** Whether every event is what was written and follows its predecessor. */
  readonly intact: boolean;
}

interface Row extends Record<string, unknown>, Omit<StoredEvent, 'occurredAt'> {
  readonly dossierId: DossierId;
  readonly occurredAt: Date;
  readonly prevHash: string;
  readonly hash: string;
}

/** Reads streams for those who pass facts on: nothing leaves that a chain does not vouch for. */
@Injectable()
export class ToldDossiers {
  constructor(private readonly database: Database) {}

  /** Streams by dossier, in one query. */
  async many(dossierIds: readonly string[]): Promise<ReadonlyMap<string, ToldDossier>> {
    const rows = await this.database.query<Row>(
      `SELECT dossier_id AS "dossierId", seq, type, schema_version AS "schemaVersion", occurred_at AS "occurredAt", actor, payload,
              encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
         FROM dossier.events WHERE dossier_id = ANY($1::uuid[]) ORDER BY dossier_id, seq`,
      [dossierIds],
      'told-dossiers',
    );
    const streams = new Map<string, Row[]>();
    for (const row of rows) {
      const stream = streams.get(row.dossierId);
      if (stream) stream.push(row);
      else streams.set(row.dossierId, [row]);
    }
    return new Map([...streams].map(([id, stream]) => [id, toldOf(id as DossierId, stream)]));
  }

  /** Ids of all dossiers page by page, in a fixed order. */
  async page(after: string | null, limit: number): Promise<DossierId[]> {
    const rows = await this.database.query<{ id: DossierId }>(
      `SELECT dossier_id AS id FROM dossier.dossiers WHERE $1::uuid IS NULL OR dossier_id > $1::uuid
        ORDER BY dossier_id LIMIT $2`,
      [after, limit],
    );
    return rows.map((row) => row.id);
  }
}

function toldOf(dossierId: DossierId, rows: readonly Row[]): ToldDossier {
  let previous = firstHash;
  let intact = true;
  const events = rows.map((row, index) => {
    const { prevHash, hash, ...rest } = row;
    const stored: StoredEvent = { ...rest, occurredAt: row.occurredAt.toISOString() };
    intact &&= row.seq === index + 1 && prevHash === previous && hashOfEvent(previous, stored) === hash;
    previous = hash;
    return stored;
  });
  return {
    dossierId,
    events: events.map((event) => upcast(event)),
    hashes: rows.map((row) => row.hash),
    intact,
  };
}
