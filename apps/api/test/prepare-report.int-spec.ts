import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listReports, prepareReport } from '@mocua/contract';
import { ApiHarness, ok, type Session } from './api-harness';

let api: ApiHarness;
let admin: Session;
beforeAll(async () => {
  api = await ApiHarness.start();
  admin = await api.officer('viet', 'province-administrator');
}, 120_000);
afterAll(() => api.close());

const prepare = (month: string, reason: string | null = null, key?: string) =>
  api.call(prepareReport, { as: admin, body: { month, reason }, ...(key === undefined ? {} : { key }) });

/** Counters as the follower leaves them; where it stands is told by its cursor. */
async function counted(received: number): Promise<void> {
  const { database } = api.parts;
  await database.query(
    `INSERT INTO kernel.follower_cursors (name, xid, position) VALUES ('reporting', pg_snapshot_xmax(pg_current_snapshot()), 9000000000)
     ON CONFLICT (name) DO UPDATE SET xid = excluded.xid, position = excluded.position`,
  );
  await database.query(
    `INSERT INTO reporting.counters (month, unit_id, procedure_code, measure, total)
     SELECT '2026-10', unit_id, '2.000908', 'received', $1 FROM identity.units ORDER BY unit_id LIMIT 1
     ON CONFLICT (month, unit_id, procedure_code, measure) DO UPDATE SET total = excluded.total`,
    [received],
  );
}

describe('a report that is prepared in the workspace', () => {
  it('waits until its month is over and everything in it is counted', async () => {
    expect((await prepare('2026-11')).problem.code).toBe('report.month-not-over');
    expect((await prepare('2020-01')).problem.code).toBe('report.no-indicators');
    expect((await prepare('2026-10')).problem.code).toBe('report.not-counted-yet');
    expect(ok(await api.call(listReports, { as: admin })).items).toEqual([]);
  });

  it('is one version however often it is asked for, and another one only with a reason', async () => {
    await counted(3);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => prepare('2026-10', null, 'lap-bao-cao-1')),
    );
    const made = answers.map((answer) => ok(answer));
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(made.map(({ standing }) => standing.version)).toEqual([1, 1, 1]);
    expect(ok(await prepare('2026-10'))).toMatchObject({
      isNew: false,
      standing: { version: 1, reason: null },
    });

    await counted(4);
    const refused = (await prepare('2026-10')).problem;
    expect(refused).toMatchObject({ code: 'report.reason-needed', fields: [{ path: 'reason' }] });
    const reason = 'Một hồ sơ được nhập bù.';
    expect(ok(await prepare('2026-10', reason))).toMatchObject({
      isNew: true,
      standing: { version: 2, reason, delivery: 'kept', newest: true },
    });
    expect(ok(await prepare('2026-10', reason))).toMatchObject({ isNew: false, standing: { version: 2 } });
  });
});
