import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { nationalReportOf } from '@mocua/engine/dossier';
import { ToldDossiers } from '@mocua/server/dossier';
import { follow, listDeadLetters, OutboxRelay, replayDeadLetter, writeOutbox } from '@mocua/server/kernel';
import {
  CountDossiers,
  FeedProvince,
  LookAtReport,
  monthOf,
  type Prepared,
  PrepareReport,
  ReadReports,
  ReconcileReports,
  ReleaseReport,
  SendReports,
  type StoredReport,
} from '@mocua/server/reporting';
import { isDeep } from '@mocua/testing';
import { type FaultMode, faultModeNames } from '../src/faults/fault-modes';
import { fileLives } from './national/file-lives';
import { PortalWorld } from './national/portal-world';

interface Held {
  readonly reports: readonly {
    readonly month: string;
    readonly version: number;
    readonly digest: string;
    readonly lines: readonly Readonly<Record<string, unknown>>[];
  }[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const month = '2026-11';
const marker = 'DẤU CÁ NHÂN 0990001234';
let world: PortalWorld;
let next = 40_000;

beforeAll(async () => {
  world = await PortalWorld.start();
}, 120_000);
beforeEach(() => world.faultsOf('lgsp'));
afterAll(() => world.close());

async function live(count: number) {
  const filed = await fileLives(world, next, count);
  next += count;
  return filed.lives;
}

/** Until every event is counted: other tests hold the snapshot horizon for a moment. */
async function count(): Promise<void> {
  for (let round = 0; round < 800; round += 1) {
    await follow(world.db.database, world.get(CountDossiers));
    const row = await world.db.database.one<{ reached: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM dossier.events e LEFT JOIN kernel.follower_cursors c ON c.name = 'reporting'
         WHERE c.xid IS NULL OR (e.xid, e.position) > (c.xid, c.position)) AS reached`,
    );
    if (row?.reached) return;
    await pause(20);
  }
  throw new Error('the counters never arrived');
}

/** Rounds of both ways out until nothing is left that could go. */
async function drain(): Promise<void> {
  const relay = world.get(OutboxRelay);
  for (let round = 0; round < 600; round += 1) {
    const reports = await relay.deliverChunks(world.get(SendReports));
    const records = await relay.deliverChunks(world.get(FeedProvince));
    if (reports + records > 0) continue;
    const row = await world.db.database.one<{ left: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM kernel.outbox
         WHERE destination IN ('government-reports', 'province-store') AND state = 'pending') AS left`,
    );
    if (!row?.left) return;
    world.clock.advance({ seconds: 30 });
    await pause(20);
  }
  throw new Error('something never left');
}

async function held(): Promise<Held> {
  const answer = await fetch(`${world.sandbox.origin}/lgsp/baocao?format=json`);
  return (await answer.json()) as Held;
}

function reportOf(prepared: Prepared): StoredReport {
  if (!('report' in prepared)) throw new Error(prepared.outcome);
  return prepared.report;
}

async function prepare(reason: string | null = null): Promise<StoredReport> {
  return reportOf(await world.get(PrepareReport).execute(month, reason));
}

const numberIn = (report: StoredReport, indicator: string): number | undefined =>
  report.lines.find((line) => line.unit === null && line.indicator === indicator)?.numerator;

describe('what is reported', () => {
  it('is made when the month is over, out of nothing but the events', async () => {
    const lives = await live(25);
    await count();
    expect(await world.get(PrepareReport).execute(month)).toEqual({ outcome: 'not-over' });
    world.clock.set('2027-06-01T01:00:00.000Z');
    const report = await prepare();
    expect(report).toMatchObject({ version: 1, reason: null });
    const told = await world.get(ToldDossiers).many(lives.map(({ dossierId }) => dossierId));
    const truth = [...told.values()].map(({ events }) => nationalReportOf(events));
    const inMonth = (at: string | null | undefined) => at != null && monthOf(at) === month;
    expect(numberIn(report, 'received')).toBe(truth.filter((each) => inMonth(each?.receivedAt)).length);
    expect(numberIn(report, 'resolved')).toBe(truth.filter((each) => inMonth(each?.completedAt)).length);
    expect(numberIn(report, 'received')).toBeGreaterThan(0);
    expect(await world.get(PrepareReport).execute(month)).toMatchObject({ outcome: 'unchanged' });
  });

  it('goes only when an office answers for it, and is acknowledged with its own numbers', async () => {
    const release = world.get(ReleaseReport);
    await drain();
    expect((await held()).reports).toEqual([]);
    expect(await release.execute(month, 1, '  ')).toBe('nobody-answers');
    expect(await release.execute(month, 2, 'Văn phòng UBND tỉnh')).toBe('not-found');
    expect(await release.execute(month, 1, 'Văn phòng UBND tỉnh')).toBe('released');
    expect(await release.execute(month, 1, 'Văn phòng UBND tỉnh')).toBe('already');
    await drain();
    const report = await prepare();
    expect((await held()).reports).toMatchObject([{ month, version: 1, digest: report.digest }]);
    expect((await held()).records).toHaveLength(25);
    const page = await fetch(`${world.sandbox.origin}/lgsp/baocao`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain(`${month}, phiên bản 1`);
    expect(await world.get(ReconcileReports).execute()).toMatchObject({
      ...{ months: 1, reports: [], records: [], recordsWaiting: 0, unanswered: 0 },
    });
  });

  it('cannot be changed once it is kept', async () => {
    for (const statement of [
      `UPDATE reporting.reports SET lines = '[]'`,
      `DELETE FROM reporting.reports`,
      `UPDATE reporting.releases SET answerable = 'ai đó'`,
    ])
      await expect(world.db.database.query(statement)).rejects.toThrow('only added to');
  });

  it('is corrected by another version with a reason, which shows what is different', async () => {
    await live(3);
    await count();
    expect(await world.get(PrepareReport).execute(month)).toEqual({ outcome: 'no-reason' });
    const report = await prepare('Hồ sơ đồng bộ muộn');
    expect(report).toMatchObject({ version: 2, reason: 'Hồ sơ đồng bộ muộn' });
    const look = await world.get(LookAtReport).execute(month);
    expect(look?.differences.map(({ indicator }) => indicator)).toContain('received');
    expect((await world.get(LookAtReport).execute(month, 1))?.differences).toEqual([]);
    expect(await world.get(ReleaseReport).execute(month, 1, 'Văn phòng UBND tỉnh')).toBe('not-newest');
    const shown = await world.get(ReadReports).one(month, 2);
    const [before, after] = [await world.get(ReadReports).one(month, 1), shown].map(
      ({ indicators }) => indicators.find(({ code }) => code === 'received')?.total,
    );
    expect(shown.differences).toContainEqual({
      ...{ unit: null, unitName: null, procedure: null, indicator: 'received' },
      ...{ before, after },
    });
    expect(after?.numerator).toBeGreaterThan(before?.numerator ?? 0);
    expect(shown.standing).toMatchObject({ newest: true, delivery: 'kept', releasedBy: null });
  });

  it('has another version when one event arrives after the month was reported', async () => {
    const before = await prepare('Trước khi sự kiện đến');
    const { database } = world.db;
    // A dossier of the month of which nothing was heard after its reception; its end comes to us late.
    const [open] = await database.query<{ id: string; facts: { receivedAt: string } }>(
      `SELECT dossier_id AS id, facts FROM reporting.dossiers
        WHERE facts->>'endedAt' IS NULL AND facts->>'receivedAt' >= $1 AND facts->>'receivedAt' < $2 LIMIT 1`,
      [`${month}-01`, `${month}-30`],
    );
    if (!open) throw new Error('every dossier has ended');
    await database.query(
      `INSERT INTO dossier.events (dossier_id, seq, type, schema_version, occurred_at, actor, payload, prev_hash, hash)
       VALUES ($1, 901, 'dossier-withdrawn', 1, $2, '{"kind":"system","job":"test"}', '{"reason":null}', '', '')`,
      [open.id, open.facts.receivedAt],
    );
    await count();
    const after = await prepare('Người nộp rút hồ sơ, tin đến muộn');
    expect(after.version).toBe(before.version + 1);
    const { differences } = await world.get(ReadReports).one(month, after.version);
    const ofProvince = differences.filter(({ unit }) => unit === null);
    expect(ofProvince.map(({ indicator }) => indicator)).toEqual(
      expect.arrayContaining(['withdrawn', 'open']),
    );
  });
});

const shown: readonly FaultMode[] = [
  ...(['down', 'html', 'reset', 'reply-lost', 'poison', 'duplicate'] as const),
];

describe('the way out', () => {
  it.each(isDeep() ? faultModeNames : shown)(
    'loses nothing and doubles nothing while the other side has “%s”',
    async (mode) => {
      await drain();
      const before = (await held()).records.length;
      await live(2);
      await count();
      const report = await prepare(`Kiểm tra ${mode}`);
      await world.get(ReleaseReport).execute(month, report.version, 'Văn phòng UBND tỉnh');
      await world.faultsOf('lgsp', { mode, times: 2, delayMs: 50, only: { path: '/1.0/' } });
      await drain();
      await world.faultsOf('lgsp');
      const { reports, records } = await held();
      expect(reports.filter(({ version }) => version === report.version)).toMatchObject([
        { digest: report.digest },
      ]);
      expect(records).toHaveLength(before + 2);
      expect(await world.get(ReconcileReports).execute()).toMatchObject({
        ...{ reports: [], records: [], unanswered: 0 },
      });
    },
    60_000,
  );

  it('sets one record aside that is refused, and the others arrive', async () => {
    const { database } = world.db;
    const [row] = await database.query<{ id: string }>(
      `INSERT INTO reporting.dossiers (dossier_id, facts)
       SELECT gen_random_uuid(), jsonb_set(facts, '{procedure,code}', '"0.000000"') FROM reporting.dossiers LIMIT 1
       RETURNING dossier_id AS id`,
    );
    const refused = row?.id ?? '';
    await writeOutbox(database, [{ destination: 'province-store', lane: refused, payload: {} }]);
    const before = (await held()).records.length;
    await live(2);
    await count();
    await drain();
    expect((await held()).records).toHaveLength(before + 2);
    const dead = await listDeadLetters(database, 'province-store');
    expect(dead).toMatchObject([{ lane: refused, attempts: 5 }]);
    // Mended over here, it goes when it is told to.
    await database.query(
      `UPDATE reporting.dossiers SET facts = jsonb_set(facts, '{procedure,code}', '"2.000908"') WHERE dossier_id = $1`,
      [refused],
    );
    expect(await replayDeadLetter(database, dead[0]?.id ?? '', 'province-store')).toBe(true);
    await drain();
    expect((await held()).records).toHaveLength(before + 3);
    // It was never filed, so the store has one too many, and that is seen.
    const { records } = await world.get(ReconcileReports).execute();
    expect(records).toMatchObject([{ month }]);
    expect(records[0]?.theirs).toBe((records[0]?.ours ?? 0) + 1);
  });

  it('lets nothing out by which a person or a dossier could be found', async () => {
    const [life] = await live(1);
    await count();
    // Whatever else stood in an event, only what is counted is taken from it.
    await world.db.database.query(
      `INSERT INTO dossier.events (dossier_id, seq, type, schema_version, occurred_at, actor, payload, prev_hash, hash)
       VALUES ($1, 900, 'result-returned', 1, '2026-11-20T01:00:00Z', jsonb_build_object('kind', 'officer', 'name', $2::text),
               jsonb_build_object('method', 'counter', 'receiver', $2::text), '', '')`,
      [life?.dossierId, marker],
    );
    await count();
    await drain();
    const everything = JSON.stringify(await held());
    const facts = await world.db.database.query<{ all: string }>(
      `SELECT string_agg(facts::text, '') AS all FROM reporting.dossiers`,
    );
    const told = await world.get(ToldDossiers).many([life?.dossierId ?? '']);
    const events = [...told.values()].flatMap((each) => each.events);
    const first = events[0];
    if (first?.type !== 'dossier-submitted') throw new Error('no submission');
    const { transactionCode, people, answers, externalCodes } = first.payload;
    const personal = [
      ...[marker, first.dossierId, transactionCode, people.owner, people.submitter, answers.valueId],
      ...externalCodes,
      ...events.flatMap((event) => (event.type === 'dossier-received' ? [event.payload.code] : [])),
    ];
    for (const text of personal) {
      expect(everything).not.toContain(text);
      expect(facts[0]?.all).not.toContain(text);
    }
  });

  it('says when the other side does not answer, and when our numbers were touched', async () => {
    await world.faultsOf('lgsp', { mode: 'down', times: null });
    expect(await world.get(ReconcileReports).execute()).toMatchObject({ unanswered: 2 });
    await world.faultsOf('lgsp');
    await world.db.database.query(
      `UPDATE reporting.counters SET total = total + 1 WHERE measure = 'received' AND month = $1`,
      [month],
    );
    expect(await world.get(PrepareReport).execute(month)).toEqual({ outcome: 'no-reason' });
  });
});
