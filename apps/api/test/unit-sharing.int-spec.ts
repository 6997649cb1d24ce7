import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AssignmentId,
  decideConsent,
  describeStoredPaper,
  downloadMyData,
  downloadPaperForUnit,
  endUnitShare,
  findUnitsToShare,
  listGivenUnitShares,
  listPapersForUnit,
  listReadings,
  shareWithUnit,
  type UnitId,
} from '@mocua/contract';
import {
  ChangeUnits,
  demoAssignmentId,
  demoPartyId,
  demoUnitId,
  GiveAssignment,
} from '@mocua/server/identity';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aPdf, identity, StoreWorld } from './store-world';

let store: StoreWorld;
let api: ApiHarness;
let lam: Session;
let quan: Session;
let specialist: Session;
let leader: Session;
let centre: Session;
let elsewhere: Session;

const justice = demoUnitId('justice');
const dongSen = demoUnitId('dong-sen');
const support = { kind: 'support' } as const;

beforeAll(async () => {
  store = await StoreWorld.start();
  ({ api } = store);
  lam = await api.citizen('lam');
  quan = await api.citizen('quan');
  specialist = await api.officer('tuan', 'dong-sen-specialist');
  leader = await api.officer('phuc', 'dong-sen-leader');
  centre = await api.officer('hanh', 'dong-sen-one-stop');
  elsewhere = await api.officer('son', 'ngan-thuong-specialist');
}, 120_000);
afterAll(() => api.close());

function decide(as: Session, decision: 'given' | 'withdrawn') {
  return api.call(decideConsent, { as, body: { purpose: 'store-sharing', textVersion: 1, decision } });
}

interface Wish {
  readonly unitId?: UnitId;
  readonly until?: string;
  readonly purpose?: { readonly kind: 'support' } | { readonly kind: 'other'; readonly words: string };
  readonly key?: string;
}

function tryToShare(as: Session, paperId: string, { key, ...wish }: Wish = {}) {
  const body = { unitId: dongSen, purpose: support, until: '2026-11-20', ...wish };
  return api.call(shareWithUnit, {
    as,
    params: { paperId: paperId as never },
    body,
    ...(key ? { key } : {}),
  });
}

async function shared(as: Session, wish: Wish = {}, words: Parameters<StoreWorld['kept']>[1] = {}) {
  await decide(as, 'given');
  const paper = await store.kept(as, words);
  return { paper, share: ok(await tryToShare(as, paper.paperId, wish)) };
}

const listed = async (as: Session) =>
  ok(await api.call(listPapersForUnit, { as, query: {} })).items.map((item) => item.shareId);
const opened = (as: Session, shareId: string) =>
  api.call(downloadPaperForUnit, { as, params: { shareId: shareId as never } });
const stateOf = async (as: Session, shareId: string) =>
  ok(await api.call(listGivenUnitShares, { as })).items.find((each) => each.shareId === shareId)?.state;

describe('a paper for an agency', () => {
  it('goes to an agency that is found by any of its names, never to a division, a closed or an outside one', async () => {
    const found = async (search: string) =>
      ok(await api.call(findUnitsToShare, { as: lam, query: { search } })).items;
    expect((await found('dong sen')).map((unit) => unit.name)).toContain('UBND xã Đồng Sen');
    expect((await found('bau sung')).map((unit) => unit.unitId)).toEqual(expect.arrayContaining([dongSen]));
    for (const none of ['Phòng Hành chính tư pháp', 'Công an tỉnh', 'bưu điện'])
      expect(await found(none)).toEqual([]);
    const { paperId } = await store.kept(lam);
    await decide(lam, 'given');
    for (const key of ['justice-1', 'police', 'old-bau-sung', 'post-dong-sen'])
      expect((await tryToShare(lam, paperId, { unitId: demoUnitId(key) })).problem.code).toBe(
        'unit.not-found',
      );
  });

  it('waits for consent, is shared once however often it is sent, and not for years', async () => {
    const { paperId } = await store.kept(quan);
    expect((await tryToShare(quan, paperId)).problem.code).toBe('privacy.consent-needed');
    await decide(quan, 'given');
    const key = randomUUID();
    const first = ok(await tryToShare(quan, paperId, { key }));
    expect(ok(await tryToShare(quan, paperId, { key })).shareId).toBe(first.shareId);
    expect(first).toMatchObject({ unitName: 'UBND xã Đồng Sen', purpose: support, state: 'open' });
    for (const until of ['2026-11-15', '2027-03-01'])
      expect((await tryToShare(quan, paperId, { until })).problem.code).toBe('store.share-too-long');
    expect((await tryToShare(lam, paperId)).problem.code).toBe('store.paper-not-found');
    const expired = await store.kept(quan, { validUntil: '2026-11-15' });
    expect((await tryToShare(quan, expired.paperId)).problem.code).toBe('store.paper-expired');
  });

  it('is seen by who receives, examines and decides there, and by nobody else', async () => {
    const purpose = { kind: 'other', words: 'Để xã xác nhận nơi ở' } as const;
    const { share } = await shared(lam, { purpose }, { title: 'Sổ hộ khẩu cũ' });
    const { items, next } = ok(await api.call(listPapersForUnit, { as: specialist, query: {} }));
    expect(next).toBeNull();
    expect(items.find((item) => item.shareId === share.shareId)).toEqual({
      shareId: share.shareId,
      from: 'Trần Văn Lâm',
      title: 'Sổ hộ khẩu cũ',
      kind: 'identity',
      source: 'own',
      standing: 'valid',
      purpose,
      sharedAt: share.sharedAt,
      until: '2026-11-20',
    });
    expect((await opened(leader, share.shareId)).status).toBe(200);
    for (const other of [centre, elsewhere]) {
      expect(await listed(other)).not.toContain(share.shareId);
      expect((await opened(other, share.shareId)).problem.code).toBe('store.unit-share-not-found');
    }
    const clerk = await api.officer('bao', 'dong-sen-clerk');
    expect((await opened(clerk, share.shareId)).problem.code).toBe('session.forbidden');
  });

  it('reaches the divisions of its agency, not the agencies below or beside it', async () => {
    const { share } = await shared(lam, { unitId: justice });
    expect(await listed(await api.officer('duc', 'justice-specialist'))).toContain(share.shareId);
    const ofProvince = await shared(lam, { unitId: demoUnitId('province') });
    const agencies = [
      await api.officer('an', 'justice-leader'),
      leader,
      await api.officer('hue', 'provincial-centre-one-stop'),
    ];
    for (const as of agencies)
      expect((await opened(as, ofProvince.share.shareId)).problem.code).toBe('store.unit-share-not-found');
  });

  it('leaves each look where its owner sees it, with agency and role', async () => {
    const { share } = await shared(lam);
    api.clock.advance({ minutes: 1 });
    expect((await opened(specialist, share.shareId)).status).toBe(200);
    const { items } = ok(await api.call(listReadings, { as: lam, query: {} }));
    expect(items[0]).toMatchObject({
      who: { vi: 'UBND xã Đồng Sen, chuyên viên', en: 'UBND xã Đồng Sen, specialist' },
      purpose: { vi: 'Xem giấy tờ bạn chia sẻ' },
      own: false,
    });
    const copy = await api.call(downloadMyData, { as: lam });
    expect(copy.raw.toString('utf8')).toContain(share.shareId);
  });

  it('is listed in stretches, each once', async () => {
    const paper = await store.kept(quan);
    await decide(quan, 'given');
    const unitId = demoUnitId('pu-linh');
    const shares: string[] = [];
    for (let count = 0; count < 23; count += 1)
      shares.push(ok(await tryToShare(quan, paper.paperId, { unitId })).shareId);
    const as = await api.officer('mo', 'pu-linh-specialist');
    const first = ok(await api.call(listPapersForUnit, { as, query: {} }));
    const query = { after: first.next ?? '' };
    const second = ok(await api.call(listPapersForUnit, { as, query }));
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, null]);
    expect([...first.items, ...second.items].map((item) => item.shareId).sort()).toEqual(shares.sort());
    const edited = ok(await api.call(listPapersForUnit, { as, query: { after: 'bm9ib2R5' } }));
    expect(edited.items.map((item) => item.shareId)).toEqual(first.items.map((item) => item.shareId));
  });
});

describe('the end of a share with an agency', () => {
  it('comes with its day, with a word of its owner, and with the paper', async () => {
    const ended = await shared(lam);
    expect((await api.call(endUnitShare, { as: quan, params: ended.share })).status).toBe(404);
    ok(await api.call(endUnitShare, { as: lam, params: ended.share }));
    const late = await shared(lam);
    await api.db.database.query(
      `UPDATE data_store.unit_shares SET until = '2026-11-15' WHERE share_id = $1`,
      [late.share.shareId],
    );
    const gone = await shared(lam);
    await api.db.database.query('DELETE FROM data_store.papers WHERE paper_id = $1', [gone.paper.paperId]);
    for (const { share } of [ended, late, gone]) {
      expect((await opened(specialist, share.shareId)).problem.code).toBe('store.unit-share-not-found');
      expect(await listed(specialist)).not.toContain(share.shareId);
    }
    expect([await stateOf(lam, ended.share.shareId), await stateOf(lam, late.share.shareId)]).toEqual([
      'ended',
      'run-out',
    ]);
  });

  it('comes with the consent it rests on, and a new consent does not bring it back', async () => {
    const { share } = await shared(lam);
    ok(await decide(lam, 'withdrawn'));
    const closed = async () => [
      (await opened(specialist, share.shareId)).problem.code,
      (await listed(specialist)).includes(share.shareId),
      await stateOf(lam, share.shareId),
    ];
    const expected = ['store.unit-share-not-found', false, 'consent-withdrawn'];
    expect(await closed()).toEqual(expected);
    const again = await shared(lam);
    expect(await closed()).toEqual(expected);
    expect((await opened(specialist, again.share.shareId)).status).toBe(200);
  });

  it('is no end, but the file stays shut, when the paper runs out, is revoked, or is not the one that was kept', async () => {
    const out = await shared(lam);
    const body = { ...identity, validUntil: '2026-11-15' };
    ok(await api.call(describeStoredPaper, { as: lam, params: out.paper, body }));
    const revoked = await shared(lam);
    await api.db.database.query(
      `UPDATE data_store.papers SET revoked_at = now(), revoked_because = 'Cấp nhầm' WHERE paper_id = $1`,
      [revoked.paper.paperId],
    );
    const forged = await shared(lam);
    const other = await store.kept(lam, {}, aPdf());
    await api.db.database.query('UPDATE data_store.papers SET sha256 = $2 WHERE paper_id = $1', [
      forged.paper.paperId,
      other.sha256,
    ]);
    for (const { share } of [out, revoked, forged])
      expect((await opened(specialist, share.shareId)).problem.code).toBe('store.unit-paper-unusable');
    const { items } = ok(await api.call(listPapersForUnit, { as: specialist, query: {} }));
    const standing = (shareId: string) => items.find((item) => item.shareId === shareId)?.standing;
    expect([standing(out.share.shareId), standing(revoked.share.shareId)]).toEqual(['expired', 'revoked']);
  });

  it('holds for who stands in for an absent officer, exactly as long as they do', async () => {
    const { share } = await shared(lam);
    const assignmentId = randomUUID() as AssignmentId;
    await api.get(GiveAssignment).execute({
      ...{
        assignmentId,
        partyId: demoPartyId('bao'),
        unitId: dongSen,
        role: 'specialist',
        title: 'Công chức',
      },
      ...{
        signingCapacity: null,
        validFrom: '2026-11-01',
        validTo: '2026-12-31',
        ground: 'Giấy giao việc 12',
      },
      delegatedFrom: {
        assignmentId: demoAssignmentId('dong-sen-specialist'),
        partyId: demoPartyId('tuan'),
      },
    });
    const standIn = await api.signIn('bao', 'officer', { 'mocua-assignment': assignmentId });
    expect((await opened(standIn, share.shareId)).status).toBe(200);
    await api.get(GiveAssignment).revoke(assignmentId);
    expect((await opened(standIn, share.shareId)).status).toBe(403);
  });

  it('comes when the agency merges: its successor sees nothing unless the person shares anew', async () => {
    const { share } = await shared(lam);
    await api.get(ChangeUnits).succeed({
      kind: 'merged',
      predecessors: [dongSen],
      successors: [demoUnitId('ngan-thuong')],
      effectiveFrom: '2026-11-16',
      ground: 'Nghị quyết sáp nhập',
    });
    expect((await opened(specialist, share.shareId)).status).toBe(403);
    expect((await opened(elsewhere, share.shareId)).problem.code).toBe('store.unit-share-not-found');
    expect(await listed(elsewhere)).toEqual([]);
    expect(await stateOf(lam, share.shareId)).toBe('unit-closed');
    const { paperId } = await store.kept(lam);
    expect((await tryToShare(lam, paperId)).problem.code).toBe('unit.not-found');
    ok(await tryToShare(lam, paperId, { unitId: demoUnitId('ngan-thuong') }));
    expect(await listed(elsewhere)).toHaveLength(1);
  });
});
