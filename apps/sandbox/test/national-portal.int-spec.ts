import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nationalProgressOf, nationalReportOf } from '@mocua/engine/dossier';
import { replayDeadLetter } from '@mocua/server/kernel';
import { scaled } from '@mocua/testing';
import { type FaultMode, faultModeNames } from '../src/faults/fault-modes';
import { fileLives, type FiledLife } from './national/file-lives';
import { PortalWorld, type Told } from './national/portal-world';

/** Some five messages for each two dossiers. */
const dossiersEach = scaled(2, 520);
const messagesEach = scaled(1, 1_000);

let world: PortalWorld;
let next = 1;
beforeAll(async () => {
  world = await PortalWorld.start();
}, 120_000);
afterAll(() => world.close());

async function file(count: number): Promise<readonly FiledLife[]> {
  return (await fileWhile(count)).lives;
}

async function fileWhile(count: number, between?: () => Promise<unknown>) {
  const filed = await fileLives(world, next, count, between);
  next += count;
  return filed;
}

async function severalRounds(most: number): Promise<void> {
  for (let round = 0; round < most; round += 1)
    if ((await world.round()) === 0) world.clock.advance({ seconds: 30 });
}

/** Numbers of our events in the rows over there, in the order they were added. */
function numbersOf(told: Told): number[] {
  return told.progress.map((row) => Number(/\[#(\d+)\]$/u.exec(row['NoiDungXuLy'] ?? '')?.[1]));
}

/** Nothing lost, nothing twice, everything in its order, and the last state is the one that is told. */
async function expectTold(what: string, lives: readonly FiledLife[]): Promise<void> {
  for (const { life } of lives) {
    const events = life.commits.flat();
    const report = nationalReportOf(events);
    if (report === null) continue;
    const told = await world.told(report.code);
    const numbers = nationalProgressOf(events).map((row) => row.seq);
    expect([what, report.code, numbersOf(told)]).toEqual([what, report.code, numbers]);
    expect([what, told.dossier?.['TrangThaiHoSo']]).toEqual([what, String(report.status)]);
  }
}

async function deadLetters(): Promise<{ id: string; attempts: number; last_error: string }[]> {
  return world.db.database.query(
    `SELECT id::text AS id, attempts, last_error FROM kernel.outbox WHERE state = 'dead' ORDER BY id`,
  );
}

describe('telling the national portal', () => {
  it('tells every event once and in order', async () => {
    const lives = await file(scaled(6, 100));
    await world.drain();
    await expectTold('all well', lives);
    expect(await world.reconcile()).toMatchObject({ different: 0, unanswered: 0 });
  }, 600_000);

  it.each(faultModeNames)(
    'loses and doubles nothing while answers come as: %s',
    async (mode: FaultMode) => {
      const well = { mode: 'ok' as const, times: 2 };
      const ill = { mode, times: 1, delayMs: 40 };
      await world.faults(...Array.from({ length: scaled(2, 60) }, () => [ill, well]).flat(), {
        ...ill,
        times: 2,
      });
      // Dossiers go on while they are told, so that messages of one meet what became of those before.
      const { lives, messages } = await fileWhile(dossiersEach, () => severalRounds(scaled(1, 20)));
      expect(messages).toBeGreaterThanOrEqual(messagesEach);
      await world.drain(20_000);
      await world.faults();
      await expectTold(mode, lives);
      expect([mode, await deadLetters()]).toEqual([mode, []]);
    },
    3_600_000,
  );

  it('agrees with the portal about all of it', async () => {
    expect(await world.reconcile()).toMatchObject({ different: 0, unanswered: 0, found: [] });
  }, 600_000);

  it('puts aside a message the portal chokes on, in five tries, and lets all others pass', async () => {
    const lives = await file(scaled(12, 100));
    const poisoned = lives
      .map((each) => nationalReportOf(each.life.commits.flat()))
      .find((report) => report !== null);
    if (!poisoned) throw new Error('no life became known');
    const only = { body: poisoned.code };
    await world.faults({ mode: 'ok', only: { body: 'TraCuuHoSo' } }, { mode: 'error', only });
    await world.drain(2_000);
    await world.faults();
    const dead = await deadLetters();
    expect(dead).toMatchObject([{ attempts: 5 }]);
    const others = lives.filter(({ dossierId }) => dossierId !== poisoned.dossierId);
    await expectTold('beside a poison', others);
    const report = await world.reconcile();
    expect(report.found.map(({ code, cause }) => [code, cause])).toEqual([[poisoned.code, 'dead-letter']]);
    expect(await replayDeadLetter(world.db.database, dead[0]?.id ?? '')).toBe(true);
    await world.drain();
    await expectTold('after its replay', lives);
  }, 600_000);

  it('counts no attempt while the portal is down, and comes back without a stampede', async () => {
    const lives = await file(scaled(12, 200));
    await world.faults({ mode: 'down' });
    for (let round = 0; round < 30; round += 1) {
      await world.round();
      world.clock.advance({ seconds: 61 });
    }
    expect(await deadLetters()).toEqual([]);
    await world.faults();
    await new Promise((resolve) => setTimeout(resolve, 40));
    // One message first, then at most twice as many each time.
    for (let round = 0; round < 4; round += 1) expect(await world.round()).toBeLessThanOrEqual(2 ** round);
    await world.drain();
    await expectTold('after an outage', lives);
    expect(await world.reconcile()).toMatchObject({ different: 0 });
  }, 600_000);
});

describe('changing history in the database', () => {
  it('shows in the reconciliation, and nothing about the dossier leaves any more', async () => {
    const lives = await file(scaled(6, 30));
    await world.drain();
    const told = lives.filter(({ life }) => nationalReportOf(life.commits.flat()));
    const [first, second] = told;
    if (!first || !second) throw new Error('no life became known');
    await world.db.database.query(
      `UPDATE dossier.events SET occurred_at = occurred_at - interval '1 day' WHERE dossier_id = $1 AND seq = 1`,
      [first.dossierId],
    );
    await world.db.database.query(
      `UPDATE dossier.events SET payload = jsonb_set(payload, '{channel}', '"post"') WHERE dossier_id = $1 AND seq = 1`,
      [second.dossierId],
    );
    const report = await world.reconcile();
    expect(report.found.map(({ dossierId, cause }) => [dossierId, cause]).sort()).toEqual(
      [first, second].map(({ dossierId }) => [dossierId, 'history-changed']).sort(),
    );
    expect(report.found.flatMap(({ details }) => details.map(({ what }) => what))).toContain('submittedAt');
  }, 600_000);
});
