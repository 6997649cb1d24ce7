import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { schemasOf } from '@mocua/contract/schemas';
import { loadConfig, Problem } from '@mocua/server/kernel';
import { MovingClock, startTestDatabase, type TestDatabase } from '@mocua/testing';
import { baseCodeOf } from '@mocua/engine/national-record';
import { foldVietnamese } from '@mocua/engine/vietnamese';
import { DescribeProcedure } from '../src/application/describe-procedure';
import { SearchCatalogues } from '../src/application/search-catalogue';
import { SearchProcedures } from '../src/application/search-procedures';
import { RecordReviewController } from '../src/http/record-review.controller';
import {
  ApproveNationalRecord,
  ImportNationalRecord,
  ProcessingTimes,
  ProvinceMap,
  PublishedProcedures,
  PublishPackage,
  RejectNationalRecord,
  ReviewNationalRecords,
  SearchableProcedures,
} from '../src/index';
import { NationalRecords } from '../src/persistence/national-records';
import { PackageVersions } from '../src/persistence/package-versions';
import { folderOf } from './package-folder';
import { demoRecords, realRecords, recordIn, type RecordFile, textsIn } from './record-files';

class Nobody extends ProcessingTimes {
  override experienceWith() {
    return Promise.resolve(null);
  }
  override experiencesWith() {
    return Promise.resolve(new Map());
  }
}

class NoMap extends ProvinceMap {
  override places() {
    return Promise.resolve({ version: '', places: [] });
  }
}

const today = '2026-11-22';
const by = 'officer:test';

describe('national records', () => {
  const clock = new MovingClock(`${today}T02:00:00Z`);
  let db: TestDatabase;
  let imports: ImportNationalRecord;
  let approve: ApproveNationalRecord;
  let reject: RejectNationalRecord;
  let reviews: ReviewNationalRecords;
  let view: DescribeProcedure;
  let searchable: SearchableProcedures;
  let search: SearchProcedures;
  let publish: PublishPackage;
  let controller: RecordReviewController;

  beforeAll(async () => {
    db = await startTestDatabase();
    const records = new NationalRecords(db.database);
    const versions = new PackageVersions(db.database);
    const procedures = new PublishedProcedures(versions);
    imports = new ImportNationalRecord(records, clock);
    approve = new ApproveNationalRecord(records, clock);
    reject = new RejectNationalRecord(records, clock);
    reviews = new ReviewNationalRecords(records);
    searchable = new SearchableProcedures(procedures, records);
    search = new SearchProcedures(
      new SearchCatalogues(searchable, procedures, new NoMap(), clock),
      new Nobody(),
    );
    publish = new PublishPackage(versions, clock);
    view = new DescribeProcedure(
      procedures,
      records,
      new Nobody(),
      loadConfig({ DATABASE_URL: db.url }),
      clock,
    );
    controller = new RecordReviewController(reviews, approve, reject);
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    const tables = ['national_record_decisions', 'national_records', 'package_versions'];
    for (const table of tables)
      await db.database.query(`ALTER TABLE procedure.${table} DISABLE TRIGGER USER`);
    await db.database.query(`TRUNCATE ${tables.map((table) => `procedure.${table}`).join()}`);
    for (const table of tables) await db.database.query(`ALTER TABLE procedure.${table} ENABLE TRIGGER USER`);
  });

  const stall = demoFile('9.990001.H99.json');

  async function importing(file: RecordFile, change: (text: string) => string = (text) => text) {
    const result = await imports.execute(Buffer.from(change(Buffer.from(file.bytes).toString('utf8'))), by);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    return result;
  }

  async function publishing(file: RecordFile, change?: (text: string) => string) {
    const { review } = await importing(file, change);
    return approve.execute({ code: review.code, differenceHash: review.differenceHash, approvedBy: by });
  }

  const dearer = (text: string) => text.replaceAll('"SOTIEN": "60000"', '"SOTIEN": "65000"');
  const codesOf = async () => (await searchable.list(today)).map(({ code }) => code);
  const rows = () =>
    db.database.one<{ count: number }>('SELECT count(*)::int AS count FROM procedure.national_records');

  describe('when they are imported', () => {
    it('wait for approval, with what is still to complete, and are not shown', async () => {
      const { outcome, review } = await importing(stall);
      expect(outcome).toBe('proposed');
      expect(review).toMatchObject({
        code: '9.990001',
        revision: 1,
        state: 'proposed',
        publishedRevision: null,
      });
      expect(review.gaps.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['fee-in-words', 'time-range', 'day-unclear', 'old-unit', 'copies-missing']),
      );
      await expect(view.execute('9.990001')).rejects.toThrow(new Problem('procedure.not-found'));
      expect(await codesOf()).toEqual([]);
    });

    it('keep the bytes as they were received', async () => {
      await importing(stall);
      const row = await db.database.one<{ source: Buffer }>('SELECT source FROM procedure.national_records');
      expect(row?.source.equals(Buffer.from(stall.bytes))).toBe(true);
    });

    it('change nothing when the same content comes again, in whatever layout', async () => {
      const first = await importing(stall);
      const again = await importing(stall, (text) => JSON.stringify(JSON.parse(text)));
      expect([again.outcome, again.review.differenceHash, (await rows())?.count]).toEqual([
        'waiting',
        first.review.differenceHash,
        1,
      ]);
      await approve.execute({ ...first.review, approvedBy: by });
      expect((await importing(stall)).outcome).toBe('unchanged');
    });

    it('propose nothing when what is published comes again, and leave an open proposal to people', async () => {
      await publishing(stall);
      await importing(stall, dearer);
      const { outcome, review } = await importing(stall);
      expect([outcome, review.state, review.revision, review.publishedRevision]).toEqual([
        'unchanged',
        'proposed',
        2,
        1,
      ]);
    });

    it('are one revision each when many import at the same time', async () => {
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => importing(stall)));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
        'proposed',
        'waiting',
        'waiting',
        'waiting',
      ]);
    });

    it('are refused with line and reason when they are broken, and nothing is stored', async () => {
      const result = await imports.execute(Buffer.from('{"MATTHC": "9.990001",\n "TENTTHC": 5}'), by);
      expect(result.ok ? [] : result.faults[0]).toMatchObject({ line: 1, code: 'missing-field' });
      expect(result.ok ? [] : result.faults.find(({ code }) => code === 'wrong-type')).toMatchObject({
        line: 2,
      });
      expect((await rows())?.count).toBe(0);
    });
  });

  describe('when they change', () => {
    it('show the difference, and the public sees the old text until it is approved', async () => {
      await publishing(stall);
      const { outcome, review } = await importing(stall, dearer);
      expect([outcome, review.revision, review.publishedRevision]).toEqual(['proposed', 2, 1]);
      expect(review.changes.map(({ before, after }) => [before, after])).toEqual([
        ['60000', '65000'],
        ['60000', '65000'],
      ]);
      expect((await view.execute('9.990001')).record?.revision).toBe(1);
      await approve.execute({ ...review, approvedBy: by });
      expect((await view.execute('9.990001')).record).toMatchObject({ revision: 2 });
    });

    it('are found under their new name as soon as it is published', async () => {
      await publishing(stall);
      expect((await searchable.list(today))[0]?.summary.name.vi).toContain('chợ phiên');
      await publishing(stall, (text) => text.replace('tại chợ phiên"', 'tại chợ nổi"'));
      expect((await searchable.list(today))[0]?.summary.name.vi).toContain('chợ nổi');
    });

    it('may be approved for a later day', async () => {
      await publishing(stall);
      const { review } = await importing(stall, dearer);
      await approve.execute({ ...review, effectiveFrom: '2027-01-01', approvedBy: by });
      expect((await view.execute('9.990001')).record?.revision).toBe(1);
      expect((await searchable.list('2027-01-01'))[0]?.hash).toBe(
        (await new NationalRecords(db.database).inForce('9.990001', '2027-01-01'))?.contentHash,
      );
    });

    it('are no longer shown after their last day', async () => {
      const { review } = await importing(stall);
      await approve.execute({
        ...review,
        effectiveFrom: '2026-01-01',
        effectiveTo: '2026-10-31',
        approvedBy: by,
      });
      await expect(view.execute('9.990001')).rejects.toThrow(new Problem('procedure.not-found'));
      await expect(
        approve.execute({
          ...review,
          effectiveFrom: '2026-02-01',
          effectiveTo: '2026-01-31',
          approvedBy: by,
        }),
      ).rejects.toThrow(new Problem('request.invalid'));
    });

    it('belong to the same procedure when only the suffix of the province changes', async () => {
      await publishing(stall);
      const { review } = await importing(stall, (text) => text.replace('9.990001.H99', '9.990001.H98'));
      expect(review.changes.map(({ line }) => line.vi)).toEqual([
        'Thủ tục: mã thủ tục đổi từ “9.990001.H99” thành “9.990001.H98”',
      ]);
    });
  });

  describe('when somebody decides', () => {
    it('publish exactly what was read: a newer file makes the old difference stale', async () => {
      const first = await importing(stall);
      await importing(stall, dearer);
      await expect(approve.execute({ ...first.review, approvedBy: by })).rejects.toThrow(
        new Problem('record.stale'),
      );
      expect(await codesOf()).toEqual([]);
    });

    it('cannot be decided twice, not even at the same time', async () => {
      const { review } = await importing(stall);
      const results = await Promise.allSettled(
        [1, 2, 3].map(() => approve.execute({ ...review, approvedBy: by })),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
      await expect(reject.execute({ ...review, reason: 'Chưa đúng', rejectedBy: by })).rejects.toThrow(
        new Problem('record.decided'),
      );
    });

    it('keep what was published when a proposal is rejected, and may be proposed again', async () => {
      await publishing(stall);
      const { review } = await importing(stall, dearer);
      const rejected = await reject.execute({ ...review, reason: 'Chờ nghị quyết', rejectedBy: by });
      expect(rejected).toMatchObject({ state: 'rejected', reason: 'Chờ nghị quyết', publishedRevision: 1 });
      expect((await view.execute('9.990001')).record?.revision).toBe(1);
      const again = await importing(stall, dearer);
      expect([again.outcome, again.review.revision, again.review.changes.length]).toEqual(['proposed', 3, 2]);
    });

    it('say so when there is no such record', async () => {
      await expect(reviews.read('9.999999')).rejects.toThrow(new Problem('record.not-found'));
    });

    it.each(['national_records', 'national_record_decisions'])(
      'leave %s as they are for ever',
      async (table) => {
        await publishing(stall);
        for (const sql of [`UPDATE procedure.${table} SET code = code`, `DELETE FROM procedure.${table}`])
          await expect(db.database.query(sql)).rejects.toThrow('immutable');
      },
    );
  });

  describe('in the list of an administrator', () => {
    it('stand proposals first, as the contract says', async () => {
      await publishing(demoFile('2.000908.H99.json'));
      await importing(stall);
      const list = schemasOf.listRecordReviews.response?.parse(await controller.list());
      expect(list).toMatchObject({
        items: [
          { code: '9.990001', state: 'proposed', publishedRevision: null, changes: 0 },
          { code: '2.000908', state: 'published', publishedRevision: 1 },
        ],
      });
      const input = { params: { code: '9.990001' }, query: undefined, body: undefined } as never;
      const read = schemasOf.getRecordReview.response?.parse(await controller.read(input));
      expect(read).toMatchObject({ nationalCode: '9.990001.H99', differenceHash: expect.any(String) });
    });
  });

  describe('on the page of a procedure', () => {
    it('are shown with the package of the same procedure, and found once', async () => {
      await publish.fromFolder(folderOf('2.000908/v1'));
      const alone = (await searchable.list(today))[0];
      await publishing(demoFile('2.000908.H99.json'));
      const [found, ...others] = await searchable.list(today);
      expect(others).toEqual([]);
      expect(found).toMatchObject({ code: '2.000908', source: 'package', otherCodes: ['2.000908.H99'] });
      expect(found?.hash).not.toBe(alone?.hash);
      const shown = await view.execute('2.000908.H99');
      expect(shown).toMatchObject({ code: '2.000908', source: 'package', onlineFiling: true });
      expect(shown.record?.nationalCode).toBe('2.000908.H99');
    });

    it('are a procedure of their own without a package, and say why they cannot be filed here', async () => {
      await publishing(stall);
      const shown = schemasOf.getProcedure.response?.parse(await view.execute('9.990001.H99'));
      expect(shown).toMatchObject({
        code: '9.990001',
        source: 'record',
        onlineFiling: false,
        onlineFilingReason: { vi: expect.stringContaining('Bộ phận Một cửa') },
        duration: {
          vi: '05-07 Ngày hoặc 02 Ngày làm việc, tùy trường hợp',
          en: expect.stringContaining('5–7 days'),
        },
        fee: { vi: 'Nhiều mức, từ 0 đến 80.000 đồng' },
        feeAmount: null,
        route: null,
        components: [],
      });
    });

    it('are free only when the record says zero everywhere', async () => {
      await publishing(demoFile('2.000908.H99.json'));
      await publishing(demoFile('9.990002.H99.json'));
      expect((await view.execute('2.000908')).feeAmount).toBe(0);
      expect((await view.execute('9.990002')).feeAmount).toBeNull();
    });
  });

  describe.each(demoRecords.map((file) => [file.name, file] as const))(
    'the demo record %s',
    (_name, file) => {
      it('is imported, shown with every text it has, and found', () => isShownWhole(file));
    },
  );

  const real = realRecords.length > 0 ? describe : describe.skip;
  real('the records of a real province, where they are at hand', () => {
    it.each(realRecords.map((file) => [file.name, file] as const))(
      '%s is imported unchanged, shown whole, and found',
      (_name, file) => isShownWhole(file),
    );
  });

  it('are each found among all the others', async () => {
    for (const file of [...demoRecords, ...realRecords]) await publishing(file);
    for (const file of [...demoRecords, ...realRecords]) {
      const { nationalCode, name } = recordIn(file);
      await isFound({ MATTHC: nationalCode, TENTTHC: name }, baseCodeOf(nationalCode));
    }
  });

  /** Every text of the file stands on the view, and every fee row in its place. */
  async function isShownWhole(file: RecordFile): Promise<void> {
    const { review } = await importing(file);
    const stored = await db.database.one<{ content: unknown }>(
      'SELECT content FROM procedure.national_records',
    );
    const original = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as {
      MATTHC: string;
      TENTTHC: string;
    };
    expect(stored?.content).toEqual(original);
    await approve.execute({ ...review, approvedBy: by });

    const shown = await view.execute(original.MATTHC);
    expect(schemasOf.getProcedure.response?.safeParse(shown).success).toBe(true);
    const channels = ['direct', 'online', 'post'];
    const texts = new Set(textsIn(shown.record));
    const missing = textsIn(original).filter((text) => !texts.has(text) && !['1', '2', '3'].includes(text));
    expect(missing).toEqual([]);
    expect(shown.record).toMatchObject(recordIn(file));
    expect(channels).toEqual(
      expect.arrayContaining(shown.record?.channels.map(({ channel }) => channel) ?? []),
    );
    const rowsSaid = JSON.stringify(original).match(/"SOTIEN"/gu)?.length ?? 0;
    const rowsShown = shown.record?.channels.flatMap(({ times }) => times.flatMap(({ fees }) => fees)).length;
    expect(rowsShown).toBe(rowsSaid);

    await isFound(original, review.code);
    const [found] = await searchable.list(today);
    expect([found?.summary.name.vi, found?.otherCodes.concat(found.code)]).toEqual([
      original.TENTTHC,
      expect.arrayContaining([original.MATTHC]),
    ]);
  }

  /** First by its codes, by its name, and by the beginning of its name without tones. */
  async function isFound(
    { MATTHC, TENTTHC }: { MATTHC: string; TENTTHC: string },
    code: string,
  ): Promise<void> {
    const firstWords = foldVietnamese(TENTTHC).split(' ').slice(0, 10).join(' ');
    for (const q of [MATTHC, code, TENTTHC.slice(0, 150), firstWords]) {
      const { items } = await search.execute({ q, limit: 3 } as Parameters<SearchProcedures['execute']>[0]);
      expect([q, items[0]?.code]).toEqual([q, code]);
    }
  }
});

function demoFile(name: string): RecordFile {
  const file = demoRecords.find((one) => one.name === name);
  if (!file) throw new Error(`${name} is missing in procedures/records`);
  return file;
}
