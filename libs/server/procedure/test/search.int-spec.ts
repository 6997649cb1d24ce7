import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { schemasOf } from '@mocua/contract/schemas';
import { deserialiseSearchIndex, search as searchIn } from '@mocua/engine/search';
import { workspaceRoot } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { SearchCatalogues } from '../src/application/search-catalogue';
import { SearchProcedures } from '../src/application/search-procedures';
import {
  ApproveNationalRecord,
  findPackageFolders,
  ImportNationalRecord,
  ProcessingTimes,
  ProvinceMap,
  PublishedProcedures,
  PublishPackage,
  SearchableProcedures,
} from '../src/index';
import { NationalRecords } from '../src/persistence/national-records';
import { PackageVersions } from '../src/persistence/package-versions';
import { proceduresFolder } from './package-folder';
import { realRecords, type RecordFile } from './record-files';

class TenDays extends ProcessingTimes {
  override experienceWith(code: string) {
    return Promise.resolve(code === '1.001612' ? { medianWorkingMinutes: 4_800, dossiers: 12 } : null);
  }
}
class ThreePlaces extends ProvinceMap {
  override places() {
    return Promise.resolve({
      version: '1',
      places: [
        { name: 'xã Bàu Súng', now: ['xã Đồng Sen'] },
        { name: 'xã Nậm Hoa', now: ['xã Pù Lĩnh'] },
        { name: 'phường Ngân Thượng', now: [] },
      ],
    });
  }
}

/** The judged queries of the engine: what people say, and what must be found. */
const judgedQueries = (
  JSON.parse(readFileSync(join(workspaceRoot(), 'libs/engine/search/test/judged-queries.json'), 'utf8')) as {
    readonly queries: readonly { readonly q: string; readonly codes: readonly string[] }[];
  }
).queries;

const withoutTones = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D');

const clock = new MovingClock('2026-11-22T02:00:00Z');
let db: TestDatabase;
let records: NationalRecords;
let versions: PackageVersions;
let catalogues: SearchCatalogues;
let procedures: SearchProcedures;

/** Every package of the repository, and the records of a real province where they are at hand. */
beforeAll(async () => {
  db = await startTestDatabase();
  records = new NationalRecords(db.database);
  versions = new PackageVersions(db.database);
  const published = new PublishedProcedures(versions);
  catalogues = new SearchCatalogues(
    new SearchableProcedures(published, records),
    published,
    new ThreePlaces(),
    clock,
  );
  procedures = new SearchProcedures(catalogues, new TenDays());
  const publish = new PublishPackage(versions, clock);
  for (const folder of await findPackageFolders(proceduresFolder)) await publish.fromFolder(folder);
  for (const file of realRecords) await publishRecord(file);
});
afterAll(() => db.close());

async function publishRecord(file: RecordFile) {
  const by = 'officer:test';
  const result = await new ImportNationalRecord(records, clock).execute(Buffer.from(file.bytes), by);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { code, differenceHash } = result.review;
  await new ApproveNationalRecord(records, clock).execute({ code, differenceHash, approvedBy: by });
}

const find = (q: string, more: Partial<Parameters<SearchProcedures['execute']>[0]> = {}) =>
  procedures.execute({ q, limit: 50, ...more });
const codesFor = async (q: string) => (await find(q)).items.map(({ code }) => code);

const twelve = [
  '2.000908',
  '2.000635',
  '1.001193',
  '3.000722',
  '2.000815',
  '1.001612',
  '1.001776',
  '1.001699',
  '1.012753',
  '1.011441',
  '1.012812',
  'DEMO-01',
];
const onlyRecords = ['1.012786', '1.012789', '1.013833'];

describe('the search over what is really published', () => {
  it.each([...twelve, ...(realRecords.length > 0 ? onlyRecords : [])])(
    'finds %s among the first three by ten phrasings and more, without tones too',
    async (code) => {
      const queries = judgedQueries.filter(({ codes }) => codes.includes(code));
      const missed: string[] = [];
      for (const query of queries) {
        for (const text of [query.q, withoutTones(query.q)]) {
          const first = (await codesFor(text)).slice(0, 3);
          if (!query.codes.some((wanted) => first.includes(wanted))) missed.push(text);
        }
      }
      expect(queries.length).toBeGreaterThanOrEqual(10);
      expect(missed).toEqual([]);
    },
  );

  it('answers as the contract says, with what a filter would give', async () => {
    const answer = await find('giấy khai sinh');
    expect(schemasOf.searchProcedures.response?.parse(answer)).toEqual(answer);
    const [event] = answer.facets.lifeEvent;
    expect(event).toMatchObject({ value: 'having-a-child', name: { vi: 'Sinh con' } });
    expect((await find('giấy khai sinh', { lifeEvent: 'having-a-child' })).total).toBe(event?.count);
  });

  it('filters by field, agency and audience', async () => {
    const land = await find('', { field: 'dat-dai' });
    expect(land.items.map(({ code }) => code)).toEqual(expect.arrayContaining(['1.012753', '1.012812']));
    expect(land.items.every(({ field }) => /đất đai/iu.test(field.vi))).toBe(true);
    const [unit] = land.facets.unit;
    expect((await find('', { field: 'dat-dai', unit: unit?.value ?? '' })).total).toBe(unit?.count);
    const forCompanies = await find('', { audience: 'organisation' });
    expect(forCompanies.items.every(({ audience }) => audience.includes('organisation'))).toBe(true);
    expect((await find('khai sinh', { field: 'khong-co' })).items).toEqual([]);
  });

  it('says why a procedure was found, what was meant, and what became of a place', async () => {
    const { items, didYouMean, places } = await find('dang ky ho kinh daonh o xa Nam Hoa');
    expect(items[0]).toMatchObject({
      code: '1.001612',
      matched: { words: expect.arrayContaining(['ho', 'kinh', 'doanh']) },
      experience: { medianWorkingMinutes: 4_800, dossiers: 12 },
    });
    expect(didYouMean).toContain('kinh doanh');
    expect(places).toEqual([{ typed: 'xa nam hoa', name: 'xã Nậm Hoa', now: ['xã Pù Lĩnh'] }]);
  });

  it('gives browsers an index that finds the same, under a version of its own', async () => {
    const { text, brotli, version } = await catalogues.forBrowser();
    expect(brotliDecompressSync(brotli).toString('utf8')).toBe(text);
    const index = deserialiseSearchIndex(text);
    if (!index) throw new Error('of another version');
    for (const { q } of judgedQueries.slice(0, 60)) {
      const there = searchIn(index, q, { limit: 50 }).hits.map(({ code }) => code);
      expect(there).toEqual(await codesFor(q));
    }
    expect((await catalogues.forBrowser()).version).toBe(version);
  });

  it('changes the version of the index with what is in force', async () => {
    const { version } = await catalogues.forBrowser();
    const before = clock.now();
    clock.set('2020-01-01T02:00:00Z');
    expect((await catalogues.forBrowser()).version).not.toBe(version);
    expect(await codesFor('khai sinh')).toEqual([]);
    clock.set(before.toISOString());
    expect((await catalogues.forBrowser()).version).toBe(version);
  });
});
