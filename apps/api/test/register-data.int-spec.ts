import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  checkRegister,
  deleteDraft,
  type DossierId,
  type DraftView,
  fillAssistedDraft,
  fillFromRegisters,
  getDossierOrigins,
  getMyDossierOrigins,
  openAssistedDraft,
  openDraft,
  saveDraft,
  submitDossier,
  uploadToDraft,
} from '@mocua/contract';
import { demoPeople } from '@mocua/server/identity/demo';
import { workspaceRoot } from '@mocua/server/kernel';
import { PublishPackage } from '@mocua/server/procedure';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the registers of the sandbox, which no program of ours may reach
import { type Sandbox, startSandbox } from '../../sandbox/src/sandbox';
import { ApiHarness, mondayMorning, ok, type Session } from './api-harness';
import { smallPdf } from './filing.builder';

let api: ApiHarness;
let sandbox: Sandbox;
let folder: string;
/** Mr Quân for his company. */
let trader: Session;
beforeAll(async () => {
  const port = await freePort();
  api = await ApiHarness.start({ SANDBOX_PORT: String(port) });
  sandbox = await startSandbox({
    port,
    dataDir: api.dataDir,
    clientSecret: 'a-secret-of-this-test',
    portalOrigins: [],
  });
  folder = await mkdtemp(join(tmpdir(), 'mocua-packages-'));
  await publish('DEMO-01', 'DEMO-01', { whenDown: 'manual', validDays: 30 });
  await publish('DEMO-01', 'DEMO-91', { whenDown: 'wait' });
  await publish('DEMO-01', 'DEMO-92', { whenDown: 'documents', components: ['programme-rules'] });
  await publish('1.001612', '1.001612');
  trader = await api.citizen('quan', 'quan-phat-company');
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  api.clock.set(mondayMorning);
  await fail([]);
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Publishes a package under another code, with another way to go on while the register is down. */
async function publish(code: string, as: string, enterprise?: object): Promise<void> {
  const target = join(folder, as);
  await cp(join(workspaceRoot(), `procedures/${code}/v1`), target, { recursive: true });
  for (const name of await readdir(target)) {
    const text = (await readFile(join(target, name), 'utf8')).replaceAll(code, as);
    await writeFile(join(target, name), text);
  }
  if (enterprise !== undefined) {
    const form = JSON.parse(await readFile(join(target, 'form.json'), 'utf8')) as object;
    await writeFile(join(target, 'form.json'), JSON.stringify({ ...form, registers: { enterprise } }));
  }
  const published = await api.get(PublishPackage).fromFolder(target);
  expect(published).toMatchObject({ ok: true });
}

async function fail(steps: readonly object[]): Promise<void> {
  const body = JSON.stringify({ area: 'lgsp', steps });
  expect((await fetch(`${sandbox.origin}/faults`, { method: 'POST', body })).status).toBe(200);
}
async function begin(procedureCode: string, as = trader): Promise<DraftView> {
  return ok(await api.call(openDraft, { as, body: { procedureCode, startNew: true } }));
}
async function fill({ draftId }: DraftView, as = trader): Promise<DraftView> {
  return ok(await api.call(fillFromRegisters, { as, params: { draftId } }));
}
/** Asks again until the circuit, which rests after failures, lets a question through. */
async function fillAfterwards(draft: DraftView): Promise<DraftView> {
  for (let tries = 0; ; tries += 1) {
    api.clock.advance({ seconds: 6 });
    const filled = await fill(draft);
    if (filled.registers[0]?.state === 'filled') return filled;
    if (tries === 100) throw new Error(JSON.stringify(filled.registers));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
/** Answers what is left, as a person does. */
async function complete(draft: DraftView): Promise<DraftView> {
  const params = { draftId: draft.draftId };
  const view = await fill(draft);
  const answers = { ...theRest, ...view.answers };
  const { version } = ok(
    await api.call(saveDraft, { as: trader, params, body: { version: view.version, answers } }),
  );
  return { ...view, version };
}
async function submit({ draftId, version }: DraftView) {
  return api.call(submitDossier, { as: trader, params: { draftId }, body: { version } });
}
const theRest = {
  traderName: 'Công ty Mẫu',
  taxCode: '0990000099',
  traderAddress: { text: '1 đường Mẫu' },
  phone: '0900000105',
  programmeName: 'Tri ân khách hàng',
  promotionKinds: ['discount'],
  goods: 'Hàng gia dụng',
  prizes: 'Giảm 20% mọi mặt hàng',
  totalValue: 50_000_000,
  startDate: '2026-12-01',
  endDate: '2026-12-31',
  places: 'Toàn tỉnh',
  customers: 'Mọi khách hàng',
  onBehalf: 'no',
  confirmed: true,
};
const lookups = (draftId: string) =>
  api.parts.database.query<{
    register: string;
    outcome: string;
    items: string[];
    legal_basis: string;
    requester_kind: string;
  }>(
    'SELECT register, outcome, items, legal_basis, requester_kind FROM personal_data.lookups WHERE draft_id = $1 ORDER BY begun_at',
    [draftId],
  );

describe('a form that is filled from a register', () => {
  it('takes what the register knows, with its source, its number and how long it may be relied on', async () => {
    const draft = await begin('DEMO-01');
    expect(draft.registers).toEqual([
      { register: 'enterprise', state: 'to-ask', whenDown: 'manual', components: [] },
    ]);
    expect(draft.answers['traderName']).toBeUndefined();
    const filled = await fill(draft);
    expect(filled.registers).toMatchObject([{ state: 'filled' }]);
    expect(filled.answers).toMatchObject({
      traderName: 'Công ty TNHH Thương mại Quân Phát',
      taxCode: '0990000012',
      traderAddress: { text: '19 đường Chợ Lớn, phường Ngân Thượng, tỉnh Sông Ngân' },
    });
    expect(filled.provenance['traderName']).toMatchObject({
      source: { vi: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp' },
      state: 'verified',
      obtainedAt: mondayMorning,
      validUntil: '2026-12-16T01:05:00.000Z',
      lookupId: expect.any(String),
    });
    expect(await lookups(draft.draftId)).toMatchObject([
      {
        register: 'enterprise',
        outcome: 'found',
        items: ['enterpriseName', 'taxCode', 'headOffice'],
        legal_basis: filled.provenance['traderName']?.legalBasis,
      },
    ]);
  });

  it('asks once, keeps what the person typed meanwhile, and marks what they change later', async () => {
    const draft = await begin('DEMO-01');
    const typed = { ...draft.answers, traderName: 'Tên tôi tự khai' };
    const params = { draftId: draft.draftId };
    ok(await api.call(saveDraft, { as: trader, params, body: { version: draft.version, answers: typed } }));
    const filled = await fill(draft);
    expect(filled.answers).toMatchObject({ traderName: 'Tên tôi tự khai', taxCode: '0990000012' });
    const changed = { ...filled.answers, taxCode: '0990000099' };
    ok(
      await api.call(saveDraft, { as: trader, params, body: { version: filled.version, answers: changed } }),
    );
    const again = await fill(draft);
    expect(again.provenance['taxCode']).toMatchObject({
      state: 'edited',
      lookupId: expect.any(String),
    });
    expect(again.answers['taxCode']).toBe('0990000099');
    expect(await lookups(draft.draftId)).toHaveLength(1);
  });

  it('lets the address of the identity give way to the one of the population register', async () => {
    const person = await api.signIn('van', 'citizen');
    const draft = await begin('1.001612', person);
    expect(draft.provenance['address']?.source.vi).toBe('VNeID');
    const filled = await fill(draft, person);
    expect(filled.provenance['address']).toMatchObject({
      source: { vi: 'Cơ sở dữ liệu quốc gia về dân cư' },
    });
    expect(filled.answers['address']).toEqual({
      text: '62 đường Bờ Sông, phường Ngân Thượng, tỉnh Sông Ngân',
    });
  });

  it('is not somebody else’s to fill', async () => {
    const draft = await begin('DEMO-01');
    const stranger = await api.signIn('van', 'citizen');
    const answer = await api.call(fillFromRegisters, { as: stranger, params: { draftId: draft.draftId } });
    expect(answer.problem.code).toBe('draft.not-found');
    expect(await lookups(draft.draftId)).toEqual([]);
  });

  it('leaves nothing of the register behind when it is thrown away', async () => {
    const draft = await begin('DEMO-01');
    await fill(draft);
    ok(await api.call(deleteDraft, { as: trader, params: { draftId: draft.draftId } }));
    const rows = await api.parts.database.query(
      `SELECT 1 FROM dossier.register_data WHERE draft_id = $1
       UNION ALL SELECT 1 FROM personal_data.sealed_values WHERE value_id = $1`,
      [draft.draftId],
    );
    expect(rows).toEqual([]);
  });
});

describe('while the register is down', () => {
  it.each(['reset', 'reply-lost', 'html', 'wrong-charset', 'poison'])(
    'by %s, the draft stays as it is, the exception is recorded, and a later try fills it',
    async (mode) => {
      const draft = await begin('DEMO-01');
      await fail([{ mode }]);
      const down = await fill(draft);
      expect(down.registers).toMatchObject([{ state: 'down', whenDown: 'manual' }]);
      expect([down.version, down.answers]).toEqual([draft.version, draft.answers]);
      expect(await lookups(draft.draftId)).toMatchObject([{ outcome: 'failed' }]);
      await fail([]);
      expect((await fill(draft)).registers).toMatchObject([{ state: 'down' }]); // it is not asked at every turn
      expect((await fillAfterwards(draft)).answers).toMatchObject({ taxCode: '0990000012' });
    },
  );

  it('people declare by themselves where the form says so, and the dossier keeps that it was so', async () => {
    const draft = await begin('DEMO-01');
    await fail([{ mode: 'down' }]);
    const receipt = await submit(await complete(draft));
    expect(receipt.status).toBe(200);
    const rows = await api.parts.database.query(
      `SELECT r.state, r.degraded_mode, r.down_since FROM dossier.register_data r JOIN dossier.drafts d USING (draft_id)
        WHERE d.submitted_dossier_id = $1`,
      [receipt.body.dossierId],
    );
    expect(rows).toMatchObject([
      { state: 'down', degraded_mode: 'manual', down_since: new Date(mondayMorning) },
    ]);
  });

  it('nobody files where the form waits for the register, until it has answered', async () => {
    const draft = await begin('DEMO-91');
    await fail([{ mode: 'error' }]);
    expect((await submit(await complete(draft))).problem).toMatchObject({
      code: 'register.waiting',
      title: 'Đang chưa lấy được dữ liệu từ Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp.',
    });
    await fail([]);
    expect((await submit(await fillAfterwards(draft))).status).toBe(200);
  });

  it('papers take its place where the form says so', async () => {
    const draft = await begin('DEMO-92');
    await fail([{ mode: 'bad-gateway' }]);
    const ready = await complete(draft);
    expect((await submit(ready)).problem).toMatchObject({
      code: 'attachment.missing',
      fields: [{ path: 'programme-rules' }],
    });
    const params = { draftId: draft.draftId };
    const query = { component: 'programme-rules', fileName: 'the-le.pdf' };
    ok(await api.call(uploadToDraft, { as: trader, params, query, file: smallPdf }));
    expect((await submit(ready)).status).toBe(200);
  });

  it('a value that names a look-up which found nothing never reaches a dossier', async () => {
    const draft = await begin('DEMO-01');
    await fill(draft);
    const ready = await complete(draft);
    await api.parts.database.query(
      `UPDATE personal_data.lookups SET outcome = 'not-found' WHERE draft_id = $1`,
      [draft.draftId],
    );
    expect((await submit(ready)).problem.code).toBe('privacy.value-without-basis');
  });
});

describe('after a filing without the register', () => {
  const enterprise = 'enterprise' as const;
  let officer: Session;
  let dossierId: DossierId;
  beforeAll(async () => {
    officer = await api.officer('hue', 'provincial-centre-one-stop');
    const draft = await begin('DEMO-01');
    await fail([{ mode: 'down' }]);
    ({ dossierId } = ok(await submit(await complete(draft))));
  });
  const check = (as: Session) => api.call(checkRegister, { as, params: { dossierId, register: enterprise } });
  /** Until the circuit, which rests after failures, lets a question through. */
  const answered = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      const view = ok(await check(officer));
      if (view.registers[0]?.check?.outcome !== 'down') return view;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the register stayed down');
  };

  it('officer and person see the exception, and only who works on the dossier may ask again', async () => {
    const params = { dossierId };
    const seen = ok(await api.call(getDossierOrigins, { as: officer, params }));
    expect(seen).toMatchObject({ channel: 'online', sourceSystem: 'mocua', externalCode: null });
    const down = {
      register: enterprise,
      state: 'down',
      whenDown: 'manual',
      downSince: mondayMorning,
      check: null,
    };
    expect(seen.registers).toMatchObject([{ ...down, mayAsk: true }]);
    const own = ok(await api.call(getMyDossierOrigins, { as: trader, params }));
    expect(own.registers).toMatchObject([{ ...down, mayAsk: false }]);
    const inspector = await api.officer('kien', 'province-inspector');
    expect((await check(inspector)).problem.code).toBe('session.forbidden');
  });

  it('the outcome of asking again is recorded without a value, and asked no more once it is known', async () => {
    await fail([{ mode: 'down' }]);
    expect(ok(await check(officer)).registers).toMatchObject([{ check: { outcome: 'down' }, mayAsk: true }]);
    await fail([]);
    const view = await answered();
    expect(view.registers).toMatchObject([
      { state: 'down', check: { outcome: 'differs', by: expect.stringContaining('một cửa') }, mayAsk: false },
    ]);
    expect(view.registers[0]?.check?.differing.length).toBeGreaterThan(1);
    expect(JSON.stringify(view)).not.toContain('0990000012');
    expect((await check(officer)).problem.code).toBe('register.nothing-to-check');
  });
});

it('a filing at a counter is filled from the register after the person was told, by what they said of themselves', async () => {
  const officer = await api.officer('dung', 'ngan-thuong-one-stop');
  const person = demoPeople.find(({ key }) => key === 'van');
  if (person?.personalId == null) throw new Error('nobody there');
  const { name: fullName, personalId, birthDate } = person;
  const body = {
    procedureCode: '1.001612',
    channel: 'counter' as const,
    person: { fullName, personalId, birthDate },
  };
  const { draftId } = ok(await api.call(openAssistedDraft, { as: officer, body }));
  const ask = (noticeGiven: boolean) =>
    api.call(fillAssistedDraft, { as: officer, params: { draftId }, body: { noticeGiven } as never });
  expect((await ask(false)).problem.code).toBe('request.invalid');
  expect(await lookups(draftId)).toEqual([]);
  const filled = ok(await ask(true));
  expect(filled.answers['address']).toEqual({ text: '62 đường Bờ Sông, phường Ngân Thượng, tỉnh Sông Ngân' });
  expect(await lookups(draftId)).toMatchObject([{ outcome: 'found', requester_kind: 'officer' }]);
  const other = { ...body, person: { ...body.person, fullName: 'Tên Khác Hẳn' } };
  const wrong = ok(await api.call(openAssistedDraft, { as: officer, body: other }));
  const params = { draftId: wrong.draftId };
  const none = ok(await api.call(fillAssistedDraft, { as: officer, params, body: { noticeGiven: true } }));
  expect(none.registers.find(({ register }) => register === 'population')?.state).not.toBe('filled');
});
