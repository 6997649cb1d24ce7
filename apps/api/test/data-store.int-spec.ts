import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deleteStoredPaper,
  describeStoredPaper,
  downloadSharedPaper,
  downloadStoredPaper,
  endShare,
  getMyDossier,
  hideStoredPaper,
  listGivenShares,
  listPapersForDraft,
  listReadings,
  listReceivedShares,
  listStoredPapers,
  removeFromDraft,
  reuseStoredPaper,
  sharePaper,
  submitDossier,
  uploadStoredPaper,
} from '@mocua/contract';
import { demoPartyId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aPdf, identity, StoreWorld } from './store-world';

let store: StoreWorld;
let api: ApiHarness;
let lam: Session;
let quan: Session;
let thuy: Session;
let thuyForSen: Session;

beforeAll(async () => {
  store = await StoreWorld.start();
  ({ api } = store);
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  thuy = await api.citizen('thuy');
  thuyForSen = await api.citizen('thuy', 'sen');
}, 120_000);
afterAll(() => api.close());

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

describe('a paper of one’s own', () => {
  it('is kept with its words, found by them, opened whole, hidden, and deleted with its room', async () => {
    const before = ok(await api.call(listStoredPapers, { as: lam, query: {} })).usage;
    const file = aPdf();
    const paper = await store.kept(lam, { number: '45/1996' }, file);
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
    const older = await store.kept(lam, { number: 'HC-7', issuedOn: '2016-01-02' });
    api.clock.advance({ minutes: 1 });
    const newer = await store.kept(lam, { number: 'hc-7', issuedOn: '2026-01-02' });
    expect(newer.version).toBe(2);
    const { items } = ok(await api.call(listStoredPapers, { as: lam, query: { search: 'hc 7' } }));
    expect(items.find((each) => each.paperId === older.paperId)).toMatchObject({
      standing: 'superseded',
      supersededBy: newer.paperId,
    });
    expect(await store.refusal(lam, older.paperId)).toBe('taken');
  });

  it('must not end before it was issued', async () => {
    const { paperId } = await store.kept(lam);
    const body = { ...identity, validUntil: '2020-01-01' };
    const crossed = await api.call(describeStoredPaper, { as: lam, params: { paperId }, body });
    expect(crossed.problem.code).toBe('store.dates-crossed');
  });

  it('is nobody else’s: not to see, not to change, not to share, not to use', async () => {
    const paper = await store.kept(lam);
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
    expect(await store.refusal(quan, paper.paperId)).toBe('store.paper-not-found');
  });
});

describe('a stored paper in a filing', () => {
  it('is offered where it fits, taken by reference, and said so; but what nobody checked is no reuse for the index', async () => {
    const paper = await store.kept(lam);
    const { draft, answer } = await store.reused(lam, paper.paperId);
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
    expect(await store.reportOf(dossierId)).toMatchObject({
      reusedComponents: 0,
      files: [{ reused: false }],
    });
  });

  it('is refused when it is forged or expired, when it is taken and again when it is filed', async () => {
    const expired = await store.kept(lam, { validUntil: '2026-11-15' });
    expect(await store.refusal(lam, expired.paperId)).toBe('store.paper-expired');

    const forged = await store.kept(lam);
    const mend = await forgeNewestFile();
    expect(await store.refusal(lam, forged.paperId)).toBe('store.paper-damaged');
    const opened = await api.call(downloadStoredPaper, { as: lam, params: forged });
    expect(opened.problem.code).toBe('store.paper-damaged');
    await mend();

    // A row that names another file, with the file of somebody else behind it.
    await api.db.database.query('UPDATE data_store.papers SET sha256 = $2 WHERE paper_id = $1', [
      forged.paperId,
      expired.sha256,
    ]);
    expect(await store.refusal(lam, forged.paperId)).toBe('store.paper-damaged');
    await api.db.database.query('UPDATE data_store.papers SET sha256 = $2 WHERE paper_id = $1', [
      forged.paperId,
      forged.sha256,
    ]);

    const { draft, answer } = await store.reused(lam, forged.paperId);
    const attachment = ok(answer);
    const mendLater = await forgeNewestFile();
    const submit = () =>
      api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } });
    expect((await submit()).problem.code).toBe('store.paper-damaged');
    await mendLater();
    const taken = { ...draft, attachmentId: attachment.attachmentId };
    ok(await api.call(removeFromDraft, { as: lam, params: taken }));
    const whole = await store.kept(lam);
    const body = { component: 'identity-paper', paperId: whole.paperId };
    ok(await api.call(reuseStoredPaper, { as: lam, params: draft, body }));
    expect((await submit()).status).toBe(200);
  });

  it('is out of reach of whoever no longer acts for its owner', async () => {
    const paper = await store.kept(thuyForSen);
    const { draft, answer } = await store.reused(thuyForSen, paper.paperId);
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
    const paper = await store.kept(lam, { title: 'Giấy ủy quyền', kind: 'authorisation' });
    const body = { recipient: quans, until: '2026-11-20' };
    const share = ok(await api.call(sharePaper, { as: lam, params: paper, body }));
    expect(share).toMatchObject({ recipient: `•••${quans.value.slice(-3)}`, state: 'open' });
    const received = async () => ok(await api.call(listReceivedShares, { as: quan })).items;
    expect(await received()).toMatchObject([{ from: 'Trần Văn Lâm', paper: { paperId: paper.paperId } }]);
    expect((await api.call(downloadSharedPaper, { as: quan, params: share })).status).toBe(200);
    expect((await api.call(downloadSharedPaper, { as: thuy, params: share })).status).toBe(404);
    expect(await store.refusal(quan, paper.paperId)).toBe('taken');
    const { items } = ok(await api.call(listReadings, { as: lam, query: {} }));
    expect(items.map((each) => each.who.vi)).toContain('Người được bạn chia sẻ giấy tờ');

    ok(await api.call(endShare, { as: lam, params: share }));
    expect(await received()).toEqual([]);
    expect((await api.call(downloadSharedPaper, { as: quan, params: share })).status).toBe(404);
    expect(await store.refusal(quan, paper.paperId)).toBe('store.paper-not-found');
    expect(ok(await api.call(listGivenShares, { as: lam })).items[0]?.state).toBe('ended');
    expect((await api.call(endShare, { as: quan, params: share })).status).toBe(404);
  });

  it('runs out by itself, stops a filing that relied on it, and cannot be made for years', async () => {
    const paper = await store.kept(lam);
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
    const { draft, answer } = await store.reused(quan, paper.paperId);
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
