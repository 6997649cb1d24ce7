import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@mocua/server/kernel';
import { newId } from '@mocua/server/kernel';
import { startTestDatabase, type TestDatabase } from '@mocua/testing';
import { Readings } from '../src/application/readings';
import type { Reading } from '../src/domain/reading';

let db: TestDatabase | undefined;
const subject = newId();

function aReading(minute: number, overrides: Partial<Reading> = {}): Reading {
  return {
    reader: { kind: 'officer', id: newId(), label: 'Sở Tư pháp, chuyên viên' },
    subjectId: subject,
    purpose: 'dossier-processing',
    dossierId: newId(),
    dossierCode: 'H99-261123-0007',
    at: new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString(),
    ...overrides,
  };
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
    const readings = new Readings(database);
    for (let minute = 0; minute < 7; minute += 1) await readings.record(aReading(minute));
    await readings.record(aReading(30, { subjectId: newId() }));
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
    const readings = new Readings(database);
    await readings.record(aReading(1));
    for (const cursor of ['AAAA', Buffer.from('["x","y",1]').toString('base64url')]) {
      expect((await readings.listFor(subject, cursor)).items).toHaveLength(1);
    }
  });

  it('holds 300 simultaneous readings of three processes in three whole chains', async () => {
    const processes = [new Readings(database), new Readings(database), new Readings(database)];
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => i % 60).flatMap((minute) =>
        processes.map((process) => process.record(aReading(minute))),
      ),
    );
    expect(await processes[0]?.verify()).toEqual({ streams: 3, readings: 300, faults: [] });
    expect((await processes[0]?.heads())?.map((head) => head.seq)).toEqual([100, 100, 100]);
  });

  it.each([
    [
      'an edited reader',
      `UPDATE personal_data.readings SET reader_label = 'khác' WHERE seq = 4`,
      { seq: 4, fault: 'changed' },
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
    const readings = new Readings(database);
    for (let minute = 0; minute < 6; minute += 1) await readings.record(aReading(minute));
    await database.query(sql);
    expect((await readings.verify()).faults).toEqual([expect.objectContaining(fault)]);
  });

  it('begins a new stream after a failed write and leaves the old one whole', async () => {
    const readings = new Readings(database);
    await readings.record(aReading(1));
    await database.query('ALTER TABLE personal_data.readings RENAME TO away');
    await expect(readings.record(aReading(2))).rejects.toThrow();
    await database.query('ALTER TABLE personal_data.away RENAME TO readings');
    await readings.record(aReading(3));
    expect(await readings.verify()).toEqual({ streams: 2, readings: 2, faults: [] });
  });
});
