import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acknowledgeRightsRequest,
  amendBreach,
  answerRightsRequest,
  decideConsent,
  downloadMyData,
  exportBreaches,
  extendRightsRequest,
  fileRightsRequest,
  getDeskRequest,
  getMyDossier,
  getOfficerDossier,
  getPrivacy,
  listMyRightsRequests,
  listReadings,
  listRightsDesk,
  receiveDossier,
  recordBreach,
  takeBackRightsRequest,
} from '@mocua/contract';
import { PurgeDrafts } from '@mocua/server/dossier';
import { demoPartyId } from '@mocua/server/identity';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';
import { aBreach } from './privacy-matrix';
import { ReadingWatch } from './reading-watch';

let api: ApiHarness;
let lam: Session;
let quan: Session;
let oneStop: Session;
let giang: Session;
let dossierId: never;

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  giang = await api.officer('giang', 'province-data-protection');
  ({ dossierId } = (await aFiling(api, lam).submit()) as never);
}, 120_000);
afterAll(() => api.close());

async function file(kind: 'access' | 'delete' | 'restrict', as: Session = lam) {
  return ok(
    await api.call(fileRightsRequest, { as, body: { kind, details: 'Tôi muốn biết và quyết định.' } }),
  );
}

describe('who read my data', () => {
  it('names unit, role, reason, data and dossier of every read, and hides one’s own unless asked', async () => {
    const watch = new ReadingWatch(api.db.database);
    await watch.begin();
    ok(await api.call(receiveDossier, { as: oneStop, params: { dossierId }, body: { version: 1 } }));
    ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId } }));
    expect(watch.decryptions).toBeGreaterThan(3);
    expect(await watch.differences()).toEqual([]);
    watch.end();
    const dossier = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } }));
    const { items } = ok(await api.call(listReadings, { as: lam, query: {} }));
    expect(items[0]).toMatchObject({
      who: {
        vi: expect.stringMatching(/Đồng Sen.*cán bộ một cửa/u),
        en: expect.stringContaining('one-stop officer'),
      },
      own: false,
      dossierCode: dossier.code,
      dossierId,
    });
    expect(items[0]?.what.map((each) => each.vi)).toEqual(
      expect.arrayContaining(['họ tên', 'nội dung tờ khai']),
    );
    expect(items.some((each) => each.own)).toBe(false);
    const all = ok(await api.call(listReadings, { as: lam, query: { own: 'shown' } })).items;
    expect(all.filter((each) => each.own).map((each) => each.who.vi)).toContain('Chính bạn');
  });
});

describe('consent', () => {
  it('starts as no, is given and withdrawn by the same step, and is nobody else’s', async () => {
    const given = async (as: Session) =>
      ok(await api.call(getPrivacy, { as })).byChoice.map((each) => each.given);
    const none = [false, false, false, false, false, false];
    expect(await given(lam)).toEqual(none);
    for (const [decision, expected] of [
      ['given', [true, ...none.slice(1)]],
      ['withdrawn', none],
    ] as const) {
      const body = { purpose: 'service-news', textVersion: 1, decision };
      ok(await api.call(decideConsent, { as: lam, body }));
      expect(await given(lam)).toEqual(expected);
      expect(await given(quan)).toEqual(none);
    }
  });
});

describe('values that were never submitted', () => {
  it('go when their draft runs out, and what became a dossier stays readable', async () => {
    const draft = await aFiling(api, quan).draft();
    const values = () =>
      api.db.database.query(
        'SELECT value_id FROM personal_data.sealed_values WHERE value_id = $1 OR subject_id = $2 AND kind LIKE $3',
        [draft.draftId, demoPartyId('lam'), 'draft-%'],
      );
    expect(await api.get(PurgeDrafts).execute()).toBe(0);
    expect((await values()).length).toBeGreaterThan(1);
    api.clock.advance({ days: 31 });
    expect(await api.get(PurgeDrafts).execute()).toBeGreaterThan(1);
    expect(await api.get(PurgeDrafts).execute()).toBe(0);
    expect(await values()).toEqual([]);
    api.clock.advance({ days: -31 });
    const { answers } = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } }));
    expect(Object.keys(answers).length).toBeGreaterThan(0);
  });
});

describe('the rights desk', () => {
  it('acknowledges, extends once and answers, each within its legal time, and the person sees every step', async () => {
    const { requestId, ...filed } = await file('restrict');
    // Monday 16 November: two working days, and fifteen days of which the last is a working day.
    expect([filed.acknowledgeBy.slice(0, 10), filed.dueAt.slice(0, 10)]).toEqual([
      '2026-11-18',
      '2026-12-01',
    ]);
    const params = { requestId };
    const noted = ok(await api.call(acknowledgeRightsRequest, { as: giang, params, body: { version: 1 } }));
    expect(noted).toMatchObject({ state: 'acknowledged', person: { name: expect.stringContaining('Lâm') } });
    const more = { version: 2, reason: 'Phải hỏi thêm cơ quan quản lý.' };
    const extended = ok(await api.call(extendRightsRequest, { as: giang, params, body: more }));
    expect(extended.dueAt > noted.dueAt).toBe(true);
    const again = await api.call(extendRightsRequest, { as: giang, params, body: { ...more, version: 3 } });
    expect(again.problem.code).toBe('rights.already-extended');
    const refusal = { version: 3, outcome: 'refused' as const, answer: 'Cơ quan phải dùng dữ liệu này.' };
    const without = await api.call(answerRightsRequest, { as: giang, params, body: refusal });
    expect(without.problem.code).toBe('rights.ground-needed');
    const body = { ...refusal, ground: 'duty-of-law' as const };
    ok(await api.call(answerRightsRequest, { as: giang, params, body }));
    const [mine] = ok(await api.call(listMyRightsRequests, { as: lam })).items;
    expect(mine).toMatchObject({ state: 'refused', answer: refusal.answer, ground: 'duty-of-law' });
    expect(mine?.steps.map((each) => each.step)).toEqual(['filed', 'acknowledged', 'extended', 'answered']);
    const late = await api.call(answerRightsRequest, { as: giang, params, body: { ...body, version: 4 } });
    expect(late.problem.code).toBe('rights.closed');
  });

  it('files once however often the same request is sent, and lets only its owner take it back', async () => {
    const body = { kind: 'access' as const, details: 'Cho tôi xem dữ liệu.' };
    const key = 'gui-lai-nhieu-lan';
    const first = ok(await api.call(fileRightsRequest, { as: lam, body, key }));
    const second = ok(await api.call(fileRightsRequest, { as: lam, body, key }));
    expect(second.requestId).toBe(first.requestId);
    const call = { params: first, body: { version: 1 } };
    expect((await api.call(takeBackRightsRequest, { ...call, as: quan })).problem.code).toBe(
      'rights.not-found',
    );
    expect(ok(await api.call(takeBackRightsRequest, { ...call, as: lam })).state).toBe('taken-back');
    const open = ok(await api.call(listRightsDesk, { as: giang, query: { state: 'open' } })).items;
    expect(open.map((each) => each.requestId)).not.toContain(first.requestId);
  });

  it('erases what is free and says what stays while a dossier is under way', async () => {
    await aFiling(api, lam).draft();
    const { requestId } = await file('delete');
    const params = { requestId };
    const seen = ok(await api.call(getDeskRequest, { as: giang, params }));
    expect(seen.erasure).toMatchObject({ whole: false, openDossiers: 1 });
    const answer = 'Đã xóa bản nháp; hồ sơ đang giải quyết phải giữ.';
    const body = { version: 1, outcome: 'fulfilled' as const, answer };
    const all = await api.call(answerRightsRequest, { as: giang, params, body });
    expect(all.problem.code).toBe('rights.dossiers-open');
    const partly = { ...body, outcome: 'partly' as const, ground: 'open-dossier' as const };
    ok(await api.call(answerRightsRequest, { as: giang, params, body: partly }));
    const drafts = await api.db.database.query(
      'SELECT 1 FROM dossier.drafts WHERE submitter_party = $1 AND submitted_dossier_id IS NULL',
      [demoPartyId('lam')],
    );
    expect(drafts).toEqual([]);
    expect(ok(await api.call(getMyDossier, { as: lam, params: { dossierId } })).ownerName).toContain('Lâm');
  });

  it('destroys the key of somebody about whom nothing has to be kept', async () => {
    const { requestId } = await file('delete', quan);
    const body = { version: 1, outcome: 'fulfilled' as const, answer: 'Đã xóa toàn bộ dữ liệu.' };
    ok(await api.call(answerRightsRequest, { as: giang, params: { requestId }, body }));
    const seen = ok(await api.call(getDeskRequest, { as: giang, params: { requestId } }));
    expect(seen.person.name).toBe('(dữ liệu đã được xóa)');
    expect(seen.details).not.toContain('quyết định');
  });

  it('hands out a copy that programs can read', async () => {
    const { raw, headers } = await api.call(downloadMyData, { as: lam });
    const copy = JSON.parse(raw.toString('utf8')) as {
      dossiers: { dossierId: string }[];
      consents: object[];
    };
    expect(String(headers['content-disposition'])).toContain('attachment');
    expect(copy.dossiers.map((each) => each.dossierId)).toEqual([dossierId]);
    expect(copy.consents).toHaveLength(2);
  });

  it('has the person told of each step by ids and codes alone', async () => {
    const rows = await api.db.database.query<{ kind: string; keys: string[] }>(
      `SELECT DISTINCT payload ->> 'kind' AS kind, ARRAY(SELECT jsonb_object_keys(payload)) AS keys
         FROM kernel.outbox WHERE destination = 'notification' AND payload ? 'rightsRequestId'`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['rights-filed', 'rights-acknowledged', 'rights-answered']),
    );
    const known = ['kind', 'partyId', 'rightsRequestId', 'code', 'seq', 'occurredAt'];
    expect(rows.flatMap(({ keys }) => keys).filter((key) => !known.includes(key))).toEqual([]);
  });
});

describe('the register of breaches', () => {
  it('runs the legal clock, keeps every version, and exports all of it', async () => {
    const breach = ok(await api.call(recordBreach, { as: giang, body: aBreach }));
    expect(breach).toMatchObject({
      tellAuthorityBy: '2026-11-19T01:00:00.000Z',
      tellPeopleBy: null,
      late: false,
    });
    const content = { ...aBreach, title: '=HYPERLINK("x")', authorityToldAt: '2026-11-20T01:00:00.000Z' };
    const body = { version: 1, content };
    const amended = ok(await api.call(amendBreach, { as: giang, params: breach, body }));
    expect(amended).toMatchObject({ version: 2, late: true, history: [{ version: 1 }, { version: 2 }] });
    const stale = await api.call(amendBreach, { as: giang, params: breach, body });
    expect(stale.problem.code).toBe('breach.stale');
    const csv = (await api.call(exportBreaches, { as: giang })).raw.toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    await expect(api.db.database.query('DELETE FROM personal_data.breaches')).rejects.toThrow('only added');
  });
});
