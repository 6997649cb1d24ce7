import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { insertDossier } from '../../../libs/server/dossier/src/persistence/commit-statement';
import { prepareDrafts } from './bench-drafts';
import type { BenchWorld } from './bench-world';
import { percentile } from './settings';

const connections = 16;

/** Runs `count` operations over 16 lanes; operations a second, and each one's milliseconds. */
async function drive(
  count: number,
  operation: (n: number) => Promise<void>,
): Promise<{ perSecond: number; ms: number[] }> {
  const ms: number[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let n = next++; n < count; n = next++) {
        const at = performance.now();
        await operation(n);
        ms.push(performance.now() - at);
      }
    }),
  );
  return { perSecond: count / ((performance.now() - began) / 1000), ms };
}

/** Parameters of the commit of a real filing, to be repeated with new ids: the physical floor writes the same rows. */
async function rowsOfOneFiling({ parts: { database } }: BenchWorld): Promise<(draftId: string) => unknown[]> {
  const row = await database.one<{ params: unknown[]; ids: string[] }>(
    `SELECT jsonb_build_array(
        d.state::text,
        (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'schema_version', e.schema_version, 'occurred_at', e.occurred_at,
           'actor', e.actor, 'payload', e.payload, 'prev_hash', encode(e.prev_hash, 'hex'), 'hash', encode(e.hash, 'hex')))::text
           FROM dossier.events e WHERE e.dossier_id = d.dossier_id),
        (SELECT jsonb_agg(jsonb_build_object('value_id', v.value_id, 'subject_id', v.subject_id, 'kind', v.kind,
           'ciphertext', replace(encode(v.ciphertext, 'base64'), chr(10), ''), 'digest', encode(v.digest, 'hex')))::text
           FROM personal_data.sealed_values v WHERE v.value_id = (d.state->'answers'->>'valueId')::uuid),
        (SELECT jsonb_agg(jsonb_build_object('key', i.item_key, 'queue', i.queue, 'unitId', i.unit_id, 'role', i.role, 'nodeId', i.node_id,
           'sortAt', i.sort_at, 'overdueAt', i.overdue_at))::text FROM dossier.work_items i WHERE i.dossier_id = d.dossier_id),
        (SELECT jsonb_agg(jsonb_build_object('unitId', i.unit_id, 'queue', i.queue, 'role', i.role, 'overdueAt', i.overdue_at, 'delta', 1))::text
           FROM dossier.work_items i WHERE i.dossier_id = d.dossier_id),
        (SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'dueAt', t.due_at))::text FROM dossier.timers t WHERE t.dossier_id = d.dossier_id),
        (SELECT jsonb_agg(jsonb_build_object('destination', o.destination, 'lane', o.lane, 'payload', o.payload))::text
           FROM kernel.outbox o WHERE o.lane = d.dossier_id::text),
        (SELECT jsonb_agg(jsonb_build_object('scope', k.scope, 'key', k.key, 'body_hash', encode(k.body_hash, 'hex')))::text
           FROM kernel.idempotency_keys k WHERE k.response->>'dossierId' = d.dossier_id::text),
        encode(d.head_hash, 'hex'), d.updated_at) AS params,
      ARRAY[d.dossier_id::text, d.transaction_code, d.state->'answers'->>'valueId', d.draft_id::text,
        (SELECT k.key FROM kernel.idempotency_keys k WHERE k.response->>'dossierId' = d.dossier_id::text)] AS ids
     FROM dossier.dossiers d ORDER BY d.submitted_at DESC LIMIT 1`,
  );
  if (!row) throw new Error('nothing was filed');
  return (draftId) => {
    const fresh = [randomUUID(), `T-${randomUUID()}`, randomUUID(), draftId, randomUUID()];
    const renewed = row.params.map((param) =>
      typeof param === 'string'
        ? row.ids.reduce((text, id, at) => text.replaceAll(id, fresh[at] ?? ''), param)
        : param,
    );
    return [...renewed, draftId, 1, 1];
  };
}

/** Submission through HTTP, signed in, against the same rows by one prepared statement, in alternating rounds. */
export async function measureSubmit(
  world: BenchWorld,
  { rounds, perRound }: { rounds: number; perRound: number },
): Promise<void> {
  const submit = async (draftId: string): Promise<void> => {
    const answer = await world.call(
      'POST',
      `/citizen/drafts/${draftId}/submission`,
      world.citizen,
      { version: 1 },
      randomUUID(),
    );
    if (answer.status !== 200) throw new Error(answer.body);
  };
  const pool = new Pool({ connectionString: world.parts.config.databaseUrl, max: connections });
  const warm = await prepareDrafts(world, perRound);
  await drive(warm.length, (n) => submit(warm[n] ?? ''));
  const parametersFor = await rowsOfOneFiling(world);
  const floor = async (values: unknown[]): Promise<void> => {
    const { rows } = await pool.query<{ written: number }>({ name: 'floor', text: insertDossier, values });
    if (rows[0]?.written !== 1) throw new Error('the floor wrote nothing');
  };
  const ratios: number[] = [];
  const latencies: number[] = [];
  const cpuMs: number[] = [];
  const rates: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drafts = await prepareDrafts(world, perRound * 2);
    // The floor is the writing alone: its parameters are there before the clock starts.
    const values = drafts.slice(0, perRound).map((draftId) => parametersFor(draftId));
    const below = await drive(perRound, (n) => floor(values[n] ?? []));
    const cpuBefore = await world.apiCpuMs();
    const ours = await drive(perRound, (n) => submit(drafts[perRound + n] ?? ''));
    cpuMs.push(((await world.apiCpuMs()) - cpuBefore) / perRound);
    ratios.push(ours.perSecond / below.perSecond);
    latencies.push(...ours.ms);
    rates.push(`${ours.perSecond.toFixed(0)}/${below.perSecond.toFixed(0)}`);
  }
  await pool.end();
  const shown = (value: number): string => value.toFixed(2);
  console.log(
    `submit: ${shown(percentile(ratios, 0.5))} of the floor at ${connections} connections (median of ${rounds} rounds of ${perRound}; ` +
      `min ${shown(Math.min(...ratios))}, max ${shown(Math.max(...ratios))}; goal >= 0.40); rates per second ours/floor: ${rates.join(', ')}; ` +
      `processor time of the API ${shown(percentile(cpuMs, 0.5))} ms each (min ${shown(Math.min(...cpuMs))}); ` +
      `ours p50 ${percentile(latencies, 0.5).toFixed(1)} ms, p99 ${percentile(latencies, 0.99).toFixed(1)} ms`,
  );
}
