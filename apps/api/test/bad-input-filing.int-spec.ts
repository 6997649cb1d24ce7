import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerValue,
  getDraft,
  getMyDossier,
  saveDraft,
  submitDossier,
  uploadToDraft,
} from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
import { openDraftOf, type Owned } from './access-objects';
import { type ApiHarness, ok, type Session, wireRequest } from './api-harness';
import { BadInputWorld } from './bad-input-world';
import { expectClear } from './clear-answer';
import { smallPdf } from './filing.builder';

let world: BadInputWorld;
let api: ApiHarness;
let lam: Session;
let quan: Session;
let owned: Owned;
let draft: Owned['draft'];

beforeAll(async () => {
  world = await BadInputWorld.start();
  ({ api, lam, quan, owned } = world);
  ({ draft } = owned);
}, 180_000);
afterAll(() => world.close());

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
      const before = await world.everything();
      const request = wireRequest(uploadToDraft, {
        as: lam,
        params: draft,
        query: { component: 'identity-paper', fileName: 'a.pdf', ...query } as never,
        file,
      });
      const answer = await api.app.inject(request);
      const problem = expectClear(what, answer);
      expect([answer.statusCode, problem.code]).toEqual([status, code]);
      expect(await world.everything()).toEqual(before);
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
