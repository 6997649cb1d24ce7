import { randomBytes, randomUUID } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  completeTask,
  deleteStoredPaper,
  describeStoredPaper,
  type DossierId,
  downloadOfficerAttachment,
  downloadSharedPaper,
  downloadStoredPaper,
  endShare,
  getMyDossier,
  getOfficerDossier,
  hideStoredPaper,
  listGivenShares,
  listPapersForDraft,
  listReadings,
  listReceivedShares,
  listStoredPapers,
  openAssistedDraft,
  type PaperWords,
  receiveDossier,
  removeFromDraft,
  reuseStoredPaper,
  sharePaper,
  saveAssistedDraft,
  type StoredPaperView,
  submitAssistedDraft,
  submitDossier,
  uploadStoredPaper,
  uploadToAssistedDraft,
} from '@mocua/contract';
import { nationalReportOf } from '@mocua/engine/dossier';
import { KeepArrivals, NoteArrivals, RevokePaper, StoreOfPerson } from '@mocua/server/data-store';
import { ToldDossiers } from '@mocua/server/dossier';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { follow } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';
import { ReadingWatch } from './reading-watch';

let api: ApiHarness;
let lam: Session;
let quan: Session;
let thuy: Session;
let thuyForSen: Session;

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  thuy = await api.citizen('thuy');
  thuyForSen = await api.citizen('thuy', 'sen');
}, 120_000);
afterAll(() => api.close());

const identity: PaperWords = {
  kind: 'identity',
  title: 'Thẻ căn cước của tôi',
  number: '',
  issuer: 'Bộ Công an',
  issuedOn: '2024-01-02',
  validUntil: '2039-01-02',
};

/** A PDF like no other. */
function aPdf(): Buffer {
  return Buffer.concat([
    smallPdf.subarray(0, 9),
    Buffer.from(`%${randomBytes(20).toString('hex')}\n`),
    smallPdf.subarray(9),
  ]);
}

async function kept(as: Session, words: Partial<PaperWords> = {}, file = aPdf()): Promise<StoredPaperView> {
  const query = { fileName: 'thẻ căn cước.pdf' };
  const { paperId } = ok(await api.call(uploadStoredPaper, { as, query, file }));
  const body = { ...identity, ...words };
  return ok(await api.call(describeStoredPaper, { as, params: { paperId }, body }));
}

/** A draft without its identity paper, and what came of offering it a stored one. */
async function reused(as: Session, paperId: string) {
  const draft = await aFiling(api, as).withFiles().draft();
  const body = { component: 'identity-paper', paperId };
  return { draft, answer: await api.call(reuseStoredPaper, { as, params: draft, body: body as never }) };
}

async function refusal(as: Session, paperId: string): Promise<string> {
  const { answer } = await reused(as, paperId);
  return answer.status === 200 ? 'taken' : answer.problem.code;
}

/** Turns one byte of the newest file on the disk of the installation. */
async function forgeNewestFile(): Promise<() => Promise<void>> {
  const root = join(api.dataDir, 'files');
  const names = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const stamped = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(name, { bigint: true })).ctimeNs })),
  );
  const newest = stamped.reduce((a, b) => (b.at > a.at ? b : a)).name;
  const before = await readFile(newest);
  const after = Buffer.from(before);
  const at = after.length - 40;
  after[at] = (after[at] ?? 0) ^ 1;
  await writeFile(newest, after);
  return () => writeFile(newest, before);
}

async function arrive(): Promise<void> {
  const found = async () => (await follow(api.db.database, api.get(NoteArrivals))) > 0;
  // Whatever else runs on the server holds the horizon down for a moment.
  for (let quiet = 0; quiet < 3;) quiet = (await found()) ? 0 : quiet + 1;
  await api.get(KeepArrivals).round();
}

describe('a paper of one’s own', () => {
  it('is kept with its words, found by them, opened whole, hidden, and deleted with its room', async () => {
    const before = ok(await api.call(listStoredPapers, { as: lam, query: {} })).usage;
    const file = aPdf();
    const paper = await kept(lam, { number: '45/1996' }, file);
    expect(paper).toMatchObject({ source: 'own', standing: 'valid', issuer: 'Bộ Công an', dossier: null });
    const found = async (query: object) =>
      ok(await api.call(listStoredPapers, { as: lam, query })).items.map((each) => each.paperId);
    expect(await found({ search: 'can cuoc 45/1996' })).toEqual([paper.paperId]);
    expect(await found({ search: 'khai sinh' })).toEqual([]);
    expect(await found({ source: 'result' })).toEqual([]);
    const opened = await api.call(downloadStoredPaper, { as: lam, params: paper });
    expect(opened.raw).toEqual(file);
    expect(opened.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    ok(await api.call(hideStoredPaper, { as: lam, params: paper, body: { hidden: true } }));
    expect(await found({})).not.toContain(paper.paperId);
    expect(await found({ hidden: 'only' })).toContain(paper.paperId);
    ok(await api.call(deleteStoredPaper, { as: lam, params: paper }));
    expect(ok(await api.call(listStoredPapers, { as: lam, query: {} })).usage).toEqual(before);
    expect((await api.call(downloadStoredPaper, { as: lam, params: paper })).status).toBe(404);
  });

  it('is one paper however often it is sent under one key, and another file under the key is refused', async () => {
    const key = randomUUID();
    const query = { fileName: 'giấy.pdf' };
    const file = aPdf();
    const [first, again] = await Promise.all(
      [1, 2].map(() => api.call(uploadStoredPaper, { as: quan, query, file, key })),
    );
    expect(ok(again as never)).toEqual(ok(first as never));
    const other = await api.call(uploadStoredPaper, { as: quan, query, file: aPdf(), key });
    expect(other.problem.code).toBe('request.idempotency-key-reused');
    const { items, usage } = ok(await api.call(listStoredPapers, { as: quan, query: {} }));
    expect([items.length, usage.papers, usage.bytes]).toEqual([1, 1, file.length]);
  });

  it('is refused once the room is taken, even by many at the same time, and says how much room there is', async () => {
    const owner = demoPartyId('thuy');
    await api.db.database.query(
      `INSERT INTO data_store.room_taken (owner_party, papers, bytes) VALUES ($1, 98, 0)`,
      [owner],
    );
    const sent = await Promise.all(
      Array.from({ length: 5 }, () =>
        api.call(uploadStoredPaper, { as: thuy, query: { fileName: 'a.pdf' }, file: aPdf() }),
      ),
    );
    expect(sent.filter((answer) => answer.status === 200)).toHaveLength(2);
    const refused = sent.filter((answer) => answer.status !== 200);
    expect(refused.map((answer) => answer.problem.code)).toEqual(['store.full', 'store.full', 'store.full']);
    expect(refused[0]?.problem.title).toContain('100 giấy tờ hoặc 200 MB');
    expect(ok(await api.call(listStoredPapers, { as: thuy, query: {} })).items).toHaveLength(2);
  });

  it('takes the place of an older one with the same number, which then only warns', async () => {
    const older = await kept(lam, { number: 'HC-7', issuedOn: '2016-01-02' });
    api.clock.advance({ minutes: 1 });
    const newer = await kept(lam, { number: 'hc-7', issuedOn: '2026-01-02' });
    expect(newer.version).toBe(2);
    const { items } = ok(await api.call(listStoredPapers, { as: lam, query: { search: 'hc 7' } }));
    expect(items.find((each) => each.paperId === older.paperId)).toMatchObject({
      standing: 'superseded',
      supersededBy: newer.paperId,
    });
    expect(await refusal(lam, older.paperId)).toBe('taken');
  });

  it('must not end before it was issued', async () => {
    const { paperId } = await kept(lam);
    const body = { ...identity, validUntil: '2020-01-01' };
    const crossed = await api.call(describeStoredPaper, { as: lam, params: { paperId }, body });
    expect(crossed.problem.code).toBe('store.dates-crossed');
  });

  it('is nobody else’s: not to see, not to change, not to share, not to use', async () => {
    const paper = await kept(lam);
    const params = { paperId: paper.paperId };
    const tries = [
      await api.call(downloadStoredPaper, { as: quan, params }),
      await api.call(describeStoredPaper, { as: quan, params, body: identity }),
      await api.call(hideStoredPaper, { as: quan, params, body: { hidden: true } }),
      await api.call(deleteStoredPaper, { as: quan, params }),
      await api.call(sharePaper, {
        as: quan,
        params,
        body: { recipient: { kind: 'tax-code', value: '0990000001' }, until: '2026-11-20' },
      }),
    ];
    expect(tries.map((each) => each.status)).toEqual([404, 404, 404, 404, 404]);
    expect(await refusal(quan, paper.paperId)).toBe('store.paper-not-found');
  });
});

describe('a stored paper in a filing', () => {
  it('is offered where it fits, taken by reference, and said so; but what nobody checked is no reuse for the index', async () => {
    const paper = await kept(lam);
    const { draft, answer } = await reused(lam, paper.paperId);
    expect(ok(answer)).toMatchObject({
      sha256: paper.sha256,
      reusedFrom: 'own',
      fileName: 'thẻ căn cước.pdf',
    });
    const offers = ok(await api.call(listPapersForDraft, { as: lam, params: draft })).items;
    expect(offers.find((each) => each.paper.paperId === paper.paperId)?.fits).toEqual(['identity-paper']);
    const body = { component: 'identity-paper', paperId: paper.paperId };
    const twice = await api.call(reuseStoredPaper, { as: lam, params: draft, body });
    expect(twice.problem.code).toBe('store.paper-there-already');
    const { dossierId } = ok(
      await api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } }),
    );
    const dossier = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } }));
    expect(dossier.attachments.map((each) => each.reusedFrom)).toEqual(['own']);
    expect(await reportOf(dossierId)).toMatchObject({ reusedComponents: 0, files: [{ reused: false }] });
  });

  it('is refused when it is forged, expired or revoked, when it is taken and again when it is filed', async () => {
    const expired = await kept(lam, { validUntil: '2026-11-15' });
    expect(await refusal(lam, expired.paperId)).toBe('store.paper-expired');

    const revoked = await kept(lam);
    expect(await api.get(RevokePaper).execute(revoked.paperId, 'Cấp sai đối tượng')).toBe(true);
    expect(await refusal(lam, revoked.paperId)).toBe('store.paper-revoked');

    const forged = await kept(lam);
    const mend = await forgeNewestFile();
    expect(await refusal(lam, forged.paperId)).toBe('store.paper-damaged');
    const opened = await api.call(downloadStoredPaper, { as: lam, params: forged });
    expect(opened.problem.code).toBe('store.paper-damaged');
    await mend();

    // A row that names another file, with the file of somebody else behind it.
    await api.db.database.query('UPDATE data_store.papers SET sha256 = $2 WHERE paper_id = $1', [
      forged.paperId,
      expired.sha256,
    ]);
    expect(await refusal(lam, forged.paperId)).toBe('store.paper-damaged');
    await api.db.database.query('UPDATE data_store.papers SET sha256 = $2 WHERE paper_id = $1', [
      forged.paperId,
      forged.sha256,
    ]);

    const { draft, answer } = await reused(lam, forged.paperId);
    const attachment = ok(answer);
    await api.get(RevokePaper).execute(forged.paperId, 'Cấp sai đối tượng');
    const submit = () =>
      api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } });
    expect((await submit()).problem.code).toBe('store.paper-revoked');
    const taken = { ...draft, attachmentId: attachment.attachmentId };
    ok(await api.call(removeFromDraft, { as: lam, params: taken }));
    const whole = await kept(lam);
    const body = { component: 'identity-paper', paperId: whole.paperId };
    ok(await api.call(reuseStoredPaper, { as: lam, params: draft, body }));
    expect((await submit()).status).toBe(200);
  });

  it('is out of reach of whoever no longer acts for its owner', async () => {
    const paper = await kept(thuyForSen);
    const { draft, answer } = await reused(thuyForSen, paper.paperId);
    ok(answer);
    const sees = async () => {
      const offers = await api.call(listPapersForDraft, { as: thuy, params: draft });
      return offers.status === 200
        ? offers.body.items.some((each) => each.paper.paperId === paper.paperId)
        : offers.problem.code;
    };
    expect(await sees()).toBe(true);
    const end = (at: string | null) =>
      api.db.database.query(
        'UPDATE identity.representations SET revoked_at = $3 WHERE representative_id = $1 AND represented_id = $2',
        [demoPartyId('thuy'), demoPartyId('sen'), at],
      );
    await end(api.clock.iso());
    expect(await sees()).toBe('party.not-represented');
    const body = { component: 'identity-paper', paperId: paper.paperId };
    const again = await api.call(reuseStoredPaper, { as: thuy, params: draft, body });
    expect(again.problem.code).toBe('party.not-represented');
    await end(null);
  });
});

describe('a share', () => {
  const quans = {
    kind: 'personal-id' as const,
    value: demoPeople.find((each) => each.key === 'quan')?.personalId ?? '',
  };

  it('shows one paper to one person until its day, and every look is seen by the owner', async () => {
    const paper = await kept(lam, { title: 'Giấy ủy quyền', kind: 'authorisation' });
    const body = { recipient: quans, until: '2026-11-20' };
    const share = ok(await api.call(sharePaper, { as: lam, params: paper, body }));
    expect(share).toMatchObject({ recipient: `•••${quans.value.slice(-3)}`, state: 'open' });
    const received = async () => ok(await api.call(listReceivedShares, { as: quan })).items;
    expect(await received()).toMatchObject([{ from: 'Trần Văn Lâm', paper: { paperId: paper.paperId } }]);
    expect((await api.call(downloadSharedPaper, { as: quan, params: share })).status).toBe(200);
    expect((await api.call(downloadSharedPaper, { as: thuy, params: share })).status).toBe(404);
    expect(await refusal(quan, paper.paperId)).toBe('taken');
    const { items } = ok(await api.call(listReadings, { as: lam, query: {} }));
    expect(items.map((each) => each.who)).toContain('Người được bạn chia sẻ giấy tờ');

    ok(await api.call(endShare, { as: lam, params: share }));
    expect(await received()).toEqual([]);
    expect((await api.call(downloadSharedPaper, { as: quan, params: share })).status).toBe(404);
    expect(await refusal(quan, paper.paperId)).toBe('store.paper-not-found');
    expect(ok(await api.call(listGivenShares, { as: lam })).items[0]?.state).toBe('ended');
    expect((await api.call(endShare, { as: quan, params: share })).status).toBe(404);
  });

  it('runs out by itself, stops a filing that relied on it, and cannot be made for years', async () => {
    const paper = await kept(lam);
    const share = (until: string, key?: string) =>
      api.call(sharePaper, {
        as: lam,
        params: paper,
        body: { recipient: quans, until },
        ...(key ? { key } : {}),
      });
    expect((await share('2028-01-01')).problem.code).toBe('store.share-too-long');
    expect((await share('2026-11-15')).problem.code).toBe('store.share-too-long');
    const key = randomUUID();
    const first = ok(await share('2026-11-16', key));
    expect(ok(await share('2026-11-16', key)).shareId).toBe(first.shareId);
    const { draft, answer } = await reused(quan, paper.paperId);
    ok(answer);
    await api.db.database.query(`UPDATE data_store.shares SET until = '2026-11-15' WHERE share_id = $1`, [
      first.shareId,
    ]);
    const filed = await api.call(submitDossier, {
      as: quan,
      params: draft,
      body: { version: draft.version },
    });
    expect(filed.problem.code).toBe('store.paper-not-found');
  });
});

describe('what arrives from dossiers', () => {
  it('is the result, once, with what officers digitised; it cannot be deleted, and counts as reuse', async () => {
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const dossierId = await assisted(oneStop);
    await resolve(dossierId, oneStop);
    await arrive();
    const mine = async () =>
      ok(await api.call(listStoredPapers, { as: lam, query: {} })).items.filter(
        (each) => each.source !== 'own',
      );
    const papers = await mine();
    expect(papers.map((each) => [each.source, each.kind, each.title]).sort()).toEqual([
      ['component', 'identity', 'Bản chụp giấy tờ tùy thân'],
      ['result', 'copy-from-register', 'Bản sao từ sổ gốc'],
    ]);
    await api.db.database.query('UPDATE data_store.arrivals SET kept_at = NULL');
    await arrive();
    expect(await mine()).toEqual(papers);

    const result = papers.find((each) => each.source === 'result');
    const component = papers.find((each) => each.source === 'component');
    const removed = await api.call(deleteStoredPaper, {
      as: lam,
      params: { paperId: result?.paperId ?? '' },
    });
    expect(removed.problem.code).toBe('store.not-own');
    const pdf = await api.call(downloadStoredPaper, { as: lam, params: { paperId: result?.paperId ?? '' } });
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');

    const { draft, answer } = await reused(lam, component?.paperId ?? '');
    ok(answer);
    const filed = ok(
      await api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } }),
    );
    expect(await reportOf(filed.dossierId)).toMatchObject({ reusedComponents: 1, files: [{ reused: true }] });
  });

  it('is reached by officers through a dossier that holds it, and by no look into the store', async () => {
    const { draft } = await reused(lam, (await kept(lam)).paperId);
    const { dossierId } = ok(
      await api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } }),
    );
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const asked: string[] = [];
    const { pool } = api.parts.database;
    const query = pool.query.bind(pool);
    pool.query = ((statement: { text?: string }, ...rest: unknown[]) => {
      asked.push(String(statement.text ?? statement));
      return (query as (...all: unknown[]) => unknown)(statement, ...rest);
    }) as typeof pool.query;
    const watch = new ReadingWatch(api.db.database);
    await watch.begin();
    const seen = ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    const [attachment] = seen.attachments;
    const params = { dossierId, attachmentId: attachment?.attachmentId ?? '' };
    const opened = await api.call(downloadOfficerAttachment, { as: oneStop, params });
    pool.query = query as typeof pool.query;
    expect([opened.status, attachment?.reusedFrom]).toEqual([200, 'own']);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((statement) => statement.includes('data_store'))).toEqual([]);
    expect(await watch.differences()).toEqual([]);
    watch.end();
  });
});

describe('the store of an erased person', () => {
  it('holds nothing, not even what arrives from a dossier later', async () => {
    const quansParty = demoPartyId('quan');
    await kept(quan);
    expect(await api.get(StoreOfPerson).remove(quansParty, 'own')).toBeGreaterThan(0);
    expect(ok(await api.call(listStoredPapers, { as: quan, query: {} }))).toMatchObject({
      items: [],
      usage: { papers: 0, bytes: 0 },
    });
    const left = (kind: string) =>
      api.db.database.query('SELECT 1 FROM personal_data.sealed_values WHERE kind = $1 AND subject_id = $2', [
        kind,
        quansParty,
      ]);
    expect(await left('stored-paper')).toEqual([]);

    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const dossierId = await aFiling(api, quan).dossierId();
    await resolve(dossierId, oneStop);
    const key = await api.db.database.one<{ wrapped_key: Buffer }>(
      'SELECT wrapped_key FROM personal_data.subject_keys WHERE subject_id = $1',
      [quansParty],
    );
    expect(key?.wrapped_key).toBeTruthy();
    await api.get(SubjectVault).erase(quansParty);
    await arrive();
    expect(
      await api.db.database.query('SELECT 1 FROM data_store.papers WHERE owner_party = $1', [quansParty]),
    ).toEqual([]);
    const unsettled = 'SELECT 1 FROM data_store.arrivals WHERE dossier_id = $1 AND kept_at IS NULL';
    expect(await api.db.database.query(unsettled, [dossierId])).toEqual([]);
  });
});

async function reportOf(dossierId: DossierId) {
  const told = (await api.get(ToldDossiers).many([dossierId])).get(dossierId);
  const events = told?.events ?? [];
  const facts = events.flatMap((event) => (event.type === 'dossier-submitted' ? [event.payload.facts] : []));
  const report = nationalReportOf([
    ...events.map((event) =>
      event.type === 'dossier-submitted'
        ? {
            ...event,
            payload: { ...event.payload, sourceSystem: 'national-portal', externalCodes: ['G22.99'] },
          }
        : event,
    ),
  ]);
  expect(report?.reusedComponents).toBe(facts[0]?.reusedComponents);
  return report;
}

/** A filing at the counter: the officer scans the paper. */
async function assisted(oneStop: Session): Promise<DossierId> {
  const person = demoPeople.find((each) => each.key === 'lam');
  const opened = ok(
    await api.call(openAssistedDraft, {
      as: oneStop,
      body: {
        procedureCode: '2.000908',
        channel: 'counter',
        person: {
          fullName: 'Trần Văn Lâm',
          personalId: person?.personalId ?? '',
          birthDate: person?.birthDate ?? '',
        },
      },
    }),
  );
  const params = { draftId: opened.draftId };
  const answers = {
    phone: '0900000103',
    address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
    ...opened.answers,
    relation: 'self',
    paperKind: 'birth',
    registerKeeper: demoUnitId('dong-sen'),
    copies: 1,
    returnMethod: 'electronic',
    confirmed: true,
  };
  const { version } = ok(
    await api.call(saveAssistedDraft, { as: oneStop, params, body: { version: opened.version, answers } }),
  );
  const query = { component: 'identity-paper', fileName: 'bản quét.pdf' };
  ok(await api.call(uploadToAssistedDraft, { as: oneStop, params, query, file: aPdf() }));
  return ok(await api.call(submitAssistedDraft, { as: oneStop, params, body: { version } })).dossierId;
}

/** From reception to the issued copy. */
async function resolve(dossierId: DossierId, oneStop: Session): Promise<void> {
  const params = { dossierId };
  ok(await api.call(receiveDossier, { as: oneStop, params, body: { version: 1 } }));
  const found = {
    found: 'yes',
    registerVolume: '02/1996',
    registerNumber: '45',
    entryText: 'Trần Văn Lâm, sinh ngày 14/05/1996',
  };
  for (const [person, role, outcome, values] of [
    ['tuan', 'dong-sen-specialist', 'submit', found],
    ['phuc', 'dong-sen-leader', 'approve', {}],
    ['bao', 'dong-sen-clerk', 'issue', { issueNumber: '12/2026/SG' }],
  ] as const) {
    const as = await api.officer(person, role);
    const seen = ok(await api.call(getOfficerDossier, { as, params }));
    const taskId = seen.tasks[0]?.taskId ?? '';
    const body = { version: seen.version, outcome, values };
    ok(await api.call(completeTask, { as, params: { ...params, taskId }, body }));
  }
}
