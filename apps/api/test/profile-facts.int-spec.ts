import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decideConsent,
  deleteProfileFact,
  hideProfileFact,
  keepProfileFact,
  listProfileFacts,
  listReadings,
  openDraft,
  takeIdentityFacts,
  useProfileFact,
} from '@mocua/contract';
import { workspaceRoot } from '@mocua/server/kernel';
import { PublishPackage } from '@mocua/server/procedure';
import { ApiHarness, ok, type Session } from './api-harness';

let api: ApiHarness;
let lam: Session;
let quan: Session;

const allowance = '1.001776';
const decide = (as: Session, decision: 'given' | 'withdrawn') =>
  api.call(decideConsent, { as, body: { purpose: 'profile-facts', textVersion: 1, decision } });

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  const folder = join(workspaceRoot(), `procedures/${allowance}/v3`);
  const published = await api.get(PublishPackage).fromFolder(folder);
  if (!published.ok) throw new Error(JSON.stringify(published.problems));
}, 120_000);
afterAll(() => api.close());

describe('what a person keeps about themselves', () => {
  const phone = (text: string, fillsForms = false) => ({
    body: { fact: { kind: 'phone' as const, text }, fillsForms, validUntil: null },
  });
  const facts = async (as: Session) => ok(await api.call(listProfileFacts, { as })).items;
  const newDraft = async (as: Session) =>
    ok(await api.call(openDraft, { as, body: { procedureCode: '2.000908', startNew: true } }));

  it('waits for consent, and fills nothing any more once that is taken back', async () => {
    const refused = await api.call(keepProfileFact, { as: quan, ...phone('0900000600', true) });
    expect(refused.problem.code).toBe('privacy.consent-needed');
    expect((await api.call(takeIdentityFacts, { as: quan })).problem.code).toBe('privacy.consent-needed');
    ok(await decide(quan, 'given'));
    const { factId } = ok(await api.call(keepProfileFact, { as: quan, ...phone('0900000600', true) }));
    expect((await newDraft(quan)).answers['phone']).toBe('0900000600');
    ok(await decide(quan, 'withdrawn'));
    expect((await newDraft(quan)).answers['phone']).not.toBe('0900000600');
    const params = { factId };
    const use = await api.call(useProfileFact, { as: quan, params, body: { fillsForms: true } });
    expect(use.problem.code).toBe('privacy.consent-needed');
    ok(await api.call(deleteProfileFact, { as: quan, params }));
    ok(await decide(quan, 'given'));
  });

  it('can be put aside: still theirs to see, offered to no form until they show it and allow it again', async () => {
    const { factId } = ok(await api.call(keepProfileFact, { as: quan, ...phone('0900000611', true) }));
    const params = { factId };
    const hide = (hidden: boolean, as = quan) => api.call(hideProfileFact, { as, params, body: { hidden } });
    const use = () => api.call(useProfileFact, { as: quan, params, body: { fillsForms: true } });
    expect((await hide(true, lam)).status).toBe(404);
    expect(ok(await hide(true))).toMatchObject({ hidden: true, fillsForms: false });
    expect((await facts(quan))[0]).toMatchObject({ factId, hidden: true, text: '0900000611' });
    expect((await newDraft(quan)).answers['phone']).not.toBe('0900000611');
    expect((await use()).problem.code).toBe('store.fact-hidden');
    expect(ok(await hide(false))).toMatchObject({ hidden: false, fillsForms: false });
    expect((await newDraft(quan)).answers['phone']).not.toBe('0900000611');
    ok(await use());
    expect((await newDraft(quan)).answers['phone']).toBe('0900000611');
    ok(await api.call(deleteProfileFact, { as: quan, params }));
  });

  it('fills the account of a form that asks for one, as their own words that they may change', async () => {
    const account = { kind: 'bank-account', text: '0990001234', bank: 'Ngân hàng Sông Ngân' } as const;
    const fact = { ...account, holder: 'PHAM MINH QUAN' };
    const body = { fact, fillsForms: true, validUntil: null };
    const { factId } = ok(await api.call(keepProfileFact, { as: quan, body }));
    const opened = await api.call(openDraft, {
      as: quan,
      body: { procedureCode: allowance, startNew: true },
    });
    const { answers, provenance } = ok(opened);
    expect(answers).toMatchObject({
      accountNumber: '0990001234',
      bankName: 'Ngân hàng Sông Ngân',
      accountHolder: 'PHAM MINH QUAN',
    });
    expect(provenance['accountNumber']).toMatchObject({ state: 'declared', source: { vi: 'Hồ sơ của bạn' } });
    ok(await api.call(deleteProfileFact, { as: quan, params: { factId } }));
  });

  it('is theirs alone, never verified by being said, and another value is another version', async () => {
    const first = ok(await api.call(keepProfileFact, { as: quan, ...phone('0900000601') }));
    expect(first).toMatchObject({ source: 'own', verified: false, fillsForms: false, version: 1 });
    expect(ok(await api.call(keepProfileFact, { as: quan, ...phone('0900000601') })).version).toBe(1);
    const second = ok(await api.call(keepProfileFact, { as: quan, ...phone('0900000602') }));
    expect(second.version).toBe(2);
    expect((await facts(quan)).map(({ text, supersededAt }) => [text, supersededAt === null])).toEqual([
      ['0900000602', true],
      ['0900000601', false],
    ]);
    expect(await facts(lam)).toEqual([]);
    const { factId } = second;
    const input = { params: { factId }, body: { fillsForms: true } };
    expect((await api.call(useProfileFact, { as: lam, ...input })).status).toBe(404);
    expect((await api.call(deleteProfileFact, { as: lam, params: { factId } })).status).toBe(404);
  });

  it('fills a form only when they allowed it, as what they declared, with its source', async () => {
    const before = await newDraft(quan);
    expect(before.answers['phone']).not.toBe('0900000602');
    const [fact] = await facts(quan);
    const params = { factId: fact?.factId ?? ('' as never) };
    ok(await api.call(useProfileFact, { as: quan, params, body: { fillsForms: true } }));
    const { answers, provenance } = await newDraft(quan);
    expect(answers['phone']).toBe('0900000602');
    expect(provenance['phone']).toMatchObject({ state: 'declared', source: { vi: 'Hồ sơ của bạn' } });
    ok(await api.call(useProfileFact, { as: quan, params, body: { fillsForms: false } }));
    expect((await newDraft(quan)).answers['phone']).not.toBe('0900000602');
  });

  it('comes from the e-identity as well, where only what it vouches for counts as verified', async () => {
    const taken = ok(await api.call(takeIdentityFacts, { as: quan })).items;
    const current = taken.filter(({ supersededAt }) => supersededAt === null);
    expect(current.length).toBeGreaterThan(0);
    for (const { source, verified, kind, fillsForms } of current)
      if (source === 'identity')
        expect([verified, fillsForms]).toEqual([kind === 'permanent-address', false]);
    const again = ok(await api.call(takeIdentityFacts, { as: quan })).items;
    expect(again.map(({ version }) => version)).toEqual(taken.map(({ version }) => version));
  });

  it('leaves a reading each time it is opened, and goes for good when it is deleted', async () => {
    const rows = async () =>
      (
        await api.db.database.query<{ n: number }>(
          `SELECT count(*)::integer AS n FROM personal_data.sealed_values WHERE kind = 'profile-fact'`,
        )
      )[0]?.n ?? 0;
    const seen = ok(await api.call(listReadings, { as: quan, query: { own: 'shown' } })).items;
    expect(JSON.stringify(seen)).toContain('thông tin bạn tự lưu');
    for (const { factId, supersededAt } of await facts(quan))
      if (supersededAt === null) ok(await api.call(deleteProfileFact, { as: quan, params: { factId } }));
    expect([await facts(quan), await rows()]).toEqual([[], 0]);
  });
});
