import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Endpoint, problems, trackDossier } from '@mocua/contract';
import { endpoints } from '@mocua/contract/schemas';
import type { Owned } from './access-objects';
import { type ApiHarness, type Session, wireRequest } from './api-harness';
import { BadInputWorld } from './bad-input-world';
import { expectClear } from './clear-answer';
import { hostileBodies } from './hostile-bodies';

const contract = endpoints as unknown as Readonly<Record<string, Endpoint>>;
let world: BadInputWorld;
let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let admin: Session;
let owned: Owned;
let draft: Owned['draft'];

beforeAll(async () => {
  world = await BadInputWorld.start();
  ({ api, lam, owned } = world);
  ({ draft } = owned);
  oneStop = world.officer('one-stop');
  admin = world.officer('administrator');
}, 180_000);
afterAll(() => world.close());

interface Family {
  readonly as: () => Session | null;
  readonly params: () => Readonly<Record<string, string>>;
  /** Good in every way but for its version, so that nothing can get through by chance. */
  readonly bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const version = 999;
const families: Readonly<Record<string, Family>> = {
  'a draft': {
    as: () => lam,
    params: () => ({ draftId: draft.draftId }),
    bodies: { saveDraft: { version, answers: { purpose: 'Học tập' } }, submitDossier: { version } },
  },
  'a dossier of one’s own': {
    as: () => lam,
    params: () => ({ dossierId: owned.dossier.dossierId }),
    bodies: {
      answerSupplement: { version, supplementId: randomUUID(), answers: {}, attachments: [] },
      editDossier: { version, answers: {} },
      withdrawDossier: { version, reason: 'Không cần nữa.' },
    },
  },
  'a data store': {
    as: () => lam,
    params: () => ({ draftId: draft.draftId, paperId: randomUUID() }),
    bodies: {
      describeStoredPaper: {
        kind: 'identity',
        title: 'Thẻ căn cước',
        number: '12/2020',
        issuer: 'Bộ Công an',
        issuedOn: '2024-01-02',
        validUntil: '2039-01-02',
      },
      sharePaper: { recipient: { kind: 'tax-code', value: '0990000001' }, until: '2026-11-20' },
      shareWithUnit: {
        unitId: randomUUID(),
        purpose: { kind: 'other', words: 'Xác nhận nơi ở' },
        until: '2026-11-20',
      },
      reuseStoredPaper: { component: 'identity-paper', paperId: randomUUID() },
    },
  },
  'a dossier at work': {
    as: () => oneStop,
    params: () => ({ dossierId: owned.dossier.dossierId, taskId: randomUUID() }),
    bodies: {
      receiveDossier: { version, note: 'Đủ giấy tờ' },
      refuseDossier: { version, reason: 'Hồ sơ không hợp lệ.', ground: 'Điều 7' },
      requestSupplement: {
        version,
        reason: 'Ảnh mờ, không đọc được.',
        items: [{ kind: 'field', ref: 'phone', instruction: 'Ghi lại' }],
        ground: 'Điều 7',
      },
      sendSupplement: { version, supplementId: randomUUID() },
      confirmSupplement: { version, supplementId: randomUUID(), complete: true, note: 'Đủ' },
      completeTask: { version, outcome: 'submit', values: {}, comment: 'Đủ' },
      returnResult: {
        version,
        method: 'counter',
        receiverName: 'Trần Văn Lâm',
        relation: 'owner',
        trackingNumber: 'VN1',
      },
      postResult: {
        version,
        relation: 'owner',
        receiverName: 'Trần Văn Lâm',
        phone: '0900000103',
        street: 'Thôn Đông',
        ward: 'xã Đồng Sen',
        province: 'tỉnh Sông Ngân',
      },
    },
  },
  'an administrator’s devices': {
    as: () => admin,
    params: () => ({ deviceId: randomUUID() }),
    bodies: { registerDevice: { name: 'Ki-ốt', unitId: randomUUID(), place: 'Sảnh' } },
  },
  'an administrator’s catalogue': {
    as: () => admin,
    params: () => ({ code: '9.990001' }),
    bodies: {
      approveRecord: { differenceHash: '0'.repeat(64), effectiveFrom: '2027-01-01' },
      rejectRecord: { differenceHash: '0'.repeat(64), reason: 'Chưa đúng.' },
    },
  },
  'the public pages': {
    as: () => null,
    params: () => ({}),
    bodies: {
      trackDossier: { code: 'T261116-ABCDEFGH', pin: '123456' },
      activateKiosk: { registrationCode: 'ABCD-EFGH' },
    },
  },
};

describe.each(Object.keys(families))('bad input to %s', (name) => {
  const family = families[name];
  if (!family) throw new Error(name);

  it.each(Object.keys(family.bodies))(
    '(%s) is answered clearly, changes nothing and never fails inside',
    async (endpointName) => {
      const endpoint = contract[endpointName];
      const good = family.bodies[endpointName];
      if (!endpoint || !good) throw new Error(endpointName);
      const as = family.as();
      const before = await world.everything();
      const cases = hostileBodies(good);
      expect(cases.length).toBeGreaterThan(60);
      for (const { name: what, raw } of cases) {
        const { method, url, headers } = wireRequest(endpoint, {
          ...(as ? { as } : {}),
          params: family.params() as never,
        });
        const answer = await api.app.inject({ method, url, headers, payload: raw });
        // A body may be odd and still mean what it should; then the stale version or the unknown code answers.
        expectClear(`${endpointName}: ${what}`, answer);
      }
      expect(await world.everything()).toEqual(before);
    },
    120_000,
  );
});

describe('a hostile address or header', () => {
  it('names nothing, or is refused', async () => {
    const id = draft.draftId;
    const addresses = [
      'x',
      '0',
      'null',
      'undefined',
      '%00',
      '%zz',
      '..',
      '%2e%2e%2fdrafts',
      `${id}%00`,
      `${id}'--`,
      id.toUpperCase().replace(/-/gu, ''),
      'a'.repeat(150),
      'a'.repeat(5000),
      '%F0%9F%98%80',
      '__proto__',
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ];
    for (const address of addresses) {
      const headers = { cookie: `mocua_citizen=${lam.token}` };
      const answer = await api.app.inject({ url: `/api/v1/citizen/drafts/${address}`, headers });
      if (answer.statusCode === 200) continue; // `..` leads to the list of drafts
      const problem = expectClear(address, answer);
      expect([address, ['request.not-found', 'draft.not-found'].includes(problem.code)]).toEqual([
        address,
        true,
      ]);
    }
  });

  it('never gets further than a clear refusal', async () => {
    const params = { dossierId: owned.dossier.dossierId };
    const hostile: Record<string, string>[] = [
      { cookie: 'mocua_officer=' },
      { cookie: 'mocua_officer=%00' },
      { cookie: `mocua_officer=${'a'.repeat(6000)}` },
      { cookie: ';;;==;' },
      { 'mocua-assignment': 'x' },
      { 'mocua-assignment': '' },
      { 'mocua-assignment': "' OR 1=1 --" },
      { 'mocua-assignment': randomUUID() },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'short' },
      { 'idempotency-key': 'a'.repeat(101) },
      { 'idempotency-key': 'có dấu cách ạ'.normalize('NFD').replace(/[^ -~]/gu, '') },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/xml' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/json; charset=utf-16' },
      { 'content-type': 'x' },
      { 'content-type': 'application/octet-stream' },
      { 'accept-language': 'x'.repeat(4000) },
      { 'x-csrf-token': '' },
    ];
    for (const headers of hostile) {
      const request = wireRequest(contract['receiveDossier'] as Endpoint, {
        as: oneStop,
        params: params as never,
        body: { version } as never,
        headers,
      });
      expectClear(JSON.stringify(headers).slice(0, 80), await api.app.inject(request));
    }
  });

  it('is answered in English only when English is asked for first', async () => {
    const title = async (language: string): Promise<string> =>
      (
        await api.call(trackDossier, {
          body: { code: 'T261116-ABCDEFGH', pin: '000000' },
          headers: { 'accept-language': language },
        })
      ).problem.title;
    expect(await title('en-GB,vi;q=0.5')).toBe(problems['tracking.not-found'].en.title);
    for (const language of ['vi', '', 'fr', '*', 'x;q='])
      expect(await title(language)).toBe(problems['tracking.not-found'].vi.title);
  });
});
