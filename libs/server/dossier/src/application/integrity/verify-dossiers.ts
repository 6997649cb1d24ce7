import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { type DossierState, replay, type StoredEvent, upcast } from '@mocua/engine/dossier';
import { ReceiptSigner } from '@mocua/server/document';
import { Config, Database, type SqlExecutor } from '@mocua/server/kernel';
import { Readings, SubjectVault } from '@mocua/server/personal-data';
import { firstHash, hashOfEvent } from '../../domain/chain';
import { type CheckpointContent, CheckpointFiles } from './checkpoint-files';

/** One thing that is not as it was written. `seq` names the first bad event where there is one. */
export interface IntegrityFault {
  readonly kind:
    | 'event-missing'
    | 'event-changed'
    | 'chain-broken'
    | 'state-differs'
    | 'head-differs'
    | 'value-changed'
    | 'dossier-missing'
    | 'tail-missing'
    | 'rewritten'
    | 'checkpoint-invalid'
    | 'checkpoint-missing'
    | 'readings-broken'
    | 'readings-tail-missing';
  readonly dossierId: string | null;
  readonly seq: number | null;
  readonly detail: string;
}

export interface IntegrityReport {
  readonly dossiers: number;
  readonly events: number;
  readonly checkpoints: number;
  readonly readings: number;
  readonly faults: readonly IntegrityFault[];
}

interface ChainRow extends Record<string, unknown> {
  readonly dossierId: string;
  readonly seq: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Date;
  readonly actor: unknown;
  readonly payload: unknown;
  readonly prevHash: string;
  readonly hash: string;
}

const page = 200;

/** Replays every dossier and checks every chain, from the first event and against the sealed checkpoints. */
@Injectable()
export class VerifyDossiers {
  private readonly files: CheckpointFiles;

  constructor(
    private readonly database: Database,
    private readonly vault: SubjectVault,
    private readonly readings: Readings,
    private readonly signer: ReceiptSigner,
    config: Config,
  ) {
    this.files = new CheckpointFiles(join(config.dataDir, 'checkpoints'));
  }

  async execute(): Promise<IntegrityReport> {
    const faults: IntegrityFault[] = [];
    let dossiers = 0;
    let events = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await this.database.query<{ id: string }>(
        `SELECT dossier_id AS id FROM dossier.dossiers WHERE dossier_id > $1
         UNION SELECT dossier_id FROM dossier.events WHERE dossier_id > $1 ORDER BY 1 LIMIT $2`,
        [after, page],
      );
      const last = ids.at(-1);
      if (!last) break;
      after = last.id;
      const checked = await this.checkPage(ids.map((row) => row.id));
      dossiers += ids.length;
      events += checked.events;
      faults.push(...checked.faults);
    }
    const sealed = await this.checkCheckpoints();
    const read = await this.readings.verify();
    const broken = read.faults.map((fault) => ({
      kind: 'readings-broken' as const,
      dossierId: null,
      seq: fault.seq,
      detail: `stream ${fault.streamId}: ${fault.fault}`,
    }));
    return {
      dossiers,
      events,
      checkpoints: sealed.checkpoints,
      readings: read.readings,
      faults: [...faults, ...sealed.faults, ...broken],
    };
  }

  private async checkPage(ids: readonly string[]): Promise<{ events: number; faults: IntegrityFault[] }> {
    const { rows, stored } = await this.database.transaction((tx) => readPage(tx, ids));
    const faults: IntegrityFault[] = [];
    const digests = new Map<string, string>();
    for (const id of ids) {
      const chain = rows.filter((row) => row.dossierId === id);
      const fault = checkDossier(
        id,
        chain,
        stored.find((row) => row.id === id),
      );
      if (fault) faults.push(fault);
      for (const row of chain) collectDigests(row.payload, digests);
    }
    for (const valueId of await this.vault.findChanged(digests)) {
      const row = rows.find((each) => JSON.stringify(each.payload).includes(valueId));
      faults.push({
        kind: 'value-changed',
        dossierId: row?.dossierId ?? null,
        seq: row?.seq ?? null,
        detail: `sealed value ${valueId}`,
      });
    }
    return { events: rows.length, faults };
  }

  private async checkCheckpoints(): Promise<{ checkpoints: number; faults: IntegrityFault[] }> {
    const faults: IntegrityFault[] = [];
    const fault = (
      kind: IntegrityFault['kind'],
      detail: string,
      dossierId: string | null = null,
      seq: number | null = null,
    ): void => {
      faults.push({ kind, dossierId, seq, detail });
    };
    const { signed, known } = await this.database.transaction(async (tx) => {
      // Nobody seals meanwhile: a file that has not got its row yet would look forged.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('mocua-checkpoint'))`);
      return {
        signed: await this.files.read(),
        known: await tx.query<{ seq: string; hash: string }>(
          `SELECT checkpoint_seq::text AS seq, encode(hash, 'hex') AS hash FROM dossier.checkpoints ORDER BY checkpoint_seq`,
        ),
      };
    });
    let previous: string | null = null;
    const heads = new Map<string, readonly [number, string]>();
    const streams = new Map<string, readonly [number, string]>();
    for (const [index, each] of signed.entries()) {
      const content = JSON.parse(each.canonical) as CheckpointContent;
      if (!this.signer.verify(each))
        fault('checkpoint-invalid', `checkpoint ${content.seq} has no valid signature`);
      if (content.seq !== index + 1 || content.previous !== previous)
        fault('checkpoint-invalid', `checkpoint ${content.seq} does not follow`);
      if (!known.some((row) => Number(row.seq) === content.seq && row.hash === each.sha256)) {
        fault('checkpoint-missing', `checkpoint ${content.seq} is not the one the database knows`);
      }
      for (const [id, seq, hash] of content.dossiers) heads.set(id, [seq, hash]);
      for (const [id, seq, hash] of content.readings) streams.set(id, [seq, hash]);
      previous = each.sha256;
    }
    if (known.length > signed.length)
      fault('checkpoint-missing', `${known.length - signed.length} checkpoint files are missing`);
    await this.compareHeads(heads, fault);
    await this.compareReadings(streams, fault);
    return { checkpoints: signed.length, faults };
  }

  private async compareHeads(
    heads: ReadonlyMap<string, readonly [number, string]>,
    fault: (kind: IntegrityFault['kind'], detail: string, dossierId: string, seq: number) => void,
  ): Promise<void> {
    const rows = await this.database.query<{ id: string; seq: number; hash: string }>(
      `SELECT e.dossier_id AS id, e.seq, encode(e.hash, 'hex') AS hash
         FROM dossier.events e JOIN jsonb_each_text($1::jsonb) AS head(id, seq) ON e.dossier_id = head.id::uuid AND e.seq = head.seq::integer`,
      [JSON.stringify(Object.fromEntries([...heads].map(([id, [seq]]) => [id, seq])))],
    );
    const present = new Map(rows.map((row) => [row.id, row.hash]));
    const missing = [...heads.keys()].filter((id) => !present.has(id));
    const remaining = await this.database.query<{ id: string; last: number }>(
      `SELECT dossier_id AS id, max(seq) AS last FROM dossier.events WHERE dossier_id = ANY($1::uuid[]) GROUP BY 1`,
      [missing],
    );
    for (const [id, [seq, hash]] of heads) {
      const stored = present.get(id);
      if (stored === hash) continue;
      const last = remaining.find((row) => row.id === id)?.last;
      if (stored !== undefined) fault('rewritten', 'the sealed head has another hash', id, seq);
      else if (last === undefined) fault('dossier-missing', 'a sealed dossier is gone', id, 1);
      else fault('tail-missing', `events after ${last} are gone`, id, last + 1);
    }
  }

  private async compareReadings(
    streams: ReadonlyMap<string, readonly [number, string]>,
    fault: (kind: IntegrityFault['kind'], detail: string, dossierId: null, seq: number) => void,
  ): Promise<void> {
    const heads = new Map((await this.readings.heads()).map((head) => [head.streamId, head]));
    for (const [id, [seq, hash]] of streams) {
      const head = heads.get(id);
      if (!head || head.seq < seq || (head.seq === seq && head.hash !== hash)) {
        fault('readings-tail-missing', `stream ${id} is shorter than it was sealed`, null, seq);
      }
    }
  }
}

interface StoredDossier extends Record<string, unknown> {
  readonly id: string;
  readonly state: DossierState;
  readonly head: string;
}

/** Streams and states of one moment: between two statements of a running office they would not fit together. */
async function readPage(
  tx: SqlExecutor,
  ids: readonly string[],
): Promise<{ rows: ChainRow[]; stored: StoredDossier[] }> {
  await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  const rows = await tx.query<ChainRow>(
    `SELECT dossier_id AS "dossierId", seq, type, schema_version AS "schemaVersion", occurred_at AS "occurredAt", actor, payload,
            encode(prev_hash, 'hex') AS "prevHash", encode(hash, 'hex') AS hash
       FROM dossier.events WHERE dossier_id = ANY($1::uuid[]) ORDER BY dossier_id, seq`,
    [ids],
  );
  const stored = await tx.query<StoredDossier>(
    `SELECT dossier_id AS id, state, encode(head_hash, 'hex') AS head FROM dossier.dossiers WHERE dossier_id = ANY($1::uuid[])`,
    [ids],
  );
  return { rows, stored };
}

/** First fault of one dossier: its chain, then its state. */
function checkDossier(
  id: string,
  chain: readonly ChainRow[],
  stored: { readonly state: DossierState; readonly head: string } | undefined,
): IntegrityFault | null {
  const fault = (kind: IntegrityFault['kind'], seq: number | null, detail: string): IntegrityFault => ({
    kind,
    dossierId: id,
    seq,
    detail,
  });
  let prevHash = firstHash;
  const events: StoredEvent[] = [];
  for (const [index, row] of chain.entries()) {
    if (row.seq !== index + 1) return fault('event-missing', index + 1, `event ${index + 1} is missing`);
    const event = { ...row, occurredAt: row.occurredAt.toISOString() };
    if (row.prevHash !== prevHash)
      return fault('chain-broken', row.seq, `event ${row.seq} does not follow its predecessor`);
    if (hashOfEvent(prevHash, event) !== row.hash)
      return fault('event-changed', row.seq, `event ${row.seq} is not what was written`);
    prevHash = row.hash;
    events.push(event);
  }
  if (!stored) return fault('dossier-missing', null, 'events without their dossier');
  if (stored.head !== prevHash)
    return fault('head-differs', stored.state.version, 'the stored head is not the end of the chain');
  const state = replay(events.map((event) => upcast(event)));
  if (canonicalize(state) !== canonicalize(stored.state))
    return fault('state-differs', stored.state.version, 'the stored state is not the fold of the events');
  return null;
}

/** Every `{valueId, digest}` anywhere in a payload. */
function collectDigests(value: unknown, found: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { valueId, digest } = value as { valueId?: unknown; digest?: unknown };
  if (typeof valueId === 'string' && typeof digest === 'string') found.set(valueId, digest);
  for (const part of Object.values(value)) collectDigests(part, found);
}
