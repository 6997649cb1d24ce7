import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DraftView, getDraft, openDraft, submitDossier } from '@mocua/contract';
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

  it('of somebody else is another draft, and theirs cannot be seen', async () => {
    const mine = await begin('HD05');
    const quan = await api.citizen('quan');
    const theirs = await begin('HD05', quan);
    expect(theirs.draftId).not.toBe(mine.draftId);
    const seen = await api.call(getDraft, { as: quan, params: { draftId: mine.draftId } });
    expect(seen.problem?.code).toBe('draft.not-found');
  });
});
