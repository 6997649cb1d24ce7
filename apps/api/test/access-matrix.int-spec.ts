import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activateKiosk,
  createContent,
  openAssistedDraft,
  callOfficer,
  type Endpoint,
  getOfficerDossier,
  listMyDossiers,
  type OfficerDossierView,
  openDraft,
  registerAgencyClient,
  registerDevice,
  revokeDevice,
  type SubmissionReceipt,
} from '@mocua/contract';
import { endpoints } from '@mocua/contract/schemas';
import { demoAssignmentId, demoPartyId, demoUnitId } from '@mocua/server/identity';
import { workspaceRoot } from '@mocua/server/kernel';
import { ImportNationalRecord } from '@mocua/server/procedure';
import { ApiHarness, type CallInput, ok, type Session } from './api-harness';
import {
  cells,
  citizenColumns,
  citizenMatrix,
  coverage,
  type Matrix,
  officerColumns,
  officerMatrix,
  openColumns,
  openMatrix,
} from './access-matrix';
import { makeOwned, openDraftOf, type Owned, type Situation } from './access-objects';
import { assistedCalls, assistedFiling } from './assisted-calls';
import { aFiling, smallPdf } from './filing.builder';
import { moneyCalls } from './money-calls';
import { outsideCalls } from './outside-calls';
import {
  privacyCalls,
  privacyCitizenMatrix,
  privacyOfficerColumns,
  privacyOfficerMatrix,
} from './privacy-matrix';
import { ReadingWatch } from './reading-watch';
import { storeCalls, storeMatrix } from './store-matrix';

type Call = CallInput<Endpoint>;
const contract = endpoints as unknown as Readonly<Record<string, Endpoint>>;
const citizenRows = { ...citizenMatrix, ...privacyCitizenMatrix, ...storeMatrix };
const matrices = [citizenRows, privacyOfficerMatrix, officerMatrix, openMatrix];
const stale = { version: 999 };

let api: ApiHarness;
let watch: ReadingWatch;
let people: Readonly<Record<string, Session | undefined>>;
let lams: Readonly<Record<Situation, Owned>>;
let sens: Readonly<Record<Situation, Owned>>;
let lamsTask: OfficerDossierView;
let receipt: SubmissionReceipt;

beforeAll(async () => {
  api = await ApiHarness.start();
  watch = new ReadingWatch(api.db.database);
  const oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  const systemAdmin = await api.officer('viet', 'province-administrator');
  people = {
    lam: await api.citizen('lam'),
    quan: await api.citizen('quan'),
    thuy: await api.citizen('thuy'),
    thuyForSen: await api.citizen('thuy', 'sen'),
    'one-stop': oneStop,
    'one-stop*': await api.officer('dung', 'ngan-thuong-one-stop'),
    specialist: await api.officer('tuan', 'dong-sen-specialist'),
    'specialist*': await api.officer('son', 'ngan-thuong-specialist'),
    leader: await api.officer('phuc', 'dong-sen-leader'),
    clerk: await api.officer('bao', 'dong-sen-clerk'),
    'cashier*': await api.officer('loan', 'provincial-centre-cashier'),
    inspector: await api.officer('kien', 'province-inspector'),
    'unit-admin*': await api.officer('tam', 'ngan-thuong-administrator'),
    'system-admin': systemAdmin,
    'data-protection': await api.officer('giang', 'province-data-protection'),
    'no-role': await api.signIn('hanh', 'officer'),
    'borrowed-role': await api.signIn('bao', 'officer', {
      'mocua-assignment': demoAssignmentId('dong-sen-specialist'),
    }),
    kiosk: await aKiosk(systemAdmin, 'dong-sen-centre'),
    'revoked-kiosk': await aKiosk(systemAdmin, 'dong-sen-centre', true),
  };
  const file = join(workspaceRoot(), 'procedures/records/9.990001.H99.json');
  await api.app.get(ImportNationalRecord, { strict: false }).execute(await readFile(file), 'system:test');
  lams = await makeOwned(api, who('lam'), oneStop);
  sens = await makeOwned(api, who('thuyForSen'), oneStop);
  receipt = await aFiling(api, who('lam')).submit();
  const params = { dossierId: lams.processing.dossier.dossierId };
  lamsTask = ok(await api.call(getOfficerDossier, { as: who('specialist'), params }));
}, 180_000);
afterAll(async () => {
  watch.end();
  await api.close();
});

function who(name: string): Session {
  const person = people[name];
  if (!person) throw new Error(name);
  return person;
}

async function aDevice(admin: Session, unit: string) {
  const body = { name: 'Ki-ốt thử', unitId: demoUnitId(unit), place: 'Sảnh' };
  return ok(await api.call(registerDevice, { as: admin, body }));
}

async function aKiosk(admin: Session, unit: string, revoked = false): Promise<Session> {
  const { device, registrationCode } = await aDevice(admin, unit);
  const activated = await api.call(activateKiosk, { body: { registrationCode } });
  const token = /mocua_kiosk=([^;]+)/u.exec(String(activated.headers['set-cookie']))?.[1] ?? '';
  const session = await api.app.inject({
    url: '/api/v1/session?audience=kiosk',
    headers: { cookie: `mocua_kiosk=${token}` },
  });
  if (revoked) ok(await api.call(revokeDevice, { as: admin, params: { deviceId: device.deviceId } }));
  return {
    audience: 'kiosk',
    token,
    csrf: session.json<{ csrfToken: string | null }>().csrfToken ?? '',
    headers: {},
  };
}

/** What a call of each citizen endpoint sends, so that nothing but the access rules can refuse it by 401, 403 or 404. */
const citizenCalls: Readonly<Record<string, (owned: Owned) => Call | Promise<Call>>> = {
  openDraft: ({ draft }) => ({ body: { procedureCode: '2.000908', actingFor: draft.actingFor.partyId } }),
  listDrafts: () => ({}),
  getDraft: ({ draft }) => ({ params: draft }),
  previewDraftFees: ({ draft }) => ({ params: draft }),
  fillFromRegisters: ({ draft }) => ({ params: draft }),
  saveDraft: ({ draft }) => ({ params: draft, body: { ...stale, answers: {} } }),
  deleteDraft: ({ draft }) => ({ params: draft }),
  uploadToDraft: ({ draft }) => ({
    params: draft,
    query: { component: 'unknown', fileName: 'a.pdf' },
    file: smallPdf,
  }),
  removeFromDraft: ({ draft }) => ({
    params: { ...draft, attachmentId: draft.attachments[0]?.attachmentId },
  }),
  downloadFromDraft: ({ draft }) => ({
    params: { ...draft, attachmentId: draft.attachments[0]?.attachmentId },
  }),
  submitDossier: ({ draft }) => ({ params: draft, body: stale }),
  listMyDossiers: () => ({}),
  getMyParcel: ({ dossier }) => ({ params: dossier }),
  getMyPayment: ({ dossier }) => ({ params: dossier }),
  listMyHandovers: ({ dossier }) => ({ params: dossier }),
  listMyOutgoingDocuments: ({ dossier }) => ({ params: dossier }),
  startPayment: ({ dossier }) => ({ params: dossier }),
  getMyDossierOrigins: ({ dossier }) => ({ params: dossier }),
  getMyDossier: ({ dossier }) => ({ params: dossier }),
  answerSupplement: ({ dossier }) => ({
    params: dossier,
    body: { ...stale, supplementId: randomUUID(), answers: {}, attachments: [] },
  }),
  uploadToDossier: ({ dossier }) => ({
    params: dossier,
    query: { component: 'identity-paper', fileName: 'a.pdf' },
    file: smallPdf,
  }),
  editDossier: ({ dossier }) => ({ params: dossier, body: { ...stale, answers: {} } }),
  withdrawDossier: ({ dossier }) => ({ params: dossier, body: { ...stale, reason: 'Không cần nữa.' } }),
  downloadMyDocument: ({ dossier }) => ({
    params: { ...dossier, documentId: dossier.documents[0]?.documentId },
  }),
  downloadMyAttachment: ({ dossier }) => ({
    params: { ...dossier, attachmentId: dossier.attachments[0]?.attachmentId },
  }),
  getPhoneSignIn: () => ({ params: { code: 'x'.repeat(43) } }),
  answerPhoneSignIn: () => ({ params: { code: 'x'.repeat(43) }, body: { accept: true } }),
  openHandover: () => ({ params: { code: 'x'.repeat(43) } }),
  handOverDraft: ({ draft }) => ({ params: draft }),
  scanToDraft: ({ draft }) => ({ params: draft, body: { component: 'identity-paper' } }),
  printMyDocument: ({ dossier }) => ({
    params: { ...dossier, documentId: dossier.documents[0]?.documentId },
  }),
  listReadings: () => ({}),
  listMyMirrors: () => ({}),
  listCitizenLogins: () => ({}),
  listMessages: () => ({}),
  markMessagesRead: () => ({ body: { messageIds: [randomUUID()] } }),
  getNoticeSettings: () => ({}),
  saveNoticeSettings: () => ({ body: { settings: [{ kind: 'done', sms: true, email: true, zalo: true }] } }),
  listMyResults: () => ({}),
  saveDisplay: () => ({ body: { text: 'large', contrast: 'normal', language: 'vi' } }),
  listSessions: () => ({}),
  endSession: () => ({ params: { sessionId: randomUUID() } }),
};

const citizenActors: Readonly<Record<string, readonly [person: string | null, owner: 'lam' | 'sen']>> = {
  anonymous: [null, 'lam'],
  kiosk: ['kiosk', 'lam'],
  officer: ['one-stop', 'lam'],
  own: ['lam', 'lam'],
  delegated: ['thuyForSen', 'sen'],
  filed: ['thuy', 'sen'],
  others: ['quan', 'lam'],
  'delegate-others': ['thuyForSen', 'lam'],
};

const officerCalls: Readonly<Record<string, (owned: Owned, situation: string) => Call | Promise<Call>>> = {
  getInbox: () => ({ query: { queue: 'recent' } }),
  getInboxCounters: () => ({}),
  getOfficerDossier: ({ dossier }) => ({ params: dossier }),
  receiveDossier: ({ dossier }) => ({ params: dossier, body: stale }),
  refuseDossier: ({ dossier }) => ({
    params: dossier,
    body: { ...stale, reason: 'Hồ sơ không hợp lệ.', ground: 'Điều 7' },
  }),
  requestSupplement: ({ dossier }) => ({
    params: dossier,
    body: {
      version: dossier.version,
      reason: 'Ảnh bị mờ, không đọc được.',
      items: [{ kind: 'field', ref: 'no-such-field', instruction: 'Ghi lại' }],
    },
  }),
  sendSupplement: ({ dossier }) => ({ params: dossier, body: { ...stale, supplementId: randomUUID() } }),
  confirmSupplement: ({ dossier }) => ({
    params: dossier,
    body: { ...stale, supplementId: randomUUID(), complete: true },
  }),
  completeTask: ({ dossier }) => ({
    params: { ...dossier, taskId: lamsTask.tasks[0]?.taskId },
    body: { version: dossier.version, outcome: 'no-such-outcome', values: {} },
  }),
  returnResult: ({ dossier }) => ({
    params: dossier,
    body: { ...stale, method: 'counter', receiverName: 'Trần Văn Lâm', relation: 'owner' },
  }),
  revokeResult: ({ dossier }) => ({
    params: { ...dossier, documentId: dossier.documents[0]?.documentId },
    body: { decisionNumber: '1/QĐ', reason: 'Cấp nhầm đối tượng.', replacedBy: null },
  }),
  downloadOfficerDocument: ({ dossier }) => ({
    params: { ...dossier, documentId: dossier.documents[0]?.documentId },
  }),
  downloadOfficerAttachment: ({ dossier }) => ({
    params: { ...dossier, attachmentId: dossier.attachments[0]?.attachmentId },
  }),
  listPapersForUnit: () => ({ query: {} }),
  downloadPaperForUnit: () => ({ params: { shareId: randomUUID() } }),
  listDevices: () => ({}),
  registerDevice: (_owned, place) => ({
    body: { name: 'Ki-ốt thử', unitId: demoUnitId(unitOf(place)), place: 'Sảnh' },
  }),
  revokeDevice: async (_owned, place) => ({
    params: { deviceId: (await aDevice(who('system-admin'), unitOf(place))).device.deviceId },
  }),
  setDeviceSettings: async (_owned, place) => {
    const { device } = await aDevice(who('system-admin'), unitOf(place));
    return { params: device, body: device.settings };
  },
  listCalls: () => ({}),
  // The kiosk of the matrix belongs to the one-stop centre of Đồng Sen and has one open call, however often it calls.
  acknowledgeCall: async () => ({ params: ok(await api.call(callOfficer, { as: who('kiosk') })) }),
  readHandedDraft: () => ({ params: { code: 'ABCD-EFGH' } }),
  ...assistedCalls(anAssistedDraft),
  ...moneyCalls,
  ...outsideCalls,
  listNationalDifferences: () => ({}),
  listNationalDeliveries: () => ({}),
  listAgencyClients: () => ({ query: {} }),
  getAgencyClient: async () => ({ params: await aSystem() }),
  registerAgencyClient: () => ({ body: systemWish }),
  changeAgencyClient: async () => ({ params: await aSystem(), body: systemWish }),
  rotateAgencySecret: async () => ({ params: await aSystem(), body: { endFormer: true } }),
  revokeAgencyClient: async () => ({ params: await aSystem() }),
  addWebhookSubscription: async () => ({
    params: await aSystem(),
    body: { url: 'http://127.0.0.1:1/tin', eventTypes: ['vn.mocua.dossier.received'] },
  }),
  rotateSigningSecret: async () => ({
    params: { ...(await aSystem()), subscriptionId: randomUUID() },
    body: { overlapHours: 24 },
  }),
  endWebhookSubscription: async () => ({ params: { ...(await aSystem()), subscriptionId: randomUUID() } }),
  listWebhookDeliveries: async () => ({ params: await aSystem() }),
  replayWebhookDelivery: async () => ({ params: { ...(await aSystem()), deliveryId: randomUUID() } }),
  replayNationalDelivery: () => ({ params: { deliveryId: '999999999' } }),
  listOfficerLogins: () => ({}),
  getNoticeReach: ({ dossier }) => ({ params: dossier }),
  listReceptionAlerts: () => ({}),
  listRecordReviews: () => ({}),
  getRecordReview: () => ({ params: record }),
  approveRecord: () => ({ params: record, body: { differenceHash: '0'.repeat(64) } }),
  rejectRecord: () => ({ params: record, body: { differenceHash: '0'.repeat(64), reason: 'Chưa đúng.' } }),
  listContent: () => ({}),
  getContent: async () => ({ params: { contentId: await aPage() } }),
  createContent: () => ({ body: { kind: 'guide', slug: `trang-${randomUUID()}`, fields: pageFields } }),
  saveContent: async () => ({
    params: { contentId: await aPage() },
    body: { revision: 999, fields: pageFields },
  }),
  publishContent: async () => ({ params: { contentId: await aPage() }, body: { revision: 999, note: '' } }),
  withdrawContent: async () => ({
    params: { contentId: await aPage() },
    body: { revision: 999, note: 'Đã cũ.' },
  }),
};

/** A filing that the one-stop centre of Đồng Sen has begun. */
async function anAssistedDraft(): Promise<{ draftId: string }> {
  const { draftId } = ok(await api.call(openAssistedDraft, { as: who('one-stop'), body: assistedFiling }));
  return { draftId };
}

/** A national record that waits for approval; nobody has read the difference of this hash. */
const record = { code: '9.990001' };

const pageFields = {
  vi: { title: 'Trang thử', summary: '', body: [{ kind: 'paragraph' as const, text: 'Chữ' }] },
  en: null,
  topic: null,
  validFrom: '2026-11-01',
  validTo: null,
};

async function aPage() {
  const body = { kind: 'guide' as const, slug: `trang-${randomUUID()}`, fields: pageFields };
  return ok(await api.call(createContent, { as: who('system-admin'), body })).contentId;
}

const systemWish = {
  name: 'Hệ thống thử',
  agency: 'Sở',
  scopes: ['dossiers:read' as const],
  procedureCodes: [],
};

async function aSystem() {
  const made = ok(await api.call(registerAgencyClient, { as: who('system-admin'), body: systemWish }));
  return { clientId: made.client.clientId };
}

/** The unit administrator of the matrix is the one of Ngân Thượng. */
function unitOf(place: string): string {
  return place === 'own-unit' ? 'ngan-thuong-centre' : 'dong-sen-centre';
}

const openCalls: Readonly<Record<string, (situation: string) => Call>> = {
  getSession: () => ({ query: { audience: 'citizen' } }),
  startCitizenLogin: () => ({}),
  finishCitizenLogin: () => ({ query: { code: 'x', state: 'y' } }),
  startOfficerLogin: () => ({}),
  finishOfficerLogin: () => ({ query: { code: 'x', state: 'y' } }),
  logout: () => ({ body: { audience: 'citizen' }, headers: { cookie: '' } }),
  getProvince: () => ({}),
  searchProcedures: () => ({ query: { q: 'bản sao' } }),
  getSearchIndex: () => ({}),
  getProcedure: () => ({ params: { code: '2.000908' } }),
  listPublicContent: () => ({}),
  getPublicContent: () => ({ params: { kind: 'guide', slug: 'khong-co' } }),
  listUnitOptions: () => ({ query: { filter: 'one-stop-centre' } }),
  previewProcedureFees: () => ({ params: { code: '2.000908' } }),
  findEligibleProcedures: () => ({ body: { facts: { age: 70 } } }),
  trackDossier: (situation) => ({ body: { code: receipt.transactionCode, pin: pinFor(situation) } }),
  verifyReceipt: () => ({ body: receipt.receipt }),
  listSigningKeys: () => ({}),
  activateKiosk: () => ({ body: { registrationCode: 'ABCD-EFGH' } }),
  getKiosk: () => ({}),
  kioskHeartbeat: () => ({
    body: { appVersion: 'test', parts: { printer: 'unknown', scanner: 'unknown', cardReader: 'unknown' } },
  }),
  kioskTrack: (situation) => ({ body: { code: receipt.transactionCode, pin: pinFor(situation) } }),
  wipeKiosk: () => ({}),
  issueAgencyToken: () => ({ body: { grant_type: 'client_credentials' } }),
  listProvidedProcedures: () => ({}),
  getProvidedDossier: () => ({ params: { code: receipt.transactionCode } }),
  submitProvidedDossier: () => ({ body: {} }),
  verifyProvidedResult: () => ({ body: { receipt: receipt.receipt } }),
  getProvidedStatistics: () => ({}),
  listOwnDeliveries: () => ({}),
  replayOwnDelivery: () => ({ params: { deliveryId: randomUUID() } }),
  startPhoneSignIn: () => ({}),
  collectPhoneSignIn: () => ({ params: { signInId: randomUUID() } }),
  signInByCard: () => ({}),
  callOfficer: () => ({}),
  getCall: () => ({}),
  endCall: () => ({}),
  takeTicket: () => ({}),
  receiveNationalMessage: () => ({ body: {} }),
  downloadNationalResult: () => ({ params: { dossierId: randomUUID(), documentId: randomUUID() } }),
  messageReceipt: () => ({ params: { carrier: 'gateway' }, body: { messageId: 'x' } }),
  postCallback: () => ({ body: { OrderNumber: 'H99-BC1' } }),
  signingCallback: () => ({ body: { sp_id: 'SONGNGAN' } }),
  receiveDocumentMessage: () => ({ body: { TrangThai: 'DA_PHAT_HANH' } }),
  receiveSectorMessage: () => ({
    params: { system: 'business-registration' },
    body: { Loai: 'KET_QUA' },
  }),
  paymentCallback: () => ({ body: { LoaiBanTin: 'NOTIFY' } }),
  paymentLookUp: () => ({ body: { LoaiBanTin: 'LOOK_UP' } }),
};

function pinFor(situation: string): string {
  return situation === 'wrong-pin' ? '000000x' : receipt.tracking.pin;
}

async function verdictOf(name: string, call: Call, as: Session | undefined): Promise<string> {
  const endpoint = contract[name];
  if (!endpoint) throw new Error(name);
  await watch.begin();
  const { status, problem } = await api.call(endpoint, { ...call, ...(as ? { as } : {}) });
  // Whatever the verdict: what was read left its reading, and nothing was recorded that was not read.
  expect([name, await watch.differences()]).toEqual([name, []]);
  // what lies outside is not there in this test: past the access rules all the same
  const outside = [
    'session.identity-provider-unavailable',
    'kiosk.card-reader-unavailable',
    'payment.platform-unavailable',
  ];
  if (status >= 500 && !outside.includes(problem.code)) return `${status} ${problem.code}`;
  const letters: Readonly<Record<number, string>> = { 401: '1', 403: '3', 404: '4' };
  return letters[status] ?? (problem?.code === 'unit.not-found' ? '2' : 'A');
}

function split(row: string): [name: string, situation: string] {
  const [name = '', situation = ''] = row.split('@');
  return [name, situation];
}

describe('the access matrix', () => {
  it('speaks about every endpoint of the contract and about no other', () => {
    expect(coverage(Object.keys(contract), matrices)).toEqual({ missing: [], unknown: [] });
  });

  it('fails for an endpoint it does not speak about', () => {
    const { getDraft: _forgotten, 'getDraft@closed': _too, ...rest } = citizenMatrix;
    const unreviewed: Matrix[] = [
      rest,
      privacyCitizenMatrix,
      storeMatrix,
      privacyOfficerMatrix,
      officerMatrix,
      openMatrix,
    ];
    expect(coverage([...Object.keys(contract), 'sellDossier'], unreviewed).missing).toEqual([
      'getDraft',
      'sellDossier',
    ]);
  });

  it.each(Object.keys(citizenRows))('holds for %s', async (row) => {
    const [name, situation] = split(row);
    const seen: [string, string][] = [];
    for (const [column] of cells(citizenColumns, citizenRows[row] ?? '')) {
      const [person, owner] = citizenActors[column] ?? [null, 'lam'];
      const all = owner === 'lam' ? lams : sens;
      let owned = all[situation === 'closed' ? 'closed' : 'processing'];
      if (situation === '' && (name === 'deleteDraft' || name === 'removeFromDraft')) {
        owned = { ...owned, draft: await openDraftOf(api, who(owner === 'lam' ? 'lam' : 'thuyForSen')) };
      }
      const call = await (citizenCalls[name] ?? privacyCalls[name] ?? storeCalls[name])?.(owned);
      if (!call) throw new Error(`no call for ${name}`);
      seen.push([column, await verdictOf(name, call, person === null ? undefined : who(person))]);
    }
    expect(seen).toEqual(cells(citizenColumns, citizenRows[row] ?? ''));
  });

  it.each(Object.keys(privacyOfficerMatrix))('holds for %s', async (name) => {
    const seen: [string, string][] = [];
    for (const [column] of cells(privacyOfficerColumns, privacyOfficerMatrix[name] ?? '')) {
      const as = column === 'anonymous' ? undefined : who(column === 'citizen' ? 'lam' : column);
      seen.push([column, await verdictOf(name, privacyCalls[name]?.() ?? {}, as)]);
    }
    expect(seen).toEqual(cells(privacyOfficerColumns, privacyOfficerMatrix[name] ?? ''));
  });

  it('lets the officer for data protection read no dossier', async () => {
    const params = lams.processing.dossier;
    expect(await verdictOf('getOfficerDossier', { params }, who('data-protection'))).toBe('4');
  });

  it.each(Object.keys(officerMatrix))('holds for %s', async (row) => {
    const [name, situation] = split(row);
    const owned = lams[situation === 'submitted' || situation === 'closed' ? situation : 'processing'];
    const seen: [string, string][] = [];
    for (const [column] of cells(officerColumns, officerMatrix[row] ?? '')) {
      const call = await officerCalls[name]?.(owned, situation);
      if (!call) throw new Error(`no call for ${name}`);
      const as = column === 'anonymous' ? undefined : who(column === 'citizen' ? 'lam' : column);
      seen.push([column, await verdictOf(name, call, as)]);
    }
    expect(seen).toEqual(cells(officerColumns, officerMatrix[row] ?? ''));
  });

  it.each(Object.keys(openMatrix))('holds for %s', async (row) => {
    const [name, situation] = split(row);
    const seen: [string, string][] = [];
    for (const [column] of cells(openColumns, openMatrix[row] ?? '')) {
      const call = openCalls[name]?.(situation);
      if (!call) throw new Error(`no call for ${name}`);
      const person = { citizen: 'lam', officer: 'one-stop' }[column] ?? column;
      seen.push([column, await verdictOf(name, call, column === 'anonymous' ? undefined : who(person))]);
    }
    expect(seen).toEqual(cells(openColumns, openMatrix[row] ?? ''));
  });

  it('left every object as it was: nobody got anything through', async () => {
    for (const [writer, all] of [
      ['lam', lams],
      ['thuyForSen', sens],
    ] as const) {
      for (const situation of ['submitted', 'processing', 'closed'] as const) {
        const { dossierId, version } = all[situation].dossier;
        const row = await api.db.database.one<{ version: number }>(
          'SELECT version FROM dossier.dossiers WHERE dossier_id = $1',
          [dossierId],
        );
        expect([writer, situation, row?.version]).toEqual([writer, situation, version]);
      }
    }
  });
});

describe('a list', () => {
  it('of dossiers shows a person their own and nobody else’s', async () => {
    const ids = async (name: string) =>
      ok(await api.call(listMyDossiers, { as: who(name), query: {} })).items.map((item) => item.dossierId);
    const lam = await ids('lam');
    expect(lam).toContain(lams.processing.dossier.dossierId);
    expect(lam).not.toContain(sens.processing.dossier.dossierId);
    expect(await ids('quan')).toEqual([]);
    expect(await ids('thuyForSen')).toContain(sens.closed.dossier.dossierId);
  });
});

describe('an unsafe request', () => {
  const unsafe = Object.values(contract).filter((endpoint) => endpoint.method !== 'GET');

  // A token of another agency is sent on purpose; no browser adds it, so there is nothing for a second token to prove.
  const bySession = unsafe.filter(({ access }) => access.kind !== 'public' && access.kind !== 'agency');
  it.each(bySession.map((endpoint) => endpoint.name))(
    'of %s without the token of its session is refused',
    async (name) => {
      const endpoint = contract[name];
      if (!endpoint) throw new Error(name);
      const as = who(
        { citizen: 'lam', officer: 'one-stop', device: 'kiosk', public: 'lam', agency: 'lam' }[
          endpoint.access.kind
        ],
      );
      for (const csrf of ['', 'x'.repeat(as.csrf.length), who('quan').csrf]) {
        const { status, problem } = await api.call(endpoint, { as: { ...as, csrf } });
        expect([status, problem.code]).toEqual([403, 'session.csrf']);
      }
    },
  );

  it.each(unsafe.map((endpoint) => endpoint.name))('of %s from another site is refused', async (name) => {
    const endpoint = contract[name];
    if (!endpoint) throw new Error(name);
    const as = who(
      { citizen: 'lam', officer: 'one-stop', device: 'kiosk', public: 'lam', agency: 'lam' }[
        endpoint.access.kind
      ],
    );
    for (const headers of [
      { origin: 'https://lua-dao.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ]) {
      const { status, problem } = await api.call(endpoint, { as, headers });
      expect([headers, status, problem.code]).toEqual([headers, 403, 'session.csrf']);
    }
  });
});

describe('a person who may act for nobody', () => {
  it('cannot say so in a header, nor open a draft for somebody', async () => {
    const quan = who('quan');
    for (const actingFor of [demoPartyId('lam'), randomUUID(), 'not an id']) {
      const headers = { 'mocua-acting-for': actingFor };
      const { status, problem } = await api.call(listMyDossiers, { as: { ...quan, headers }, query: {} });
      expect([status, problem.code]).toEqual([403, 'party.not-represented']);
    }
    const opened = await api.call(openDraft, {
      as: quan,
      body: { procedureCode: '2.000908', actingFor: demoPartyId('lam') },
    });
    expect([opened.status, opened.problem.code]).toEqual([403, 'party.not-represented']);
  });
});
