import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitId } from '@mocua/contract';
import { newId } from '@mocua/server/kernel';
import { ActingAssignments } from '../src/application/acting-assignments';
import { ChangeUnits } from '../src/application/change-units';
import { PartyDirectory } from '../src/application/party-directory';
import { UnitDirectory } from '../src/application/unit-directory';
import { demoAccounts } from '../src/demo/demo-accounts';
import { demoPartyId, demoUnitId } from '../src/demo/demo-ids';
import { IdentityHarness, testStart } from './identity-harness';

let harness: IdentityHarness;
beforeAll(async () => {
  harness = await IdentityHarness.start();
  await harness.seed();
}, 120_000);
afterAll(() => harness.close());
beforeEach(() => harness.clock.set(testStart));

describe('the seeded province', () => {
  it('is the same after a second seeding', async () => {
    const count = () =>
      harness.db.database.one(
        `SELECT (SELECT count(*) FROM identity.units) AS units, (SELECT count(*) FROM identity.parties) AS parties,
                (SELECT count(*) FROM identity.assignments) AS assignments,
                (SELECT count(*) FROM identity.representations) AS representations`,
      );
    const before = await count();
    const sealed = harness.vault.size;
    await harness.seed();
    expect(await count()).toEqual(before);
    expect(harness.vault.size).toBe(sealed);
  });

  it('gives every officer of the list a role that counts today', async () => {
    for (const account of demoAccounts().filter(({ provider }) => provider === 'sso')) {
      expect([
        account.key,
        (await harness.get(ActingAssignments).of(demoPartyId(account.key))).length,
      ]).not.toEqual([account.key, 0]);
    }
  });

  it('runs the road in every commune and in the Department of Justice', async () => {
    const assignments = harness.get(ActingAssignments);
    const units = harness.get(UnitDirectory);
    for (const { unit } of await units.options('register-keeper')) {
      const centre = await units.oneStopOf(unit.unitId);
      const below = await units.descendants(unit.unitId);
      expect(await assignments.holdersOf(centre?.unitId ?? unit.unitId, 'one-stop-officer')).not.toEqual([]);
      for (const role of ['specialist', 'leader', 'clerk'] as const) {
        const holders = await Promise.all(below.map((unitId) => assignments.holdersOf(unitId, role)));
        expect([unit.name, role, holders.flat().length]).not.toEqual([unit.name, role, 0]);
      }
    }
  });

  it('keeps names and identifiers out of its tables', async () => {
    const rows = await harness.db.database.query<{ text: string }>(
      `SELECT p::text AS text FROM identity.parties p UNION ALL SELECT i::text FROM identity.party_identifiers i`,
    );
    expect(rows.some(({ text }) => /099\d{9}|Nguyễn|Quân/u.test(text))).toBe(false);
    expect(await harness.get(PartyDirectory).displayName(demoPartyId('sen'))).toBe('Nguyễn Thị Sen');
  });

  it('offers units to forms with the names people knew before', async () => {
    const { body } = await harness.call('GET', '/public/units?filter=register-keeper');
    const items = body['items'] as { name: string; formerNames: string[] }[];
    expect(items.map((item) => item.name)).toEqual([
      'Sở Tư pháp tỉnh Sông Ngân',
      'UBND đặc khu Hòn Vọng',
      'UBND phường Ngân Thượng',
      'UBND xã Đồng Sen',
      'UBND xã Pù Lĩnh',
    ]);
    expect(items.find((item) => item.name === 'UBND xã Đồng Sen')?.formerNames).toContain(
      'UBND xã Bàu Súng, tỉnh Hạ Ngân',
    );
  });

  it('shows name, hotline and theme of the province to anybody', async () => {
    const { status, body } = await harness.call('GET', '/public/province');
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 'H99', hotline: '1900 0099' });
  });
});

describe('merging units', () => {
  it('closes the old ones, keeps their names and answers with the successor from the first day on', async () => {
    const units = harness.get(UnitDirectory);
    const merged = {
      ...(await units.get(demoUnitId('pu-linh'))),
      unitId: newId<UnitId>(),
      name: 'UBND xã Núi Biển',
      agencyIdentifier: '000.00.77.H99',
      validFrom: '2027-01-01',
    };
    await harness.get(ChangeUnits).save([merged]);
    const predecessors = [demoUnitId('pu-linh'), demoUnitId('hon-vong')];
    await harness.get(ChangeUnits).succeed({
      kind: 'merged',
      predecessors,
      successors: [merged.unitId],
      effectiveFrom: '2027-01-01',
      ground: 'Nghị quyết thử nghiệm',
    });
    expect((await units.successorOf(demoUnitId('pu-linh'), '2026-12-31'))?.unitId).toBe(
      demoUnitId('pu-linh'),
    );
    expect((await units.successorOf(demoUnitId('pu-linh'), '2027-01-01'))?.unitId).toBe(merged.unitId);
    expect((await units.get(demoUnitId('pu-linh'))).name).toBe('UBND xã Pù Lĩnh');
    expect(await units.byAgencyIdentifier('000.00.33.H99', '2027-01-01')).toBeNull();
    const options = await units.options('register-keeper', '2027-01-01');
    expect(options.find(({ unit }) => unit.unitId === merged.unitId)?.formerNames).toEqual(
      expect.arrayContaining(['UBND xã Pù Lĩnh', 'UBND đặc khu Hòn Vọng', 'UBND xã Nậm Hoa']),
    );
  });

  it('ends the assignments in a closed unit with its last day', async () => {
    harness.clock.set('2026-12-31T16:00:00Z');
    expect(await harness.signIn('mo', 'officer')).not.toBeNull();
    harness.clock.set('2026-12-31T17:00:00Z');
    expect(await harness.signIn('mo', 'officer')).toBeNull();
  });

  it('refuses a unit that has closed already', async () => {
    const change = harness.get(ChangeUnits).succeed({
      kind: 'merged',
      predecessors: [demoUnitId('old-bau-sung')],
      successors: [demoUnitId('dong-sen')],
      effectiveFrom: '2027-01-01',
      ground: 'x',
    });
    await expect(change).rejects.toMatchObject({ code: 'unit.not-found' });
  });

  it('is seen by another process within seconds', async () => {
    const units = harness.get(UnitDirectory);
    await units.tree();
    await harness.db.database.transaction(async (tx) => {
      await tx.query(`UPDATE identity.units SET address = 'Nơi mới' WHERE unit_id = $1`, [
        demoUnitId('finance'),
      ]);
      await tx.query('UPDATE identity.unit_tree SET version = version + 1');
    });
    harness.clock.advance({ seconds: 3 });
    expect((await units.get(demoUnitId('finance'))).address).toBe('Nơi mới');
  });
});
