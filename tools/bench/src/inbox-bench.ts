import { demoUnitId } from '@mocua/server/identity';
import type { BenchWorld } from './bench-world';
import { percentile } from './settings';

/** Copies of a filed dossier until there are `total`; one unit in seven gets them, skewed in time. */
async function growTo({ parts: { database } }: BenchWorld, total: number): Promise<void> {
  const present = await database.one<{ n: string }>('SELECT count(*) AS n FROM dossier.dossiers');
  const missing = total - Number(present?.n ?? 0);
  const unit = demoUnitId('dong-sen-centre');
  const step = 50_000;
  for (let done = 0; done < missing; done += step) {
    await database.query(
      `WITH model AS (SELECT * FROM dossier.dossiers ORDER BY submitted_at LIMIT 1),
       copies AS (
         SELECT gen_random_uuid() AS id, n, CASE WHEN n % 7 = 0 THEN $1::uuid ELSE md5((n % 200)::text)::uuid END AS unit,
                now() + make_interval(secs => (n % 100000) * 20) AS sort_at
           FROM generate_series($2::integer, $3::integer) AS n
       ), written AS (
         INSERT INTO dossier.dossiers (dossier_id, version, state, head_hash, transaction_code, source_system, procedure_code, processing,
           owner_party, submitter_party, receiving_unit, competent_unit, submitted_at, updated_at)
         SELECT c.id, 1, m.state || jsonb_build_object('dossierId', c.id), m.head_hash, 'B' || c.n || c.id, 'bench', m.procedure_code,
                'submitted', m.owner_party, m.submitter_party, c.unit, m.competent_unit, c.sort_at, c.sort_at
           FROM copies c, model m
       )
       INSERT INTO dossier.work_items (dossier_id, item_key, queue, unit_id, role, sort_at, overdue_at)
       SELECT id, 'reception', 'reception', unit, 'one-stop-officer', sort_at, sort_at FROM copies`,
      [unit, done, Math.min(done + step, missing) - 1],
    );
  }
  await database.query('ANALYZE dossier.dossiers');
  await database.query('ANALYZE dossier.work_items');
}

/** Walks pages of the reception list by their cursors, beginning again at the end. */
async function walk({ call, officer }: BenchWorld, requests: number): Promise<number[]> {
  const ms: number[] = [];
  let after: string | null = null;
  for (let n = 0; n < requests; n += 1) {
    const answer = await call(
      'GET',
      `/officer/inbox?queue=reception&limit=20${after === null ? '' : `&after=${after}`}`,
      officer,
    );
    if (answer.status !== 200) throw new Error(answer.body);
    ms.push(answer.ms);
    after = (JSON.parse(answer.body) as { next: string | null }).next;
  }
  return ms;
}

/** One page of a work-list at few and at many dossiers, through HTTP, signed in as an officer. */
export async function measureInbox(
  world: BenchWorld,
  { few, many, requests }: { few: number; many: number; requests: number },
): Promise<void> {
  const measure = async (total: number): Promise<number[]> => {
    await growTo(world, total);
    await walk(world, Math.min(200, requests));
    return walk(world, requests);
  };
  const small = await measure(few);
  const large = await measure(many);
  const [a, b] = [percentile(small, 0.99), percentile(large, 0.99)];
  console.log(
    `inbox: p99 at ${many} dossiers is ${(b / a).toFixed(2)} of p99 at ${few} (${b.toFixed(1)} ms / ${a.toFixed(1)} ms; p50 ` +
      `${percentile(large, 0.5).toFixed(1)} / ${percentile(small, 0.5).toFixed(1)} ms; ${requests} pages each; goal <= 1.3)`,
  );
}
