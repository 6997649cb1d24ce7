import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findEligibleProcedures,
  openDraft,
  previewDraftFees,
  previewProcedureFees,
  saveDraft,
  type Answers,
  type PersonFacts,
} from '@mocua/contract';
import { workspaceRoot } from '@mocua/server/kernel';
import { PublishPackage } from '@mocua/server/procedure';
import { ApiHarness, ok, type Session } from './api-harness';

const extract = '2.000635';
let api: ApiHarness;
let lam: Session;

beforeAll(async () => {
  api = await ApiHarness.start();
  for (const code of [extract, '1.001699', '1.001776']) {
    const published = await api
      .get(PublishPackage)
      .fromFolder(join(workspaceRoot(), 'procedures', code, 'v1'));
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
  }
  lam = await api.citizen('lam');
}, 180_000);
afterAll(() => api.close());

describe('the fees of a draft', () => {
  async function aDraft(as: Session, answers: Answers) {
    const draft = ok(await api.call(openDraft, { as, body: { procedureCode: extract, startNew: true } }));
    const body = { version: draft.version, answers: { ...draft.answers, ...answers } };
    ok(await api.call(saveDraft, { as, params: draft, body }));
    return { draftId: draft.draftId };
  }
  const feesOf = async (answers: Answers, as = lam) => {
    const params = await aDraft(as, answers);
    return ok(await api.call(previewDraftFees, { as, params }));
  };

  it('are open while the number of copies is not known, with the question as the form asks it', async () => {
    const { total, lines, missing } = await feesOf({});
    expect(total).toMatchObject({ amount: null, least: 0, most: null, text: { vi: 'Chưa tính được' } });
    expect(lines).toMatchObject([{ code: 'extract', state: 'open', amount: null }]);
    expect(missing.map(({ name }) => name)).toContain('copies');
    expect(missing.every(({ name, label }) => label.vi !== name)).toBe(true);
  });

  it('are counted and explained line by line', async () => {
    const { total, lines } = await feesOf({ copies: 3, feeGround: 'none', papersInVneid: 'no' });
    expect(total.amount).toBe(24_000);
    expect(lines[0]?.explanation.vi).toBe('3 bản × 8.000 đồng = 24.000 đồng.');
    expect(lines[0]?.source.verified).toBe(false);
  });

  it('are waived for a ground the applicant states, with its citation', async () => {
    const { total, lines } = await feesOf({ copies: 3, feeGround: 'poor', papersInVneid: 'no' });
    expect(total.amount).toBe(0);
    expect(lines[0]).toMatchObject({ state: 'waived', explanation: { vi: /hộ nghèo.*Luật Hộ tịch/u } });
  });

  it('follow the day: a waiver that ran out does not hold any more', async () => {
    const params = await aDraft(lam, { copies: 1, feeGround: 'none', papersInVneid: 'yes' });
    const amountNow = async () => ok(await api.call(previewDraftFees, { as: lam, params })).total.amount;
    expect(await amountNow()).toBe(0);
    await api.db.database.query(`UPDATE dossier.drafts SET expires_at = '2027-12-31' WHERE draft_id = $1`, [
      params.draftId,
    ]);
    const before = api.clock.now();
    api.clock.set(new Date('2027-03-01T02:00:00Z'));
    const as = await api.citizen('lam');
    expect(ok(await api.call(previewDraftFees, { as, params })).total.amount).toBe(8_000);
    api.clock.set(before);
  });

  it('are nobody else’s business', async () => {
    const params = await aDraft(lam, {});
    expect((await api.call(previewDraftFees, { as: await api.citizen('quan'), params })).status).toBe(404);
  });
});

describe('the fees of a procedure', () => {
  it('are shown before anything is known of the person: bounds, and the grounds to pay less', async () => {
    const view = ok(await api.call(previewProcedureFees, { params: { code: extract } }));
    expect(view).toMatchObject({ computed: true, total: { amount: null, least: 0 } });
    expect(view.waivers.map(({ code }) => code)).toContain('poor');
  });

  it('of a version without a schedule are what the catalogue says in words', async () => {
    const view = ok(await api.call(previewProcedureFees, { params: { code: '2.000908' } }));
    expect(view).toMatchObject({
      computed: false,
      lines: [],
      total: { amount: 0 },
      free: { verified: false },
    });
    expect(view.stated.vi).not.toBe('');
  });
});

describe('what a person qualifies for', () => {
  const ask = async (facts: PersonFacts) => ok(await api.call(findEligibleProcedures, { body: { facts } }));

  it('is open before anything is told, and says what to ask first', async () => {
    const { procedures, next } = await ask({});
    expect(procedures.every(({ state }) => state === 'unknown')).toBe(true);
    expect(next.length).toBeGreaterThan(0);
    // A procedure that states no rules is not judged: nothing written is not "everybody".
    expect(procedures.map(({ code }) => code)).not.toContain('2.000908');
  });

  it('is settled by the answers, with reasons, and everything settled asks nothing more', async () => {
    const { procedures } = await ask({ hasCivilStatusRecord: true });
    expect(procedures[0]).toMatchObject({ code: extract, state: 'qualifies', lacking: [] });
    const { procedures: others } = await ask({ hasCivilStatusRecord: false });
    const lacking = others.find(({ code }) => code === extract);
    expect(lacking).toMatchObject({ state: 'lacks', lacking: [{ vi: expect.stringContaining('Hãy') }] });
  });

  it('is asked with nothing but the closed set of facts', async () => {
    const strange = { facts: { personalId: '099000000001' } } as never;
    expect((await api.call(findEligibleProcedures, { body: strange })).status).toBe(422);
    const wrong = { facts: { age: 'seventy' } } as never;
    expect((await api.call(findEligibleProcedures, { body: wrong })).status).toBe(422);
  });
});
