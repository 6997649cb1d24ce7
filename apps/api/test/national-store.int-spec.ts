import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  decideConsent,
  deleteStoredPaper,
  findNationalPapers,
  getOfficerDossier,
  getPrivacy,
  importNationalPaper,
  listStoredPapers,
  revokeResult,
} from '@mocua/contract';
import { DepositPapers } from '@mocua/server/data-store';
import { OutboxRelay } from '@mocua/server/kernel';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the store of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { StoreWorld } from './store-world';

let store: StoreWorld;
let api: ApiHarness;
let sandbox: Sandbox;
let lam: Session;

beforeAll(async () => {
  const port = await freePort();
  store = new StoreWorld(await ApiHarness.start({ SANDBOX_PORT: String(port) }));
  ({ api } = store);
  sandbox = await startSandbox({
    port,
    dataDir: api.dataDir,
    clientSecret: 'a-secret-of-this-test',
    portalOrigins: [],
  });
  lam = await api.citizen('lam');
}, 120_000);
afterAll(async () => {
  await api.close();
  await sandbox.close();
});
beforeEach(() => fail([]));

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function fail(steps: readonly object[]): Promise<void> {
  const body = JSON.stringify({ area: 'lgsp', steps });
  expect((await fetch(`${sandbox.origin}/faults`, { method: 'POST', body })).status).toBe(200);
}

async function overThere() {
  return (await (await fetch(`${sandbox.origin}/lgsp/khodulieu`)).json()) as {
    papers: { MaGiayTo: string; SoDinhDanh: string; TrangThai: string; LienKet: string }[];
    questions: { basis: string }[];
  };
}

async function agree(as: Session): Promise<void> {
  const { byChoice } = ok(await api.call(getPrivacy, { as }));
  const wanted = byChoice.find((each) => each.purpose.code === 'national-store')?.purpose;
  const body = { purpose: 'national-store', textVersion: wanted?.version ?? 0, decision: 'given' } as const;
  ok(await api.call(decideConsent, { as, body }));
}

const look = async () => ok(await api.call(findNationalPapers, { as: lam })).items;
const take = (code: string) => api.call(importNationalPaper, { as: lam, body: { code } });

describe('papers of the national store', () => {
  it('are asked for only with consent, on a basis that is booked, and nothing is kept of the answer', async () => {
    const before = (await overThere()).questions.length;
    expect((await api.call(findNationalPapers, { as: lam })).problem.code).toBe('privacy.consent-needed');
    expect((await overThere()).questions).toHaveLength(before);
    await agree(lam);
    expect((await look()).map(({ sealed, revoked, kept }) => [sealed, revoked, kept])).toEqual([
      [true, false, false],
      [true, false, false],
      [false, false, false],
      [true, false, false],
      [true, true, false],
    ]);
    expect((await overThere()).questions[0]?.basis).toContain('NĐ 118/2025');
    const booked = await api.db.database.query(
      `SELECT basis_kind AS basis, outcome FROM personal_data.lookups WHERE register = 'national-store'`,
    );
    expect(booked).toEqual([{ basis: 'consent', outcome: 'found' }]);
    expect(ok(await api.call(listStoredPapers, { as: lam, query: {} })).items).toEqual([]);
  });

  it('are taken over once, and count as issued only where the seal was checked', async () => {
    const [degree, , residence] = await look();
    const [first, again] = await Promise.all([take(degree?.code ?? ''), take(degree?.code ?? '')]);
    expect(ok(again)).toEqual(ok(first));
    expect(ok(first)).toMatchObject({ source: 'national', standing: 'valid', dossier: null });
    expect(ok(await take(residence?.code ?? '')).source).toBe('national-unsealed');
    expect((await look()).filter((each) => each.kept)).toHaveLength(2);
    const { items, usage } = ok(await api.call(listStoredPapers, { as: lam, query: {} }));
    expect([items.length, usage.papers]).toEqual([2, 0]);
    expect(await store.refusal(lam, ok(first).paperId)).toBe('taken');
    ok(await api.call(deleteStoredPaper, { as: lam, params: ok(first) }));
    expect((await look()).filter((each) => each.kept)).toHaveLength(1);
  });

  it('stay out when their file is another one, when they were revoked, and when nobody has them', async () => {
    const [, , , forged, revoked] = await look();
    expect((await take(forged?.code ?? '')).problem.code).toBe('store.national-forged');
    expect((await take(revoked?.code ?? '')).problem.code).toBe('store.paper-revoked');
    expect((await take('QG-KHONG-CO')).problem.code).toBe('store.paper-not-found');
  });

  it('wait while the store over there is down, and what is here works on', async () => {
    await fail([{ mode: 'down', times: 50 }]);
    expect((await api.call(findNationalPapers, { as: lam })).problem.code).toBe('store.national-down');
    expect((await api.call(listStoredPapers, { as: lam, query: {} })).status).toBe(200);
  });
});

describe('results for the national store', () => {
  const deliver = () => api.get(OutboxRelay).deliverChunks(api.get(DepositPapers));

  it('are told once, after an outage too, as a link, and once more when they are revoked', async () => {
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const dossierId = await aFiling(api, lam).dossierId();
    await store.resolve(dossierId, oneStop);
    await fail([{ mode: 'down', times: 50 }]);
    await store.arrive();
    await deliver();
    await fail([]);
    expect((await overThere()).papers).toEqual([]);
    api.clock.advance({ minutes: 10 });
    const told = async () => {
      for (let tries = 0; tries < 300 && (await deliver()) === 0; tries += 1) await pause(20);
      return (await overThere()).papers;
    };
    const mine = async () => {
      const { items } = ok(await api.call(listStoredPapers, { as: lam, query: { source: 'result' } }));
      return items.find((each) => each.dossier?.dossierId === dossierId);
    };
    const papers = await told();
    const paper = await mine();
    expect(papers).toMatchObject([{ MaGiayTo: paper?.paperId, TrangThai: '1' }]);
    expect(papers[0]?.LienKet).toMatch(/\/kho$/u);
    expect(paper?.depositedAt).not.toBeNull();
    expect((await look()).find((each) => each.code === paper?.paperId)?.kept).toBe(true);

    const leader = await api.officer('phuc', 'dong-sen-leader');
    const seen = ok(await api.call(getOfficerDossier, { as: leader, params: { dossierId } }));
    const documentId = seen.documents.find((each) => each.kind === 'result')?.documentId ?? '';
    const body = { decisionNumber: '7/QĐ', reason: 'Ghi nhầm quyển sổ gốc.', replacedBy: null };
    ok(await api.call(revokeResult, { as: leader, params: { dossierId, documentId }, body }));
    expect(await told()).toMatchObject([{ MaGiayTo: paper?.paperId, TrangThai: '3' }]);
  });

  it('are not told when they were filed for somebody else, for then it is not sure whose they are', async () => {
    const before = (await overThere()).papers.length;
    const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
    const thuyForSen = await api.citizen('thuy', 'sen');
    const dossierId = await aFiling(api, thuyForSen).asRepresentative().dossierId();
    await store.resolve(dossierId, oneStop);
    await store.arrive();
    const waiting = await api.db.database.query(
      `SELECT 1 FROM kernel.outbox WHERE destination = 'national-store' AND state = 'pending'`,
    );
    expect([waiting.length, (await overThere()).papers.length]).toEqual([0, before]);
  });
});
