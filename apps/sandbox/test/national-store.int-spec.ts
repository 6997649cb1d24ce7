import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredPaperId } from '@mocua/contract';
import { AllowedAddresses } from '@mocua/lgsp/client';
import { openNationalStore } from '@mocua/lgsp/national-store';
import { type DepositedPaper, NationalStoreDown } from '@mocua/server/data-store';
import { demoPeople } from '@mocua/server/identity/demo';
import { type Sandbox, startSandbox } from '../src/sandbox';

const secret = 'secret-of-the-bus-in-this-test';
const personalId = demoPeople.find((each) => each.key === 'lam')?.personalId ?? '';
const other = demoPeople.find((each) => each.key === 'quan')?.personalId ?? '';
let dataDir: string;
let sandbox: Sandbox;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mocua-national-store-'));
  sandbox = await start();
});
afterAll(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});
afterEach(async () => {
  await fail([]);
  await Promise.all(open.map((store) => store.close()));
  open = [];
});

function start(): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    dataDir,
    clientSecret: 'secret-of-this-test',
    lgspClientSecret: secret,
    portalOrigins: [],
  });
}

function theStore(clientSecret = secret) {
  const { port } = new URL(sandbox.origin);
  const limits = { connectMs: 5_000, readMs: 500, totalMs: 3_000, attempts: 1, failuresToOpen: 100 };
  const allowed = new AllowedAddresses([
    {
      host: 'localhost',
      port: Number(port),
      protocol: 'http:',
      privateNetworks: ['127.0.0.0/8', '::1/128'],
    },
  ]);
  const baseUrl = `${sandbox.origin}/lgsp`;
  const opened = openNationalStore({ baseUrl, clientId: 'mocua', clientSecret, limits }, allowed);
  open.push(opened);
  return opened;
}

let open: ReturnType<typeof openNationalStore>[] = [];
async function fail(steps: readonly object[]): Promise<void> {
  const body = JSON.stringify({ area: 'lgsp', steps });
  expect((await fetch(`${sandbox.origin}/faults`, { method: 'POST', body })).status).toBe(200);
}

let asked = 0;
const about = (id: string) => ({
  personalId: id,
  requestId: `hoi-${String((asked += 1))}`,
  basis: 'Điều 19',
});

const aPaper: DepositedPaper = {
  paperId: '00000000-0000-4000-8000-0000000000ab' as StoredPaperId,
  personalId: other,
  kind: 'copy-from-register',
  title: 'Bản sao từ sổ gốc',
  number: 'H99.1',
  issuer: 'UBND xã Đồng Sen',
  issuedOn: '2026-11-16',
  validUntil: null,
  sha256: 'a'.repeat(64),
  standing: 'valid',
  link: 'https://mocua.example/kho',
};

describe('the national store behind its adapter', () => {
  it('lists the papers of one person, and vouches only for those whose seal fits', async () => {
    const papers = await theStore().find(about(personalId));
    expect(papers.map(({ kind, sealed, revoked }) => [kind, sealed, revoked])).toEqual([
      ['degree', true, false],
      ['medical', true, false],
      ['residence', false, false],
      ['authorisation', true, false],
      ['practice-certificate', true, true],
    ]);
    expect(await theStore().find(about('099000000000'))).toEqual([]);
  });

  it('gives the file of a paper, which is for its reader to compare', async () => {
    const store = theStore();
    const papers = await store.find(about(personalId));
    const fits = async (kind: string) => {
      const paper = papers.find((each) => each.kind === kind);
      const file = await text(await store.open(paper?.code ?? '', about(personalId)));
      return createHash('sha256').update(file).digest('hex') === paper?.sha256;
    };
    expect([await fits('degree'), await fits('authorisation')]).toEqual([true, false]);
  });

  it('takes a result as insert or update: twice the same is one paper, and a revocation is an update of it', async () => {
    const store = theStore();
    for (const standing of ['valid', 'valid', 'revoked', 'revoked'] as const)
      await store.deposit({ ...aPaper, standing });
    const mine = (await store.find(about(other))).filter((each) => each.code === aPaper.paperId);
    expect(mine).toMatchObject([{ title: aPaper.title, revoked: true, sealed: true }]);
    const told = (await (
      await fetch(`${sandbox.origin}/lgsp/khodulieu`, { headers: { accept: 'application/json' } })
    ).json()) as { papers: { LienKet?: string; NoiDung?: string }[] };
    expect(told.papers).toHaveLength(1);
    expect(told.papers[0]).toMatchObject({ LienKet: aPaper.link });
  });

  it('keeps what it was told over a restart, its key included', async () => {
    const before = await theStore().find(about(other));
    await sandbox.close();
    sandbox = await start();
    expect(await theStore().find(about(other))).toEqual(before);
  });

  it.each(['hang', 'reset', 'down', 'html', 'unauthorised'])(
    'is down, and nothing else, while it answers with “%s”',
    async (mode) => {
      const store = theStore();
      await store.find(about(personalId));
      await fail([{ mode, times: 10 }]);
      await expect(store.find(about(personalId))).rejects.toBeInstanceOf(NationalStoreDown);
    },
  );

  it('is down for whoever has the wrong credentials', async () => {
    await expect(theStore('wrong').find(about(personalId))).rejects.toBeInstanceOf(NationalStoreDown);
  });
});
