import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { AccessScope } from '../src/application/access-scope';
import { CutReadings } from '../src/application/cut-readings';
import { ReadingStreams } from '../src/application/reading-streams';
import { Readings } from '../src/application/readings';
import { sealOf, type SealedCut } from '../src/domain/reading-cut';
import { keptUntil, type ReadingRetention, retentionOn } from '../src/domain/reading-retention';
import { CutRows } from '../src/persistence/cut-rows';

const key = createSecretKey(Buffer.alloc(32, 7));
const tenYears: ReadingRetention = {
  version: 1,
  effectiveFrom: '2026-01-01',
  months: 120,
  source: 'thử',
  verified: false,
};
const officer = { kind: 'officer', id: newId(), label: 'Sở Tư pháp, chuyên viên' } as const;
const subject = newId();

let db: TestDatabase;
let clock: MovingClock;

beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  clock = new MovingClock('2026-11-23T02:00:00.000Z');
  await db.database.query(
    `TRUNCATE personal_data.readings, personal_data.reading_cuts, personal_data.rights_steps,
       personal_data.rights_requests, personal_data.breaches`,
  );
});

const streams = () => new ReadingStreams(db.database, key, [tenYears]);
const cutting = (rule = tenYears, by = key) => new CutReadings(db.database, by, clock, [rule]).execute();

/** A process that writes readings, one a day from today on. */
function aProcess() {
  const scope = new AccessScope();
  const readings = new Readings(db.database, scope, clock, streams());
  return async (days: number, person = subject) => {
    for (let day = 0; day < days; day += 1) {
      clock.advance({ days: 1 });
      await scope.run({ reader: officer, purpose: 'dossier-processing' }, () =>
        readings.note([person], 'answers'),
      );
    }
  };
}

async function left(): Promise<number[]> {
  const rows = await db.database.query<{ seq: number }>(
    'SELECT seq::integer AS seq FROM personal_data.readings ORDER BY stream_id, seq',
  );
  return rows.map((row) => row.seq);
}

describe('old readings', () => {
  it('stay while the rule says so, and go from the beginning when it does not, leaving a mark that verifies', async () => {
    const write = aProcess();
    await write(5);
    expect(await cutting()).toMatchObject({ readings: 0, streams: 0 });
    clock.set('2036-11-26T02:00:00.000Z');
    expect(await cutting()).toEqual({ readings: 2, streams: 1, broken: [], heldByBreach: false });
    expect(await left()).toEqual([3, 4, 5]);
    expect(await streams().verify()).toEqual({ streams: 1, readings: 3, faults: [] });
    await write(1);
    clock.set('2036-11-27T02:00:00.000Z');
    expect((await cutting()).readings).toBe(1);
    expect(await streams().verify()).toEqual({ streams: 1, readings: 3, faults: [] });
  });

  it('go whole when their stream is old, and its end is still known', async () => {
    await aProcess()(3);
    const before = await streams().heads();
    clock.set('2040-01-01T00:00:00.000Z');
    await aProcess()(2);
    expect((await cutting()).readings).toBe(3);
    expect(await left()).toEqual([1, 2]);
    expect(await streams().heads()).toEqual(expect.arrayContaining(before));
    expect(await streams().verify()).toEqual({ streams: 2, readings: 2, faults: [] });
    expect((await cutting()).readings).toBe(0);
  });

  it('stay while a request of their person waits for its answer, and while a breach is not fixed', async () => {
    const write = aProcess();
    await write(2, newId());
    await write(1);
    await write(2, newId());
    clock.set('2040-01-01T00:00:00.000Z');
    const breach = (version: number, fixedAt: string | null) =>
      db.database.query(
        `INSERT INTO personal_data.breaches (breach_id, version, code, content, known_at, recorded_by, recorded_by_label, recorded_at)
         VALUES ('0199a000-0000-7000-8000-00000000b001', $1, 'VP-1', $2, now(), $3, 'x', now())`,
        [version, JSON.stringify({ fixedAt }), newId()],
      );
    await breach(1, null);
    expect(await cutting()).toMatchObject({ readings: 0, heldByBreach: true });
    await breach(2, '2039-12-31T00:00:00.000Z');
    const request = newId();
    await db.database.query(
      `INSERT INTO personal_data.rights_requests (request_id, code, party_id, filed_by, kind, state, version,
         details_value_id, filed_at, acknowledge_by, due_at, rules_version)
       VALUES ($1, 'YC-1', $2, $2, 'access', 'acknowledged', 1, $3, now(), now(), now(), 1)`,
      [request, subject, newId()],
    );
    expect((await cutting()).readings).toBe(2);
    expect(await left()).toEqual([3, 4, 5]);
    await db.database.query(`DELETE FROM personal_data.rights_requests WHERE request_id = $1`, [request]);
    expect((await cutting()).readings).toBe(3);
    expect(await streams().verify()).toEqual({ streams: 1, readings: 0, faults: [] });
  });

  it('stay in a stream that is not what was written, because its fault would go with them', async () => {
    await aProcess()(4);
    clock.set('2040-01-01T00:00:00.000Z');
    await db.database.query(`UPDATE personal_data.readings SET reader_label = 'khác' WHERE seq = 2`);
    expect((await cutting()).broken).toHaveLength(1);
    expect(await left()).toEqual([1, 2, 3, 4]);
    expect((await streams().verify()).faults).toEqual([
      expect.objectContaining({ seq: 2, fault: 'changed' }),
    ]);
  });
});

describe('an unlawful cut', () => {
  async function aMark(): Promise<SealedCut> {
    await aProcess()(6);
    clock.set('2036-11-26T02:00:00.000Z');
    await cutting();
    const [head] = await streams().heads();
    const mark = await new CutRows(db.database).find(head?.streamId ?? '');
    if (mark === null) throw new Error('nothing was cut');
    return mark;
  }
  const verified = async () => (await streams().verify()).faults.map(({ seq, fault }) => [seq, fault]);
  const further = `UPDATE personal_data.reading_cuts c SET seq = r.seq, hash = r.hash FROM personal_data.readings r WHERE r.seq = 4`;

  it.each([
    ['more is gone than the mark says', ['DELETE FROM personal_data.readings WHERE seq = 3'], [3, 'gap']],
    ['the mark is gone', ['DELETE FROM personal_data.reading_cuts'], [1, 'gap']],
    [
      'the mark was moved on without the key',
      [further, 'DELETE FROM personal_data.readings WHERE seq <= 4'],
      [4, 'unlawful-cut'],
    ],
    [
      'the mark names another time',
      [`UPDATE personal_data.reading_cuts SET until_at = until_at - interval '1 day'`],
      [2, 'unlawful-cut'],
    ],
    [
      'the mark names another rule',
      ['UPDATE personal_data.reading_cuts SET retention_version = 2'],
      [2, 'unlawful-cut'],
    ],
    [
      'the mark is that of another stream',
      [
        'UPDATE personal_data.readings SET stream_id = $$0199a000-0000-7000-8000-00000000c001$$',
        'UPDATE personal_data.reading_cuts SET stream_id = $$0199a000-0000-7000-8000-00000000c001$$',
      ],
      [2, 'unlawful-cut'],
    ],
  ] as const)('is named when %s', async (_what, statements, fault) => {
    await aMark();
    for (const sql of statements) await db.database.query(sql);
    expect(await verified()).toEqual([fault]);
  });

  it('is named when somebody with the key did not wait as long as the rule says, or sealed by another key', async () => {
    const mark = await aMark();
    const rows = new CutRows(db.database);
    const early = { ...mark, until: mark.cutAt };
    await db.database.transaction((tx) => rows.cut({ ...early, seal: sealOf(early, key) }, tx));
    expect(await verified()).toEqual([[2, 'unlawful-cut']]);
    const foreign = { ...mark, seal: sealOf(mark, createSecretKey(Buffer.alloc(32, 8))) };
    await db.database.transaction((tx) => rows.cut(foreign, tx));
    expect(await verified()).toEqual([[2, 'unlawful-cut']]);
    await db.database.transaction((tx) => rows.cut(mark, tx));
    expect(await verified()).toEqual([]);
  });
});

describe('how long readings are kept', () => {
  it('follows the version in force, and nothing goes before the first', () => {
    const later = { ...tenYears, version: 2, effectiveFrom: '2030-01-01', months: 24 };
    const at = (day: string) => retentionOn([tenYears, later], day)?.version ?? null;
    expect([at('2025-12-31'), at('2026-01-01'), at('2029-12-31'), at('2030-01-01')]).toEqual([null, 1, 1, 2]);
  });

  it.each([
    ['2036-11-26T02:00:00.000Z', 120, '2026-11-26T02:00:00.000Z'],
    ['2028-02-29T02:00:00.000Z', 12, '2027-02-28T02:00:00.000Z'],
    ['2027-03-31T23:59:59.000Z', 1, '2027-02-28T23:59:59.000Z'],
    ['2027-01-15T00:00:00.000Z', 1, '2026-12-15T00:00:00.000Z'],
  ])('reaches back from %s by %i months to %s', (now, months, expected) => {
    expect(keptUntil({ months }, new Date(now)).toISOString()).toBe(expected);
  });
});
