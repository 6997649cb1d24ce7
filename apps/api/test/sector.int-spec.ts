import { createHmac, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  downloadSectorResult,
  listMyHandovers,
  listReadings,
  receiveSectorMessage,
  withdrawDossier,
} from '@mocua/contract';
import { scaled } from '@mocua/testing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the ways in which the sandbox can fail
import { faultModeNames } from '../../sandbox/src/faults/fault-modes';
import { mondayMorning, ok } from './api-harness';
import { SectorWorld } from './sector-world';

let world: SectorWorld;
beforeAll(async () => {
  world = await SectorWorld.start();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.api.clock.set(mondayMorning);
  await world.script('sector', []);
  await world.script('sector-out', []);
});

/** Ways to fail for a moment; those of the client itself are tried by its own tests. */
const shortOutages = faultModeNames.filter(
  (mode) => !['hang', 'reply-hang', 'flood', 'reorder'].includes(mode),
);

const result = { kind: 'KET_QUA', number: '0990000155', text: 'Đã cấp mã số' };
const paper = {
  number: '15/TB-CT',
  issuedOn: '2026-11-16',
  issuer: 'Thuế tỉnh Sông Ngân',
  reason: 'Hệ thống đang ngừng, đã có văn bản giấy.',
};

/** A message as the system signs it; `secret` is whose signature it carries. */
function signed(message: Readonly<Record<string, unknown>>, secret = 'development-secret-not-for-use') {
  const whole = { HeThong: 'business-registration', ...message };
  return {
    ...whole,
    ChuKy: createHmac('sha256', secret)
      .update(canonicalize(whole) ?? '')
      .digest('hex'),
  };
}

function news(taskId: string, sequence: number, kind: string, more: object = {}) {
  return {
    MaTin: randomUUID(),
    MaChuyen: taskId,
    PhienBan: 0,
    ThuTu: sequence,
    Loai: kind,
    ThoiDiem: mondayMorning,
    NoiDung: 'Tin thử',
    ...more,
  };
}

async function tell(body: Record<string, unknown>): Promise<unknown> {
  const params = { system: 'business-registration' };
  return (ok(await world.api.call(receiveSectorMessage, { params, body })) as { error_code: unknown })
    .error_code;
}

describe('a step that a sector system does', () => {
  it('gets exactly the declared answers and papers, with purpose and basis, and the person can see it', async () => {
    const at = await world.dossierAtStep(true);
    const before = await world.view(at.dossierId);
    const { handedOver, basis } = await world.until(at, 'handed-over');
    const { handed, files } = await world.overThere(at.taskId);
    expect(Object.keys(handed['DuLieu'] as object)).toEqual(
      expect.arrayContaining(['fullBusinessName', 'capital', 'lines', 'ownerId']),
    );
    for (const kept of ['returnMethod', 'confirmed', 'authorisation', 'email', 'address'])
      expect(handed['DuLieu']).not.toHaveProperty(kept);
    expect(files).toHaveLength(1);
    expect(handed).toMatchObject({ CanCu: basis, HanGiaiQuyet: before.due?.dueAt });
    expect(handedOver.length).toBeGreaterThan(5);
    const { items } = ok(await world.api.call(listReadings, { as: world.person, query: {} }));
    const reading = items.find(({ who }) => who.vi.startsWith('Hệ thống chuyển hồ sơ'));
    expect(reading).toMatchObject({ dossierId: at.dossierId });
    const mine = ok(await world.api.call(listMyHandovers, { as: world.person, params: at }));
    expect(mine.items).toMatchObject([{ standing: 'working' }]);
  });

  it('is completed by the result, with its number and its file, while the due date stays', async () => {
    const at = await world.dossierAtStep();
    const before = await world.view(at.dossierId);
    await world.until(at, 'handed-over');
    await world.say(at.taskId, { kind: 'DANG_XU_LY', text: 'Đang kiểm tra tên' });
    await world.until(at, 'in-progress');
    await world.say(at.taskId, result);
    const after = await world.untilCompleted(at);
    expect(after.due).toEqual(before.due);
    expect((await world.handover(at))?.standing).toBe('resulted');
    const { raw } = await world.api.call(downloadSectorResult, {
      as: world.oneStop,
      params: { dossierId: at.dossierId, taskId: at.taskId as never },
    });
    expect(raw.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('goes to the refusal when the system refuses', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    await world.say(at.taskId, { kind: 'TU_CHOI', text: 'Chủ hộ đang nợ thuế quá hạn.' });
    await world.untilCompleted(at);
    expect((await world.handover(at))?.standing).toBe('refused');
  });

  it('is handed over again after a supplement the system asked for, and ends by what it says then', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const first = (await world.overThere(at.taskId)).handed;
    await world.say(at.taskId, { kind: 'YEU_CAU_BO_SUNG', text: 'Ghi lại vốn kinh doanh.' });
    await world.until(at, 'supplement-asked');
    await world.supplement(at, 77_000_000);
    await world.until(at, 'handed-over');
    const { handed, news: told } = await world.overThere(at.taskId);
    expect(handed).toMatchObject({ DuLieu: { capital: 77_000_000 } });
    expect(Number(handed['PhienBan'])).toBeGreaterThan(Number(first['PhienBan']));
    expect(told.filter((each) => each['Loai'] === 'TIEP_NHAN')).toHaveLength(1);
    await world.say(at.taskId, result);
    await world.untilCompleted(at);
  });

  it('keeps an end that comes while the person is asked, and takes it when the process goes on', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const ending = { SoKetQua: '0990000156', NgayKetQua: '2026-11-16', CoQuan: 'Thuế tỉnh' };
    const { handed } = await world.overThere(at.taskId);
    await world.supplement(at, 66_000_000, async () => {
      const end = news(at.taskId, 7, 'KET_QUA', { ...ending, PhienBan: handed['PhienBan'] });
      expect(await tell(signed(end))).toBe('0');
      await world.round();
      expect((await world.view(at.dossierId)).state).toBe('awaiting-supplement');
    });
    world.api.clock.advance({ minutes: 2 });
    await world.untilCompleted(at);
    expect((await world.handover(at))?.standing).toBe('resulted');
  });

  it('is not moved back by what comes late, twice or out of order', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const end = signed(
      news(at.taskId, 9, 'KET_QUA', {
        SoKetQua: '0990000199',
        NgayKetQua: '2026-11-16',
        CoQuan: 'Thuế tỉnh',
      }),
    );
    expect(await tell(end)).toBe('0');
    expect(await tell(end)).toBe('0');
    expect(await tell(signed(news(at.taskId, 5, 'DANG_XU_LY')))).toBe('0');
    expect(await tell(signed(news(at.taskId, 12, 'TU_CHOI')))).toBe('0');
    await world.untilCompleted(at);
    const view = await world.handover(at);
    expect(view?.standing).toBe('resulted');
    expect(view?.news.filter(({ overtaken }) => !overtaken)).toMatchObject([{ number: '0990000199' }]);
  });

  it('believes nobody without the signature, and nothing about a step it does not have', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const message = news(at.taskId, 4, 'TU_CHOI');
    expect(await tell(signed(message, 'somebody-elses-secret'))).toBe('97');
    expect(await tell({ ...signed(message), NoiDung: 'khác' })).toBe('97');
    expect(await tell({})).toBe('97');
    expect(await tell(signed(news(randomUUID(), 1, 'KET_QUA')))).toBe('3');
    expect(await tell(signed({ ...message, ThuTu: 'hai' }))).toBe('98');
    expect((await world.handover(at))?.standing).toBe('handed-over');
  });

  it('is asked about when every callback was lost', async () => {
    const at = await world.dossierAtStep();
    await world.script('sector-out', [{ mode: 'down' }]);
    await world.until(at, 'handed-over');
    await world.say(at.taskId, result);
    expect((await world.until(at, 'resulted', 150)).news.map(({ kind }) => kind)).toEqual([
      'received',
      'resulted',
    ]);
    await world.untilCompleted(at);
  });

  it('is taken back when the person withdraws', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const { version } = await world.view(at.dossierId);
    const body = { version, reason: 'Tôi đổi ý, chưa kinh doanh nữa.' };
    ok(await world.api.call(withdrawDossier, { as: world.person, params: at, body }));
    await world.until(at, 'taken-back');
    await world.untilTakenBack(at);
    await world.say(at.taskId, result);
    await world.round();
    expect((await world.handover(at))?.standing).toBe('taken-back');
  });
});

describe('while the sector system is down', () => {
  it('waits without losing an attempt, and goes on when it is back', async () => {
    const at = await world.dossierAtStep();
    await world.script('sector', [{ mode: 'down' }]);
    for (let round = 0; round < 2; round += 1) {
      await world.round();
      world.api.clock.advance({ minutes: 2 });
    }
    const waiting = await world.handover(at);
    expect(waiting?.standing).toBe('waiting');
    expect(waiting?.trouble).toContain('sector-business-registration');
    await world.script('sector', []);
    await world.until(at, 'handed-over', 60);
    expect(await world.handover(at)).toMatchObject({ trouble: null });
  });

  it('lets the tax office enter a paper, which is an exception, and tells the system so', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    expect((await world.enter(at)).problem.code).toBe('task.paper-needed');
    ok(await world.enter(at, paper));
    const view = await world.handover(at);
    expect(view).toMatchObject({ standing: 'by-hand', exception: paper });
    await world.untilTakenBack(at);
  });

  it('shows the exception also when nothing had been handed over', async () => {
    const at = await world.dossierAtStep();
    ok(await world.enter(at, paper));
    expect(await world.handover(at)).toMatchObject({ standing: 'by-hand', exception: paper });
  });

  it('takes no paper any more once the system has said how it ends', async () => {
    const at = await world.dossierAtStep();
    await world.until(at, 'handed-over');
    const ending = { SoKetQua: '0990000198', NgayKetQua: '2026-11-16', CoQuan: 'Thuế tỉnh' };
    expect(await tell(signed(news(at.taskId, 3, 'KET_QUA', ending)))).toBe('0');
    expect((await world.enter(at, paper)).problem.code).toBe('task.with-sector-system');
    await world.untilCompleted(at);
  });

  it.each(shortOutages.slice(0, scaled(2, shortOutages.length)))(
    'hands a step over once under %s',
    async (mode) => {
      const at = await world.dossierAtStep();
      await world.script('sector', [{ mode, times: 2 }]);
      await world.until(at, 'handed-over', 20);
      const { news: told } = await world.overThere(at.taskId);
      expect(told.filter((each) => each['Loai'] === 'TIEP_NHAN')).toHaveLength(1);
    },
  );
});
