import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DraftView,
  getDraft,
  getMyDossier,
  openDraft,
  submitDossier,
  withdrawDossier,
} from '@mocua/contract';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling } from './filing.builder';

let api: ApiHarness;
let lam: Session;

beforeAll(async () => {
  api = await ApiHarness.start();
  lam = await api.citizen('lam');
}, 180_000);
afterAll(() => api.close());

const lineOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function begin(line: string, as = lam): Promise<DraftView> {
  return ok(
    await api.call(openDraft, {
      as,
      body: { procedureCode: '2.000908', startNew: true, ofLine: lineOf(line) },
    }),
  );
}

describe('a line of a table', () => {
  it('has one draft, however often it comes', async () => {
    const first = await begin('HD01');
    expect((await begin('HD01')).draftId).toBe(first.draftId);
    expect((await begin('HD02')).draftId).not.toBe(first.draftId);
  });

  it('has one draft when it comes ten times at once', async () => {
    const drafts = await Promise.all(Array.from({ length: 10 }, () => begin('HD03')));
    expect(new Set(drafts.map(({ draftId }) => draftId)).size).toBe(1);
  });

  it('answers with the dossier when it was filed before', async () => {
    const { draftId } = await begin('HD04');
    const { version } = await aFiling(api, lam).complete(await begin('HD04'));
    const receipt = ok(await api.call(submitDossier, { as: lam, params: { draftId }, body: { version } }));
    const again = await begin('HD04');
    expect(again).toMatchObject({ draftId, dossierId: receipt.dossierId });
    const repeated = ok(
      await api.call(submitDossier, { as: lam, params: { draftId }, body: { version: again.version } }),
    );
    expect(repeated).toEqual(receipt);
  });

  it('can be filed again unchanged once its dossier was withdrawn, and then has one dossier again', async () => {
    const file = async () => {
      const { draftId, version } = await aFiling(api, lam).complete(await begin('HD06'));
      return ok(await api.call(submitDossier, { as: lam, params: { draftId }, body: { version } }));
    };
    const withdraw = async (params: Awaited<ReturnType<typeof file>>) => {
      const { version } = ok(await api.call(getMyDossier, { as: lam, params }));
      const body = { version, reason: 'Ghi nhầm số bản.' };
      ok(await api.call(withdrawDossier, { as: lam, params, body }));
    };
    const first = await file();
    await withdraw(first);
    const begun = await Promise.all(Array.from({ length: 5 }, () => begin('HD06')));
    expect(new Set(begun.map(({ draftId }) => draftId)).size).toBe(1);
    expect(begun[0]?.dossierId).toBeNull();
    const second = await file();
    expect(second.dossierId).not.toBe(first.dossierId);
    expect((await begin('HD06')).dossierId).toBe(second.dossierId);
    await withdraw(second);
    expect((await begin('HD06')).dossierId).toBeNull();
  });

  it('of somebody else is another draft, and theirs cannot be seen', async () => {
    const mine = await begin('HD05');
    const quan = await api.citizen('quan');
    const theirs = await begin('HD05', quan);
    expect(theirs.draftId).not.toBe(mine.draftId);
    const seen = await api.call(getDraft, { as: quan, params: { draftId: mine.draftId } });
    expect(seen.problem?.code).toBe('draft.not-found');
  });
});
