import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import { Pool } from 'pg';
import { buildSearchIndex, search, type SearchDocument, serialiseSearchIndex } from '@mocua/engine/search';
import { foldVietnamese } from '@mocua/engine/vietnamese';
import { seededRandom, withOneSlip, withoutTones } from '../../../libs/engine/search/test/derived-queries';
import { type GeneratedQuery, generateProcedures, generateQueries } from './generated-procedures';
import { percentile } from './settings';

/** Something that finds procedures: codes, best first. */
interface Engine {
  readonly name: string;
  find(text: string): readonly string[] | Promise<readonly string[]>;
}

interface Measured {
  readonly ms: number[];
  /** Processor time of this thread for all queries; other programs on the machine do not change it. */
  cpuMs: number;
  firstThree: number;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const nothing = (): Measured => ({ ms: [], cpuMs: 0, firstThree: 0 });

const wanted = 20;

/** Our index, an index library with errors allowed, and PostgreSQL, over the same procedures and queries in the same run. */
export async function measureSearch(
  databaseUrl: string,
  { procedures, queries, rounds }: { procedures: number; queries: number; rounds: number },
): Promise<void> {
  const documents = generateProcedures(procedures);
  const began = performance.now();
  const index = buildSearchIndex(documents);
  const built = performance.now() - began;
  const kilobytes = Math.round(serialiseSearchIndex(index).length / 1000);
  console.log(
    `search: ${documents.length} generated procedures, ${index.vocabulary.words.length} words; our index built in ` +
      `${built.toFixed(0)} ms, ${kilobytes} kB as text; MiniSearch: fuzzy 0.2, prefix, name × 4; PostgreSQL: folded text, ` +
      `tsvector 'simple' any word by ts_rank_cd, and pg_trgm nearest names by GiST`,
  );
  const pool = new Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await fillPostgres(pool, documents);
    const engines: readonly Engine[] = [
      { name: 'ours', find: (text) => search(index, text, { limit: wanted }).hits.map(({ code }) => code) },
      miniSearch(documents),
      fullText(pool),
      trigrams(pool),
    ];
    const random = seededRandom(11);
    const asked = generateQueries(documents, queries);
    const plain = asked.map(({ text, code }) => ({ code, text: withoutTones(text) }));
    await compare('tones removed', engines, plain, rounds);
    const slipped = plain.map(({ text, code }) => ({ code, text: withOneSlip(text, random) }));
    await compare('tones removed, one typing error', engines, slipped, rounds);
  } finally {
    await pool.query('DROP TABLE IF EXISTS bench_procedures');
    await pool.end();
  }
}

async function compare(
  name: string,
  engines: readonly Engine[],
  queries: readonly GeneratedQuery[],
  rounds: number,
): Promise<void> {
  for (const engine of engines) await measure(engine, queries, nothing());
  // The compiler of the engine takes note of calls, not of seconds: what is fast has seen too few by now.
  for (let again = 0; again < 5; again += 1)
    for (const engine of engines.slice(0, 1)) await measure(engine, queries, nothing());
  const runs = engines.map((engine) => ({
    engine,
    total: nothing(),
    slowest: [] as number[],
    least: queries.map(() => Number.POSITIVE_INFINITY),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { engine, total, slowest, least } of runs) {
      const measured = nothing();
      collectGarbage(); // nobody pays for what another left behind
      // The first queries after that grow the heap again and compile again what was thrown away; a server meets that once.
      await measure(engine, queries, nothing());
      await measure(engine, queries, measured);
      slowest.push(percentile(measured.ms, 0.99));
      total.ms.push(...measured.ms);
      for (const [at, ms] of measured.ms.entries()) least[at] = Math.min(least[at] ?? ms, ms);
      total.cpuMs += measured.cpuMs;
      total.firstThree += measured.firstThree;
    }
  }
  const [ours] = runs;
  for (const run of runs) console.log(`search, ${name}: ${described(run)}${ours ? against(run, ours) : ''}`);
}

interface Run {
  readonly engine: Engine;
  readonly total: Measured;
  /** 99th percentile of each round. */
  readonly slowest: readonly number[];
  /** Of each query its quickest round: what it costs when nothing else takes the processor away. */
  readonly least: readonly number[];
}

function described({ engine, total: { ms, firstThree }, least }: Run): string {
  return (
    `${engine.name} p50 ${percentile(ms, 0.5).toFixed(2)} ms, p99 ${percentile(ms, 0.99).toFixed(2)} ms ` +
    `(${percentile(least, 0.99).toFixed(2)} ms by the quickest round of each query), first three ` +
    (firstThree / ms.length).toFixed(3)
  );
}

/** How many times slower than ours; processor time only for what runs in this thread. */
function against(run: Run, ours: Run): string {
  const cpu = run.total.cpuMs / run.total.ms.length;
  if (run === ours) {
    return `, ${cpu.toFixed(2)} ms of processor time each (${ours.total.ms.length} queries; goal p99 <= 5 ms)`;
  }
  const ratios = run.slowest.map((slow, round) => slow / (ours.slowest[round] ?? Number.NaN));
  const inThread = run.engine.name === 'MiniSearch';
  return (
    `; its p99 is ${percentile(ratios, 0.5).toFixed(1)} times ours (median of ${ratios.length} rounds, ` +
    `min ${Math.min(...ratios).toFixed(1)}, max ${Math.max(...ratios).toFixed(1)}${inThread ? '; goal >= 20' : ''}), ` +
    `${(percentile(run.least, 0.99) / percentile(ours.least, 0.99)).toFixed(1)} times by quickest rounds` +
    (inThread ? `, its processor time ${(run.total.cpuMs / ours.total.cpuMs).toFixed(1)} times ours` : '')
  );
}

async function measure(engine: Engine, queries: readonly GeneratedQuery[], into: Measured): Promise<void> {
  const cpu = process.threadCpuUsage();
  for (const { text, code } of queries) {
    const began = performance.now();
    const answer = engine.find(text);
    // Waiting for what is there already would count the queue of the event loop.
    const found = answer instanceof Promise ? await answer : answer;
    into.ms.push(performance.now() - began);
    if (found.slice(0, 3).includes(code)) into.firstThree += 1;
  }
  const { user, system } = process.threadCpuUsage(cpu);
  into.cpuMs += (user + system) / 1000;
}

const contextOf = ({ context = [] }: SearchDocument): string => context.join(' ');

function miniSearch(documents: readonly SearchDocument[]): Engine {
  const index = new MiniSearch<{ code: string; name: string; context: string }>({
    idField: 'code',
    fields: ['name', 'context'],
    processTerm: (term) => foldVietnamese(term) || null,
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { name: 4 } },
  });
  index.addAll(documents.map((document) => ({ ...document, context: contextOf(document) })));
  return {
    name: 'MiniSearch',
    find: (text) =>
      index
        .search(text)
        .slice(0, wanted)
        .map(({ id }) => String(id)),
  };
}

async function fillPostgres(pool: Pool, documents: readonly SearchDocument[]): Promise<void> {
  await pool.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await pool.query(
    `CREATE TABLE bench_procedures (code text PRIMARY KEY, name text NOT NULL, words tsvector NOT NULL)`,
  );
  await pool.query(
    `INSERT INTO bench_procedures
     SELECT code, name, setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', context), 'D')
       FROM unnest($1::text[], $2::text[], $3::text[]) AS given (code, name, context)`,
    [
      documents.map(({ code }) => code),
      documents.map(({ name }) => foldVietnamese(name)),
      documents.map((document) => foldVietnamese(contextOf(document))),
    ],
  );
  await pool.query('CREATE INDEX ON bench_procedures USING gin (words)');
  await pool.query('CREATE INDEX ON bench_procedures USING gist (name gist_trgm_ops)');
  await pool.query('VACUUM ANALYZE bench_procedures');
}

function fullText(pool: Pool): Engine {
  return {
    name: 'PostgreSQL full text',
    find: async (text) => {
      const { rows } = await pool.query<{ code: string }>({
        name: 'bench-full-text',
        text: `SELECT code FROM bench_procedures, to_tsquery('simple', $1) AS asked
                WHERE words @@ asked ORDER BY ts_rank_cd(words, asked) DESC, code LIMIT ${wanted}`,
        values: [foldVietnamese(text).split(' ').join(' | ')],
      });
      return rows.map(({ code }) => code);
    },
  };
}

function trigrams(pool: Pool): Engine {
  return {
    name: 'PostgreSQL pg_trgm',
    find: async (text) => {
      const { rows } = await pool.query<{ code: string }>({
        name: 'bench-trigrams',
        text: `SELECT code FROM bench_procedures ORDER BY name <-> $1 LIMIT ${wanted}`,
        values: [foldVietnamese(text)],
      });
      return rows.map(({ code }) => code);
    },
  };
}
