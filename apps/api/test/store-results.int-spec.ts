import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deleteStoredPaper,
  type DossierId,
  downloadOfficerAttachment,
  downloadStoredPaper,
  getOfficerDossier,
  listStoredPapers,
  revokeResult,
  submitDossier,
  verifyProvidedResult,
} from '@mocua/contract';
import { StoreOfPerson } from '@mocua/server/data-store';
import { demoPartyId } from '@mocua/server/identity';
import { SubjectVault } from '@mocua/server/personal-data';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { aClient, callAs, tokenOf } from './provider-world';
import { ReadingWatch } from './reading-watch';
import { StoreWorld } from './store-world';

let store: StoreWorld;
let api: ApiHarness;
let lam: Session;
let quan: Session;

beforeAll(async () => {
  store = await StoreWorld.start();
  ({ api } = store);
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
}, 120_000);
afterAll(() => api.close());

describe('what arrives from dossiers', () => {
  it('is the result, once, with what officers digitised; it cannot be deleted, and counts as reuse', async () => {
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const dossierId = await store.assisted(oneStop);
    await store.resolve(dossierId, oneStop);
    await store.arrive();
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
    await store.arrive();
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

    const { draft, answer } = await store.reused(lam, component?.paperId ?? '');
    ok(answer);
    const filed = ok(
      await api.call(submitDossier, { as: lam, params: draft, body: { version: draft.version } }),
    );
    await store.arrive();
    const counted = (await mine()).map(({ source, usedIn }) => [source, usedIn]);
    expect(counted.sort()).toEqual([
      ['component', 1],
      ['result', 0],
    ]);
    expect(await store.reportOf(filed.dossierId)).toMatchObject({
      reusedComponents: 1,
      files: [{ reused: true }],
    });
  });

  it('is reached by officers through a dossier that holds it, and by no look into the store', async () => {
    const { draft } = await store.reused(lam, (await store.kept(lam)).paperId);
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
    // What its issuer said of it since may be asked; what the store holds may not.
    expect(asked.filter((statement) => /data_store\.(?!revocations)/u.test(statement))).toEqual([]);
    expect(await watch.differences()).toEqual([]);
    watch.end();
  });
});

describe('a result that its issuer revokes', () => {
  it('is out of use at once, says why to its owner, and is marked where it was used', async () => {
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const leader = await api.officer('phuc', 'dong-sen-leader');
    const dossierId = await aFiling(api, lam).dossierId();
    await store.resolve(dossierId, oneStop);
    await store.arrive();
    const find = async () => {
      const { items } = ok(await api.call(listStoredPapers, { as: lam, query: { source: 'result' } }));
      return items.find((each) => each.dossier?.dossierId === dossierId);
    };
    const before = await find();
    const use = await store.reused(lam, before?.paperId ?? '');
    const filed = ok(
      await api.call(submitDossier, { as: lam, params: use.draft, body: { version: use.draft.version } }),
    );
    const open = await store.reused(lam, before?.paperId ?? '');

    const seen = ok(await api.call(getOfficerDossier, { as: leader, params: { dossierId } }));
    const { documentId } = seen.documents.find((each) => each.kind === 'result') ?? { documentId: '' };
    const params = { dossierId, documentId };
    const body = { decisionNumber: '07/QĐ-UBND', reason: 'Số vào sổ ghi nhầm quyển.', replacedBy: null };
    const revoke = (as: Session, change: object = {}) =>
      api.call(revokeResult, { as, params, body: { ...body, ...change } as never });
    expect((await revoke(oneStop)).status).toBe(403);
    const elsewhere = await api.officer('nga', 'ngan-thuong-leader');
    expect((await revoke(elsewhere)).status).toBe(404);
    const form = seen.documents.find((each) => each.kind !== 'result');
    const wrong = await api.call(revokeResult, {
      as: leader,
      params: { dossierId, documentId: form?.documentId ?? '' },
      body,
    });
    expect(wrong.problem.code).toBe('store.not-a-result');
    expect((await revoke(leader, { replacedBy: 'H99.0' })).problem.code).toBe('store.no-replacement');

    const [first, again] = await Promise.all([revoke(leader), revoke(leader)]);
    expect(ok(first)).toMatchObject({ decisionNumber: '07/QĐ-UBND' });
    expect(ok(again)).toEqual(ok(first));
    expect((await revoke(leader, { decisionNumber: '8/QĐ' })).problem.code).toBe('store.revoked-already');

    expect(await find()).toMatchObject({
      standing: 'revoked',
      revokedBecause: 'Số vào sổ ghi nhầm quyển. (Quyết định số 07/QĐ-UBND)',
    });
    expect(await store.refusal(lam, before?.paperId ?? '')).toBe('store.paper-revoked');
    const late = await api.call(submitDossier, {
      as: lam,
      params: open.draft,
      body: { version: open.draft.version },
    });
    expect(late.problem.code).toBe('store.paper-revoked');
    const admin = await api.officer('viet', 'province-administrator');
    const agency = await tokenOf(api, await aClient(api, admin, { scopes: ['results:verify'] }));
    const checked = await callAs(api, agency, verifyProvidedResult, {
      body: { documentSha256: before?.sha256 ?? '' },
    });
    expect(ok(checked as never)).toMatchObject({ valid: false, standing: 'revoked', kind: 'result' });
    const marked = ok(
      await api.call(getOfficerDossier, { as: oneStop, params: { dossierId: filed.dossierId } }),
    );
    expect(marked.attachments).toMatchObject([{ reusedFrom: 'result', revoked: ok(first) }]);
    const notices = await api.db.database.query<{ payload: { partyId: string } }>(
      `SELECT payload FROM kernel.outbox WHERE payload->>'kind' = 'result-revoked' AND payload->>'dossierId' = $1`,
      [dossierId],
    );
    expect(notices.map((each) => each.payload.partyId)).toEqual([demoPartyId('lam')]);
  });

  it('is revoked even before it arrives in the store, and names the result that takes its place', async () => {
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const leader = await api.officer('phuc', 'dong-sen-leader');
    const [older, newer] = [await aFiling(api, lam).dossierId(), await aFiling(api, lam).dossierId()];
    await store.resolve(newer, oneStop);
    await store.arrive();
    await store.resolve(older, oneStop);
    const resultOf = async (dossierId: DossierId) => {
      const seen = ok(await api.call(getOfficerDossier, { as: leader, params: { dossierId } }));
      return { code: seen.code, document: seen.documents.find((each) => each.kind === 'result') };
    };
    const [wrong, right] = [await resultOf(older), await resultOf(newer)];
    const params = { dossierId: older, documentId: wrong.document?.documentId ?? '' };
    const body = { decisionNumber: '9/QĐ', reason: 'Cấp nhầm, đã cấp lại.', replacedBy: right.code };
    ok(await api.call(revokeResult, { as: leader, params, body }));
    await store.arrive();
    const { items } = ok(await api.call(listStoredPapers, { as: lam, query: { source: 'result' } }));
    const paper = items.find((each) => each.dossier?.dossierId === older);
    expect(paper?.standing).toBe('revoked');
    expect(items.find((each) => each.paperId === paper?.supersededBy)?.dossier?.dossierId).toBe(newer);
  });
});

describe('the store of an erased person', () => {
  it('holds nothing, not even what arrives from a dossier later', async () => {
    const quansParty = demoPartyId('quan');
    await store.kept(quan);
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
    await store.resolve(dossierId, oneStop);
    const key = await api.db.database.one<{ wrapped_key: Buffer }>(
      'SELECT wrapped_key FROM personal_data.subject_keys WHERE subject_id = $1',
      [quansParty],
    );
    expect(key?.wrapped_key).toBeTruthy();
    await api.get(SubjectVault).erase(quansParty);
    await store.arrive();
    expect(
      await api.db.database.query('SELECT 1 FROM data_store.papers WHERE owner_party = $1', [quansParty]),
    ).toEqual([]);
    const unsettled = 'SELECT 1 FROM data_store.arrivals WHERE dossier_id = $1 AND kept_at IS NULL';
    expect(await api.db.database.query(unsettled, [dossierId])).toEqual([]);
  });
});
