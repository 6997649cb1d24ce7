import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basename, dirname, join } from 'node:path';
import { getMyDossier, getProcedure, listMyMirrors, openDraft } from '@mocua/contract';
import { workspaceRoot } from '@mocua/server/kernel';
import {
  findPackageFolders,
  type PackageSource,
  PublishPackage,
  readPackageFolder,
  routeOn,
} from '@mocua/server/procedure';
import { RecordMirrorEvent, RunTimers, SealCheckpoint, VerifyDossiers } from '@mocua/server/dossier';
import { scaled } from '@mocua/testing';
import { ApiHarness, ok, type Session } from './api-harness';
import { PackageRoad } from './package-road';

/** The day the cases of packages are written for: Friday 20 November 2026. */
const caseDay = '2026-11-20';

const folders = await findPackageFolders(join(workspaceRoot(), 'procedures'));
const packages = await Promise.all(
  folders.map(async (folder) => {
    const read = await readPackageFolder(folder);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return { name: `${basename(dirname(folder))}/${basename(folder)}`, folder, source: read.source };
  }),
);
const sources = packages.map(({ name, source }) => ({ name, source: source as unknown as PackageSource }));
/** A new dossier is of the newest version; what an older one does is told by its own cases. */
const newest = sources.filter(
  ({ source: { entry } }) =>
    !sources.some(({ source }) => source.entry.code === entry.code && source.entry.version > entry.version),
);
const local = newest.filter(({ source }) => routeOn(source.entry, caseDay) === 'local');
const elsewhere = newest.filter(({ source }) => routeOn(source.entry, caseDay) !== 'local');

let api: ApiHarness;
let person: Session;
let company: Session;

beforeAll(async () => {
  // Every step is done here, so that each package is walked by officers alone.
  api = await ApiHarness.start({ SECTOR_SYSTEMS: 'none', DOCUMENT_MANAGEMENT_URL: 'none' });
  api.clock.advance({ days: 4 });
  person = await api.citizen('lam');
  company = await api.citizen('quan', 'quan-phat-company');
  for (const { folder } of packages) {
    const published = await api.get(PublishPackage).fromFolder(folder);
    if (!published.ok) throw new Error(`${folder}: ${JSON.stringify(published.problems)}`);
  }
}, 120_000);
afterAll(() => api.close());

function roadOf(source: PackageSource): PackageRoad {
  const applicant = source.entry.capacities?.includes('person') === false ? company : person;
  return new PackageRoad(api, source, applicant);
}

describe.each(local)('a dossier of $name', ({ source }) => {
  const accepted = source.cases.answers.filter((each) => each.problems.length === 0);
  const all = source.cases.paths.map((path, at) => ({ path, answers: accepted[at % accepted.length] }));
  // One good and one bad end each time, every path in the deep run.
  const paths = ['positive', 'negative'].flatMap((end) =>
    all.filter(({ path }) => path.ends === end).slice(0, scaled(1, 100)),
  );

  it.each(paths)('is filed and comes to its end: $path.name', async ({ path, answers }) => {
    if (!answers) throw new Error('no case is accepted');
    const road = roadOf(source);
    const receipt = await road.file(answers);
    const ended = await road.walk(receipt, path);
    expect([ended.state, ended.outcome]).toEqual(['done', path.ends]);

    const kinds = Object.entries(await road.printed(ended, receipt.receivingUnit.unitId));
    const isPaper = path.ends === 'negative' || source.entry.result !== 'none';
    expect(kinds.every(([, head]) => head === '%PDF-')).toBe(true);
    expect(kinds.map(([kind]) => kind).includes(path.ends === 'positive' ? 'result' : 'form-03')).toBe(
      isPaper,
    );
    expect(await road.handOver(ended, receipt.receivingUnit.unitId)).toBe(
      isPaper ? 'returned' : 'dossier.wrong-state',
    );
  });
});

describe.each(elsewhere)('the procedure $name, resolved elsewhere', ({ source }) => {
  it('is guided and cannot be filed here', async () => {
    const { code } = source.entry;
    const view = ok(await api.call(getProcedure, { params: { code } }));
    expect(view.onlineFiling).toBe(false);
    expect(view.guidance?.steps.length).toBeGreaterThan(0);
    const refused = await api.call(openDraft, { as: person, body: { procedureCode: code, startNew: true } });
    expect(refused.problem.code).toBe('procedure.not-online');
  });
});

describe('a dossier that another system resolves', () => {
  const fact = (
    eventId: string,
    leg: string | null,
    status: 'received' | 'processing' | 'done',
    at: string,
  ) => ({
    sourceSystem: 'national',
    externalCode: 'G22.99-261119-0042',
    procedureCode: '3.000722',
    ownerPersonalId: '099096000103',
    event: { eventId, leg, status, occurredAt: `2026-11-${at}:00.000Z`, dueAt: null },
  });
  const facts = [
    fact('5', 'insurance', 'done', '20T00:30'),
    fact('2', 'birth', 'done', '19T08:00'),
    fact('3', 'residence', 'received', '19T09:00'),
    fact('1', 'birth', 'received', '18T02:00'),
    fact('4', 'residence', 'processing', '20T00:10'),
  ];

  it('shows how far each of its four parts is, whatever came late or twice', async () => {
    const record = api.get(RecordMirrorEvent);
    const added = [];
    for (const each of [...facts, ...facts.toReversed()]) added.push(await record.execute(each));
    expect(added.filter(Boolean)).toHaveLength(5);

    const [mirror, ...others] = ok(await api.call(listMyMirrors, { as: person })).items;
    expect(others).toEqual([]);
    expect(mirror?.legs.map(({ code, status }) => [code, status])).toEqual([
      ['birth', 'done'],
      ['residence', 'processing'],
      ['insurance', 'done'],
      ['identity-card', null],
    ]);
    expect(mirror?.lastAt).toBe('2026-11-20T00:30:00.000Z');
    expect(mirror?.procedure.name.vi).toContain('Liên thông');
  });

  it('is shown to nobody else', async () => {
    const other = await api.citizen('van');
    expect(ok(await api.call(listMyMirrors, { as: other })).items).toEqual([]);
    expect(ok(await api.call(listMyMirrors, { as: company })).items).toEqual([]);
  });
});

describe('what the packages bring along', () => {
  const find = (code: string): PackageSource => {
    const found = sources.find(({ source }) => source.entry.code === code);
    if (!found) throw new Error(`no package ${code}`);
    return found.source;
  };
  const file = async (code: string, name: RegExp) => {
    const source = find(code);
    const answers = source.cases.answers.find((each) => name.test(each.name));
    const [path] = source.cases.paths;
    if (!answers || !path) throw new Error(`no such case of ${code}`);
    const road = roadOf(source);
    const receipt = await road.file(answers);
    return { view: await road.walk(receipt, path), receipt };
  };

  it('a fee for each copy is paid before the reception, with how it came about and a receipt', async () => {
    const { view } = await file('2.000635', /^Chính mình/u);
    expect([view.finance, view.fee?.amount, view.fee?.timing]).toEqual(['paid', 16_000, 'before']);
    expect(view.documents.map(({ kind }) => kind)).toContain('payment-receipt');
    expect(view.fee?.lines[0]?.explanation.vi).toMatch(/8\.000/u);
  });

  it('a fee by the page is due at the end, and no slip is made out at the counter', async () => {
    const { view } = await file('2.000815', /^Nhiều giấy tờ/u);
    expect([view.finance, view.fee?.amount, view.fee?.timing]).toEqual(['due', 42_000, 'after']);
    expect(view.documents.map(({ kind }) => kind)).toEqual(['submission-receipt', 'result']);
  });

  it('a birth in time costs nothing, and the certificate is the child’s', async () => {
    const { view } = await file('1.001193', /^Mẹ khai/u);
    expect([view.finance, view.people.subject]).toEqual(['none', { name: 'Trần Bảo Mẫu' }]);
  });

  it('a birth without the hospital’s certificate has five working days', async () => {
    const { view } = await file('1.001193', /^Sinh ở nhà/u);
    expect(view.due?.duration).toMatchObject({ amount: 5, unit: 'working-day' });
  });

  it('a notice has no due date and no result, and ends with being noted', async () => {
    const { view, receipt } = await file('DEMO-01', /^Tự giảm giá/u);
    expect([view.due, view.dueAt, view.delivery]).toEqual([null, null, 'none']);
    const params = { dossierId: receipt.dossierId };
    const mine = ok(await api.call(getMyDossier, { as: company, params }));
    expect([mine.state, mine.actions]).toEqual(['done', []]);
  });

  it('a notice of an enterprise is refused to a person, in words that say what to do', async () => {
    const refused = await api.call(openDraft, {
      as: person,
      body: { procedureCode: 'DEMO-01', startNew: true },
    });
    expect(refused.problem.code).toBe('procedure.organisation-only');
    expect(refused.problem.detail).toContain('chọn tổ chức');
  });

  it('every dossier replays to its stored state', async () => {
    await api.get(RunTimers).runDue();
    await api.get(SealCheckpoint).execute();
    expect((await api.get(VerifyDossiers).execute()).faults).toEqual([]);
  });
});
