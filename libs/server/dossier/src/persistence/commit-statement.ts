import type { DossierState } from '@mocua/engine/dossier';
import { type IdempotencyRequest, outboxJson, type OutboxMessage } from '@mocua/server/kernel';
import { type SealedValue, sealedValuesInsert, sealedValuesParameter } from '@mocua/server/personal-data';
import type { ChainedEvent } from '../domain/chain';
import type { TimerKind, Timer } from '../domain/timers';
import type { WorkItemChange } from '../domain/work-items';

/** Everything one command writes. */
export interface DossierWrite {
  readonly state: DossierState;
  readonly events: readonly ChainedEvent[];
  readonly sealed: readonly SealedValue[];
  readonly work: WorkItemChange;
  readonly timers: { readonly removed: readonly TimerKind[]; readonly written: readonly Timer[] };
  readonly outbox: readonly OutboxMessage[];
  readonly idempotency: IdempotencyRequest | null;
  readonly draft: {
    readonly draftId: string;
    readonly version: number;
    readonly filesVersion: number;
  } | null;
  readonly writtenAt: string;
}

const inserts = `
, appended AS (
  INSERT INTO dossier.events (dossier_id, seq, type, schema_version, occurred_at, actor, payload, prev_hash, hash)
  SELECT w.dossier_id, e.seq, e.type, e.schema_version, e.occurred_at, e.actor, e.payload, decode(e.prev_hash, 'hex'), decode(e.hash, 'hex')
    FROM written w, jsonb_to_recordset($2::jsonb) AS e(seq integer, type text, schema_version smallint, occurred_at timestamptz,
         actor jsonb, payload jsonb, prev_hash text, hash text)
), sealed AS (
  ${sealedValuesInsert('$3', '$10')} WHERE EXISTS (SELECT 1 FROM written)
), items AS (
  INSERT INTO dossier.work_items (dossier_id, item_key, queue, unit_id, role, node_id, sort_at, overdue_at)
  SELECT w.dossier_id, i.key, i.queue, i."unitId", i.role, i."nodeId", i."sortAt", i."overdueAt"
    FROM written w, jsonb_to_recordset($4::jsonb) AS i(key text, queue text, "unitId" uuid, role text, "nodeId" text,
         "sortAt" timestamptz, "overdueAt" timestamptz)
  ON CONFLICT (dossier_id, item_key) DO UPDATE
     SET queue = excluded.queue, unit_id = excluded.unit_id, role = excluded.role, node_id = excluded.node_id,
         sort_at = excluded.sort_at, overdue_at = excluded.overdue_at
), deltas AS (
  INSERT INTO dossier.counter_deltas (unit_id, queue, role, overdue_at, delta)
  SELECT d."unitId", d.queue, d.role, d."overdueAt", d.delta
    FROM written w, jsonb_to_recordset($5::jsonb) AS d("unitId" uuid, queue text, role text, "overdueAt" timestamptz, delta integer)
), timers AS (
  INSERT INTO dossier.timers (dossier_id, kind, due_at)
  SELECT w.dossier_id, t.kind, t."dueAt" FROM written w, jsonb_to_recordset($6::jsonb) AS t(kind text, "dueAt" timestamptz)
  ON CONFLICT (dossier_id, kind) DO UPDATE SET due_at = excluded.due_at
), effects AS (
  INSERT INTO kernel.outbox (destination, lane, payload, not_before)
  SELECT o.destination, o.lane, o.payload, o.not_before
    FROM written w, jsonb_to_recordset($7::jsonb) AS o(destination text, lane text, payload jsonb, not_before timestamptz)
), remembered AS (
  INSERT INTO kernel.idempotency_keys (scope, key, body_hash, response, created_at)
  SELECT k.scope, k.key, decode(k.body_hash, 'hex'), jsonb_build_object('dossierId', w.dossier_id), $10
    FROM written w, jsonb_to_recordset($8::jsonb) AS k(scope text, key text, body_hash text)
)`;

/**
 * First event of a stream. Loses by a unique violation of the external code or of the key; writes nothing when the draft
 * was saved or filed since it was read, so that no saved answer stays behind. The row lock makes that certain: whoever
 * saves or files the same draft waits, and sees it.
 */
export const insertDossier = `
WITH draft_as_read AS (
  SELECT draft_id FROM dossier.drafts
   WHERE draft_id = $11::uuid AND version = $12::integer AND files_version = $13::integer
     AND submitted_dossier_id IS NULL FOR UPDATE
), written AS (
  INSERT INTO dossier.dossiers (dossier_id, version, state, head_hash, draft_id, transaction_code, code, source_system, external_code,
    procedure_code, processing, owner_party, submitter_party, receiving_unit, competent_unit, submitted_at, updated_at)
  SELECT ($1::jsonb->>'dossierId')::uuid, ($1::jsonb->>'version')::integer, $1::jsonb, decode($9, 'hex'), $11::uuid,
    $1::jsonb->>'transactionCode', $1::jsonb->>'code', $1::jsonb->>'sourceSystem', $1::jsonb->'externalCodes'->>0,
    $1::jsonb->'procedure'->>'code', $1::jsonb->>'processing', ($1::jsonb->'people'->>'owner')::uuid,
    ($1::jsonb->'people'->>'submitter')::uuid, ($1::jsonb->'units'->>'receiving')::uuid,
    ($1::jsonb->'units'->>'competent')::uuid, ($1::jsonb->>'submittedAt')::timestamptz, $10
   WHERE $11::uuid IS NULL OR EXISTS (SELECT 1 FROM draft_as_read)
  RETURNING dossier_id
)${inserts}, draft AS (
  UPDATE dossier.drafts d SET submitted_dossier_id = w.dossier_id FROM written w WHERE d.draft_id = $11::uuid
)
SELECT count(*)::integer AS written FROM written`;

/** Later events: nothing at all is written when the version is not the expected one. */
export const updateDossier = `
WITH written AS (
  UPDATE dossier.dossiers
     SET version = ($1::jsonb->>'version')::integer, state = $1::jsonb, head_hash = decode($9, 'hex'), code = $1::jsonb->>'code',
         processing = $1::jsonb->>'processing', competent_unit = ($1::jsonb->'units'->>'competent')::uuid, updated_at = $10
   WHERE dossier_id = ($1::jsonb->>'dossierId')::uuid AND version = $11::integer
  RETURNING dossier_id
)${inserts}, removed_items AS (
  DELETE FROM dossier.work_items i USING written w WHERE i.dossier_id = w.dossier_id AND i.item_key = ANY($12::text[])
), removed_timers AS (
  DELETE FROM dossier.timers t USING written w WHERE t.dossier_id = w.dossier_id AND t.kind = ANY($13::text[])
)
SELECT count(*)::integer AS written FROM written`;

function common(write: DossierWrite): unknown[] {
  const head = write.events.at(-1);
  if (!head) throw new Error('a commit without events');
  const { idempotency } = write;
  return [
    JSON.stringify(write.state),
    JSON.stringify(
      write.events.map(({ event, prevHash, hash }) => ({
        seq: event.seq,
        type: event.type,
        schema_version: event.schemaVersion,
        occurred_at: event.occurredAt,
        actor: event.actor,
        payload: event.payload,
        prev_hash: prevHash,
        hash,
      })),
    ),
    sealedValuesParameter(write.sealed),
    JSON.stringify(write.work.written),
    JSON.stringify(write.work.deltas),
    JSON.stringify(write.timers.written),
    outboxJson(write.outbox),
    JSON.stringify(
      idempotency
        ? [
            {
              scope: idempotency.scope,
              key: idempotency.key,
              body_hash: idempotency.bodyHash.toString('hex'),
            },
          ]
        : [],
    ),
    head.hash,
    write.writtenAt,
  ];
}

export function insertParameters(write: DossierWrite): unknown[] {
  const { draft } = write;
  return [...common(write), draft?.draftId ?? null, draft?.version ?? null, draft?.filesVersion ?? null];
}

export function updateParameters(write: DossierWrite, expectedVersion: number): unknown[] {
  return [...common(write), expectedVersion, write.work.removed, write.timers.removed];
}
