import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerValue,
  type DraftView,
  type Endpoint,
  fillText,
  getDraft,
  getMyDossier,
  type ProblemDocument,
  problems,
  saveDraft,
  statusOf,
  submitDossier,
  trackDossier,
  uploadToDraft,
} from '@mocua/contract';
import { endpoints } from '@mocua/contract/schemas';
import { demoUnitId } from '@mocua/server/identity';
import { ApiHarness, ok, type Session, wireRequest } from './api-harness';
import { makeOwned, openDraftOf, type Owned } from './access-objects';
import { smallPdf } from './filing.builder';
import { hostileBodies } from './hostile-bodies';

const contract = endpoints as unknown as Readonly<Record<string, Endpoint>>;
let api: ApiHarness;
let lam: Session;
let quan: Session;
let oneStop: Session;
let admin: Session;
let owned: Owned;
let draft: DraftView;

beforeAll(async () => {
  api = await ApiHarness.start({ MAX_UPLOAD_BYTES: '60000' });
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  admin = await api.officer('viet', 'province-administrator');
  owned = (await makeOwned(api, lam, oneStop)).processing;
  draft = await openDraftOf(api, lam);
}, 120_000);
afterAll(() => api.close());

/** A problem a person can do something with: the catalogue's words in Vietnamese, its status, fields with messages. */
function expectClear(
  what: string,
  answer: { statusCode: number; headers: Record<string, unknown>; payload: string },
): ProblemDocument {
  const { statusCode, headers, payload } = answer;
  expect([what, statusCode >= 400 && statusCode < 500, payload.slice(0, 200)]).toEqual([
    what,
    true,
    payload.slice(0, 200),
  ]);
  expect([what, headers['content-type']]).toEqual([what, 'application/problem+json; charset=utf-8']);
  const problem = JSON.parse(payload) as ProblemDocument;
  const { vi, category } = problems[problem.code];
  expect([what, problem.status, problem.title]).toEqual([
    what,
    statusOf[category],
    fillText(vi.title, problem.params),
  ]);
  expect(problem.detail.length).toBeGreaterThan(10);
  for (const field of problem.fields)
    expect([what, field.path !== '' || field.code !== '', field.message.length > 3]).toEqual([
      what,
      true,
      true,
    ]);
  expect(payload).not.toMatch(/\bat \w+ \(|SELECT |node_modules|TypeError|RangeError/u);
  return problem;
}

/** What must not move: drafts, dossiers, events. */
async function everything(): Promise<unknown> {
  return api.db.database.one(
    `SELECT (SELECT json_agg(d.* ORDER BY draft_id)::text FROM dossier.drafts d WHERE d.draft_id = $1) AS drafts,
            (SELECT count(*) FROM dossier.events) AS events, (SELECT sum(version) FROM dossier.dossiers) AS versions,
            (SELECT count(*) FROM dossier.uploads WHERE draft_id = $1) AS uploads,
            (SELECT encode(digest, 'hex') FROM personal_data.sealed_values WHERE value_id = $1) AS answers,
            (SELECT count(*) FROM identity.devices) AS devices`,
    [draft.draftId],
  );
}

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
      const before = await everything();
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
      expect(await everything()).toEqual(before);
    },
    120_000,
  );
});

describe('answers in a form', () => {
  const spoiled: readonly [what: string, answers: Readonly<Record<string, unknown>>, path: string][] = [
    ['an unknown key', { isAdmin: true }, 'isAdmin'],
    ['an inherited key', { constructor: 'x' }, 'constructor'],
    ['a list for a text', { purpose: ['a'] }, 'purpose'],
    ['an object for a text', { purpose: { a: 1 } }, 'purpose'],
    ['a number for a text', { purpose: 7 }, 'purpose'],
    ['words for a number', { copies: 'hai bản' }, 'copies'],
    ['a fraction for a whole number', { copies: 1.5 }, 'copies'],
    ['too many copies', { copies: 21 }, 'copies'],
    ['a date that is none', { issuedOn: '2026-02-30' }, 'issuedOn'],
    ['a choice that is not offered', { relation: 'admin' }, 'relation'],
    ['a phone that is none', { phone: 'gọi sau' }, 'phone'],
    ['an address that is a text', { address: 'Thôn Đông' }, 'address'],
    ['a unit that is no id', { registerKeeper: 'dong-sen' }, 'registerKeeper'],
    ['far too long a text', { purpose: 'a'.repeat(501) }, 'purpose'],
    ['a confirmation that is none', { confirmed: 'yes' }, 'confirmed'],
    ['a name that the identity gave, changed', { fullName: 'Người Khác' }, 'fullName'],
  ];

  it.each(spoiled)('with %s are refused at that item and never filed', async (_what, answers, path) => {
    const mine = await openDraftOf(api, lam);
    const all = { ...mine.answers, ...answers } as Record<string, AnswerValue>;
    const body = { version: mine.version, answers: all };
    const saved = await api.call(saveDraft, { as: lam, params: mine, body });
    // What a person typed is kept in the draft even when it is not right yet; what nobody can type is refused at once.
    const kept = saved.status === 200;
    const told = kept
      ? await api.call(submitDossier, { as: lam, params: mine, body: { version: saved.body.version } })
      : saved;
    expect([told.status, told.problem.code]).toEqual([422, 'eform.invalid']);
    expect(told.problem.fields.map((field) => field.path.split('/')[0])).toEqual([path]);
    expect(told.problem.fields[0]?.message.length).toBeGreaterThan(3);
    const after = ok(await api.call(getDraft, { as: lam, params: mine }));
    const typed = (all as Readonly<Record<string, unknown>>)[path];
    expect([after.dossierId, after.answers[path] ?? null]).toEqual([
      null,
      kept ? typed : (mine.answers[path] ?? null),
    ]);
  });

  it('that are missing are named one by one at the filing', async () => {
    const empty = await openDraftOf(api, quan);
    const { fullName, birthDate, personalId } = empty.answers;
    const answers = { fullName, birthDate, personalId } as Record<string, AnswerValue>;
    const saved = ok(
      await api.call(saveDraft, { as: quan, params: empty, body: { version: empty.version, answers } }),
    );
    const sent = await api.call(submitDossier, { as: quan, params: empty, body: { version: saved.version } });
    expect([sent.status, sent.problem.code]).toEqual([422, 'eform.invalid']);
    expect(sent.problem.fields.map((field) => field.path)).toEqual(
      expect.arrayContaining([
        'phone',
        'address',
        'relation',
        'paperKind',
        'registerKeeper',
        'copies',
        'returnMethod',
        'confirmed',
      ]),
    );
    expect(ok(await api.call(getDraft, { as: quan, params: empty })).dossierId).toBeNull();
  });

  it('that name a unit which keeps no register, or papers that were not uploaded, are refused at the right place', async () => {
    const mine = await openDraftOf(api, quan);
    const answers = { ...mine.answers, registerKeeper: demoUnitId('tax') };
    const saved = ok(
      await api.call(saveDraft, { as: quan, params: mine, body: { version: mine.version, answers } }),
    );
    const sent = await api.call(submitDossier, { as: quan, params: mine, body: { version: saved.version } });
    expect([sent.problem.code, sent.problem.fields.map((field) => field.path)]).toEqual([
      'eform.invalid',
      ['registerKeeper'],
    ]);
    const heir = { ...mine.answers, relation: 'heir', subjectName: 'Lường Thị Cũ', deathDate: '2020-02-29' };
    const again = ok(
      await api.call(saveDraft, { as: quan, params: mine, body: { version: saved.version, answers: heir } }),
    );
    const missing = await api.call(submitDossier, {
      as: quan,
      params: mine,
      body: { version: again.version },
    });
    expect([missing.problem.code, missing.problem.fields.map((field) => field.path)]).toEqual([
      'attachment.missing',
      ['relation-paper'],
    ]);
  });

  it('of another person cannot be read, saved or filed', async () => {
    const calls = [
      api.call(getDraft, { as: quan, params: draft }),
      api.call(saveDraft, { as: quan, params: draft, body: { version: draft.version, answers: {} } }),
      api.call(submitDossier, { as: quan, params: draft, body: { version: draft.version } }),
    ];
    for (const { status, problem } of await Promise.all(calls))
      expect([status, problem.code]).toEqual([404, 'draft.not-found']);
    const theirs = await api.call(getMyDossier, { as: quan, params: owned.dossier });
    expect([theirs.status, theirs.problem.code]).toEqual([404, 'dossier.not-found']);
  });
});

describe('a bad upload', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const uploads: readonly [
    what: string,
    file: Buffer,
    query: Record<string, string>,
    status: number,
    code: string,
  ][] = [
    ['nothing at all', Buffer.alloc(0), {}, 422, 'attachment.empty'],
    [
      'a program that is called a PDF',
      Buffer.from('MZ\u0090\u0000 this program cannot be run'),
      {},
      415,
      'attachment.type-refused',
    ],
    [
      'a page that is called a PDF',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      {},
      415,
      'attachment.type-refused',
    ],
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      { fileName: 'a.svg' },
      415,
      'attachment.type-refused',
    ],
    ['a PDF whose end is missing', smallPdf.subarray(0, 30), {}, 415, 'attachment.type-refused'],
    ['a PNG whose end is missing', png, { fileName: 'a.png' }, 415, 'attachment.type-refused'],
    ['random bytes', Buffer.from('0123456789abcdef'.repeat(40), 'hex'), {}, 415, 'attachment.type-refused'],
    [
      'more than is allowed',
      Buffer.concat([smallPdf, Buffer.alloc(70_000, 0x20)]),
      {},
      413,
      'attachment.too-large',
    ],
    ['a paper nobody asks for', smallPdf, { component: 'house-deed' }, 422, 'attachment.unknown-component'],
    [
      'a paper named like a prototype',
      smallPdf,
      { component: '__proto__' },
      422,
      'attachment.unknown-component',
    ],
    ['a file without a name', smallPdf, { fileName: '' }, 422, 'request.invalid'],
    ['a file with an endless name', smallPdf, { fileName: 'a'.repeat(201) }, 422, 'request.invalid'],
    ['an unknown question', smallPdf, { admin: '1' }, 422, 'request.invalid'],
  ];

  it.each(uploads)(
    '(%s) is refused with what to do, and the draft keeps its files',
    async (what, file, query, status, code) => {
      const before = await everything();
      const request = wireRequest(uploadToDraft, {
        as: lam,
        params: draft,
        query: { component: 'identity-paper', fileName: 'a.pdf', ...query } as never,
        file,
      });
      const answer = await api.app.inject(request);
      const problem = expectClear(what, answer);
      expect([answer.statusCode, problem.code]).toEqual([status, code]);
      expect(await everything()).toEqual(before);
    },
  );

  it('beyond the number of files of a paper is refused', async () => {
    const mine = await openDraftOf(api, quan);
    const query = { component: 'identity-paper', fileName: 'a.pdf' };
    const answers = [];
    for (let n = 0; n < 4; n += 1)
      answers.push(await api.call(uploadToDraft, { as: quan, params: mine, query, file: smallPdf }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 422]);
    expect(answers.at(-1)?.problem).toMatchObject({ code: 'attachment.too-many', params: { limit: 4 } });
  });

  it('under a hostile name is stored under that name as text, and given back harmless', async () => {
    const mine = await openDraftOf(api, quan);
    for (const fileName of [
      '../../etc/passwd',
      'a"\r\nset-cookie: x=1\r\n.pdf',
      'gi\u0061\u0302\u0301y.pdf',
      '\u202efdp.exe',
      'a\u0000b.pdf',
    ]) {
      const request = wireRequest(uploadToDraft, {
        as: quan,
        params: mine,
        query: { component: 'identity-paper', fileName },
        file: smallPdf,
      });
      const uploaded = await api.app.inject(request);
      if (uploaded.statusCode !== 200) {
        expectClear(fileName, uploaded);
        continue;
      }
      const { attachmentId } = uploaded.json<{ attachmentId: string }>();
      const headers = { cookie: `mocua_citizen=${quan.token}` };
      const file = await api.app.inject({
        url: `/api/v1/citizen/drafts/${mine.draftId}/attachments/${attachmentId}/content`,
        headers,
      });
      expect([fileName, file.statusCode, file.headers['set-cookie']]).toEqual([fileName, 200, undefined]);
      expect(String(file.headers['content-disposition'])).toMatch(
        /^inline; filename\*=UTF-8''[\w%.!~*()-]+$/u,
      );
      const removal = {
        method: 'DELETE' as const,
        url: `/api/v1/citizen/drafts/${mine.draftId}/attachments/${attachmentId}`,
      };
      await api.app.inject({ ...removal, headers: { ...headers, 'x-csrf-token': quan.csrf } });
    }
  });
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
