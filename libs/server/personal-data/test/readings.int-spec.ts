import { createSecretKey } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@mocua/server/kernel';
import { newId } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { AccessScope } from '../src/application/access-scope';
import { openScreenMs } from '../src/application/open-screens';
import { ReadingStreams } from '../src/application/reading-streams';
import { Readings } from '../src/application/readings';
import type { DataCategory } from '../src/domain/data-category';
import type { ReadingPurpose } from '../src/domain/reading';

const key = createSecretKey(Buffer.alloc(32));
let db: TestDatabase | undefined;
const subject = newId();
const dossier = { id: newId(), code: 'H99-261123-0007' };
const officer = { kind: 'officer', id: newId(), label: 'Sở Tư pháp, chuyên viên' } as const;

/** One process: its readings, and accesses at a minute of the same hour. */
class Process {
  readonly clock = new MovingClock('2026-11-23T02:00:00.000Z');
  readonly scope = new AccessScope();
  readonly readings: Readings;

  constructor(database: Database) {
    this.readings = new Readings(database, this.scope, this.clock, new ReadingStreams(database, key));
  }

  at(
    minute: number,
    {
      person = subject,
      purpose = 'dossier-processing' as ReadingPurpose,
      category = 'answers' as DataCategory,
    } = {},
  ): Promise<void> {
    this.clock.set(new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString());
    return this.scope.run({ reader: officer, purpose }, () => {
      this.scope.about(dossier.id, dossier.code);
      return this.readings.note([person], category);
    });
  }
}

async function fresh(): Promise<TestDatabase> {
  await db?.close();
  db = await startTestDatabase();
  return db;
}
afterAll(() => db?.close());

describe('the record of readings', () => {
  let database: Database;
  beforeEach(async () => {
    database = (await fresh()).database;
  });

  it('is shown to the person newest first, page by page, and to nobody else', async () => {
    const process = new Process(database);
    for (let minute = 0; minute < 7; minute += 1) await process.at(minute);
    await process.at(30, { person: newId() });
    const { readings } = process;
    const first = await readings.listFor(subject, null, 4);
    const second = await readings.listFor(subject, first.next, 4);
    expect([...first.items, ...second.items].map((item) => item.at.slice(14, 16))).toEqual([
      '06',
      '05',
      '04',
      '03',
      '02',
      '01',
      '00',
    ]);
    expect(second.next).toBeNull();
  });

  it('takes a cursor that was made by hand for none', async () => {
    const process = new Process(database);
    await process.at(1);
    const { readings } = process;
    for (const cursor of ['AAAA', Buffer.from('["x","y",1]').toString('base64url')]) {
      expect((await readings.listFor(subject, cursor)).items).toHaveLength(1);
    }
  });

  it('holds 300 simultaneous readings of three processes in three whole chains', async () => {
    const processes = [new Process(database), new Process(database), new Process(database)];
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => i % 60).flatMap((minute) =>
        processes.map((process) => process.at(minute)),
      ),
    );
    expect(await processes[0]?.readings.verify()).toEqual({ streams: 3, readings: 300, faults: [] });
    expect((await processes[0]?.readings.heads())?.map((head) => head.seq)).toEqual([100, 100, 100]);
  });

  it.each([
    [
      'an edited reader',
      `UPDATE personal_data.readings SET reader_label = 'khác' WHERE seq = 4`,
      { seq: 4, fault: 'changed' },
    ],
    [
      'an edited category',
      `UPDATE personal_data.readings SET categories = '{name}' WHERE seq = 3`,
      { seq: 3, fault: 'changed' },
    ],
    [
      'an edited time',
      `UPDATE personal_data.readings SET read_at = read_at + interval '1 second' WHERE seq = 2`,
      { seq: 2, fault: 'changed' },
    ],
    ['a deleted reading', 'DELETE FROM personal_data.readings WHERE seq = 3', { seq: 3, fault: 'gap' }],
    ['a deleted beginning', 'DELETE FROM personal_data.readings WHERE seq = 1', { seq: 1, fault: 'gap' }],
    [
      'a recomputed hash',
      `UPDATE personal_data.readings SET hash = sha256('x') WHERE seq = 5`,
      { seq: 5, fault: 'changed' },
    ],
    [
      'another predecessor',
      `UPDATE personal_data.readings SET prev_hash = sha256('x') WHERE seq = 5`,
      { seq: 5, fault: 'broken-link' },
    ],
  ])('names the first bad entry after %s', async (_what, sql, fault) => {
    const process = new Process(database);
    for (let minute = 0; minute < 6; minute += 1) await process.at(minute);
    await database.query(sql);
    expect((await process.readings.verify()).faults).toEqual([expect.objectContaining(fault)]);
  });

  it('begins a new stream after a failed write and leaves the old one whole', async () => {
    const process = new Process(database);
    await process.at(1);
    await database.query('ALTER TABLE personal_data.readings RENAME TO away');
    await expect(process.at(2)).rejects.toThrow();
    await database.query('ALTER TABLE personal_data.away RENAME TO readings');
    await process.at(3);
    expect(await process.readings.verify()).toEqual({ streams: 2, readings: 2, faults: [] });
  });

  it('writes one line for what one access shows of a person, and one more for what it shows later', async () => {
    const { scope, readings } = new Process(database);
    await scope.run({ reader: officer, purpose: 'dossier-processing' }, async () => {
      scope.about(dossier.id, dossier.code);
      await Promise.all([readings.note([subject], 'name'), readings.note([subject], 'name')]);
      await readings.note([subject, newId()], 'name');
      await readings.note([subject], 'papers');
    });
    const { items } = await readings.listFor(subject, null);
    expect(items.map((item) => item.categories)).toEqual([['papers'], ['name']]);
    expect(new Set(items.map((item) => item.accessId)).size).toBe(1);
  });

  it('puts an access together, page by page, and never cuts or repeats one', async () => {
    const { scope, readings, clock } = new Process(database);
    for (let turn = 0; turn < 9; turn += 1) {
      clock.advance({ minutes: 1 });
      await scope.run({ reader: { ...officer, id: `${turn}` }, purpose: 'dossier-processing' }, async () => {
        await readings.note([subject], 'name');
        scope.about(dossier.id, dossier.code);
        await readings.note([subject], 'papers');
        await readings.note([subject], 'answers');
      });
    }
    await scope.run({ reader: { kind: 'citizen', id: subject, label: 'x' }, purpose: 'filing' }, () =>
      readings.note([subject], 'answers'),
    );
    const pages = async (without: string | null) => {
      const lines: string[] = [];
      let after: string | null = null;
      do {
        const page = await readings.accessesOf(subject, after, without, 4);
        for (const rows of page.items)
          lines.push(`${rows[0]?.reader.id} ${rows.map((row) => row.categories.join('+')).join(' ')}`);
        after = page.next;
      } while (after !== null);
      return lines;
    };
    const turns = [8, 7, 6, 5, 4, 3, 2, 1, 0];
    const expected = turns.flatMap((turn) => [`${turn} answers papers`, `${turn} name`]);
    expect(await pages(subject)).toEqual(expected);
    expect(await pages(null)).toEqual([`${subject} answers`, ...expected]);
  });

  it('keeps accesses apart that go on at the same time', async () => {
    const { scope, readings } = new Process(database);
    const people = Array.from({ length: 20 }, () => newId());
    await Promise.all(
      people.map((person, at) =>
        scope.run({ reader: { ...officer, id: person }, purpose: 'dossier-processing' }, async () => {
          scope.about(newId(), `H99-${at}`);
          await readings.note([person], 'name');
          await readings.note([person], 'papers');
        }),
      ),
    );
    for (const [at, person] of people.entries()) {
      const { items } = await readings.listFor(person, null);
      expect(items.map((item) => [item.reader.id, item.dossierCode])).toEqual([
        [person, `H99-${at}`],
        [person, `H99-${at}`],
      ]);
    }
  });

  it('takes a work-list that stays open for one look, and a dossier never', async () => {
    const process = new Process(database);
    const later = openScreenMs / 60_000;
    for (const minute of [0, 1, later - 1, later]) await process.at(minute, { purpose: 'work-list' });
    for (const minute of [20, 21]) await process.at(minute);
    const { items } = await process.readings.listFor(subject, null);
    expect(items.map((item) => [item.at.slice(14, 16), item.purpose])).toEqual([
      ['21', 'dossier-processing'],
      ['20', 'dossier-processing'],
      ['10', 'work-list'],
      ['00', 'work-list'],
    ]);
  });
});
