import { createHash, createHmac, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  downloadOfficerDocument,
  downloadOutgoingDocument,
  getSignatures,
  listDeadLetters,
  listLocalNumbers,
  listMyOutgoingDocuments,
  listOutboundLanes,
  listReadings,
  noteNumberEntered,
  receiveDocumentMessage,
  replayDeadLetter,
  verifyProvidedResult,
  withdrawDossier,
} from '@mocua/contract';
import { scaled } from '@mocua/testing';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the ways in which the sandbox can fail
import { faultModeNames } from '../../sandbox/src/faults/fault-modes';
import { ok } from './api-harness';
import { DocumentWorld, fridayMorning } from './document-world';
import { aClient, callAs, tokenOf } from './provider-world';
import type { Step } from './step-world';

let world: DocumentWorld;
beforeAll(async () => {
  world = await DocumentWorld.start();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.api.clock.set(fridayMorning);
  await world.script('qlvb', []);
  await world.script('qlvb-out', []);
});

/** Ways to fail for a moment; those of the client itself are tried by its own tests. */
const shortOutages = faultModeNames.filter(
  (mode) => !['hang', 'reply-hang', 'flood', 'reorder'].includes(mode),
);
const reason = 'Hệ thống quản lý văn bản ngừng từ sáng.';

/** A message as the system signs it; `secret` is whose signature it carries. */
function signed(message: Readonly<Record<string, unknown>>, secret = 'development-secret-not-for-use') {
  const ChuKy = createHmac('sha256', secret)
    .update(canonicalize(message) ?? '')
    .digest('hex');
  return { ...message, ChuKy };
}

async function news({ taskId }: Step, sequence: number, state: string, more: object = {}) {
  const { handed } = await world.overThere(taskId);
  return {
    MaTin: randomUUID(),
    MaTrinh: taskId,
    LanTrinh: handed.LanTrinh,
    ThuTu: sequence,
    TrangThai: state,
    ThoiDiem: fridayMorning,
    NguoiThucHien: 'Văn thư',
    ...more,
  };
}

const numbered = (number: string) => ({ SoKyHieu: number, NgayVanBan: '2026-11-16', NguoiKy: 'Người ký' });

async function tell(body: Record<string, unknown>): Promise<unknown> {
  return (ok(await world.api.call(receiveDocumentMessage, { body })) as { error_code: unknown }).error_code;
}

/** What the applicant is told. */
async function mine({ dossierId }: Step) {
  const call = { as: world.person, params: { dossierId } };
  return ok(await world.api.call(listMyOutgoingDocuments, call)).items;
}

/** What another agency is told of a file it was given. */
async function verified(file: Buffer): Promise<unknown> {
  const admin = await world.api.officer('viet', 'province-administrator');
  const token = await tokenOf(world.api, await aClient(world.api, admin, { scopes: ['results:verify'] }));
  const documentSha256 = createHash('sha256').update(file).digest('hex');
  return ok(await callAs(world.api, token, verifyProvidedResult, { body: { documentSha256 } as never }));
}

describe('a decision that is signed, numbered and issued in the document management system', () => {
  it('leaves as a draft with its hash, what it is about, its unit and who approved it', async () => {
    const at = await world.approved();
    const { hasDraft } = await world.until(at, 'submitted');
    const { handed, files } = await world.overThere(at.taskId);
    expect(handed).toMatchObject({
      LoaiVanBan: 'QĐ',
      KyHieu: 'QĐ-UBND',
      DonViBanHanh: { Ten: expect.stringContaining('Đồng Sen') as unknown },
      NguoiKyDuKien: { ChucVu: expect.stringContaining('CHỦ TỊCH') as unknown },
      TrichYeu: expect.stringMatching(/^Thực hiện trợ cấp xã hội hằng tháng đối với /u) as unknown,
      DuThao: { Sha256: files[0]?.sha256, KichThuoc: files[0]?.size },
    });
    expect(handed).not.toHaveProperty('DuLieu');
    expect(hasDraft).toBe(true);
    const { items } = ok(await world.api.call(listReadings, { as: world.person, query: {} }));
    const reading = items.find(({ who }) => who.vi.startsWith('Hệ thống trình ký'));
    expect(reading).toMatchObject({ dossierId: at.dossierId });
  });

  it('shows each step with who did it, and ends with the issued file as the result', async () => {
    await world.leaderSignsFromAfar();
    const at = await world.approved();
    const before = await world.view(at.dossierId);
    const { handedOverAt } = await world.until(at, 'submitted');
    expect(await mine(at)).toMatchObject([{ standing: 'signing', since: handedOverAt }]);
    await world.act(at, 'DA_KY');
    await world.until(at, 'signed');
    expect(await mine(at)).toMatchObject([{ standing: 'numbering' }]);
    await world.act(at, 'DA_CAP_SO');
    await world.until(at, 'numbered');
    await world.act(at, 'DA_PHAT_HANH');
    const after = await world.untilCompleted(at);
    expect(after).toMatchObject({ state: 'done', due: before.due });
    const document = await world.untilTold(at, 4);
    expect(document).toMatchObject({
      standing: 'issued',
      issued: { number: expect.stringMatching(/^\d+\/QĐ-UBND$/u) as unknown, issuedOn: '2026-11-16' },
      signature: { state: 'holds', signers: [expect.any(String)] },
    });
    expect(await mine(at)).toEqual([]);
    expect(document.news.map(({ kind, by }) => [kind, by !== ''])).toEqual(
      ['received', 'signed', 'numbered', 'issued'].map((kind) => [kind, true]),
    );
    const params = { dossierId: at.dossierId, taskId: at.taskId as never, which: 'issued' as const };
    const issued = await world.api.call(downloadOutgoingDocument, { as: world.oneStop, params });
    expect(issued.raw.toString('latin1')).toContain('VAN BAN SO');
    const result = after.documents.find(({ kind }) => kind === 'result');
    const given = await world.api.call(downloadOfficerDocument, {
      as: world.oneStop,
      params: { dossierId: at.dossierId, documentId: result?.documentId as never },
    });
    expect(given.raw.equals(issued.raw)).toBe(true);
    expect(await verified(issued.raw)).toMatchObject({
      ...{ valid: true, standing: 'valid', kind: 'result', dossierCode: after.code },
    });
    expect(await verified(Buffer.concat([issued.raw, Buffer.from('\n')]))).toMatchObject({ valid: false });
    const signatures = { as: world.oneStop, params: { dossierId: at.dossierId } };
    expect(ok(await world.api.call(getSignatures, signatures)).items).toEqual([]);
  });

  it.each(['none', 'foreign'] as const)(
    'is taken and marked when the signature in its file is %s',
    async (signature) => {
      const at = await world.approved();
      await world.until(at, 'submitted');
      await world.issueWith(at, signature);
      await world.untilCompleted(at);
      const state = signature === 'none' ? 'none' : 'unverifiable';
      expect(await world.document(at)).toMatchObject({ standing: 'issued', signature: { state } });
    },
  );

  it('is not taken when its file was changed after it was signed', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    await world.issueWith(at, 'broken');
    const document = await world.until(at, 'unusable');
    expect(document).toMatchObject({ trouble: 'signature-broken', file: null, byHand: 'reason' });
  });

  it('gets the next number of its unit and year, without a gap, whatever is returned in between', async () => {
    const steps = [await world.approved(), await world.approved(), await world.approved()];
    const numbers: number[] = [];
    for (const [index, at] of steps.entries()) {
      await world.until(at, 'submitted');
      if (index === 1) await world.act(at, 'DA_KY', 'TRA_LAI');
      else {
        await world.act(at, 'DA_KY', 'DA_CAP_SO', 'DA_PHAT_HANH');
        numbers.push((await world.overThere(at.taskId)).number?.number ?? 0);
      }
      await world.untilCompleted(at);
    }
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
  });

  it('goes back with the reason when it is returned, and leaves again as another draft', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    await world.act(at, 'TRA_LAI');
    const view = await world.untilCompleted(at);
    expect(view.tasks.map(({ nodeId }) => nodeId)).toEqual(['verify']);
    expect(await world.untilTold(at, 2)).toMatchObject({
      standing: 'returned',
      news: [{ kind: 'received' }, { kind: 'returned', text: 'Ghi lại căn cứ ban hành.' }],
    });
    const again = await world.approveAgain(at);
    expect(again.taskId).not.toBe(at.taskId);
    await world.until(again, 'submitted');
  });

  it('may be a refusal', async () => {
    const at = await world.approved('refusal');
    await world.until(at, 'submitted');
    expect((await world.overThere(at.taskId)).handed).toMatchObject({ LoaiVanBan: 'TB', KyHieu: 'TB-UBND' });
    await world.act(at, 'DA_KY', 'DA_CAP_SO', 'DA_PHAT_HANH');
    const { documents } = await world.untilCompleted(at);
    expect(documents.map(({ kind }) => kind)).toContain('form-03');
  });

  it('is not moved back by what comes late, twice or out of order', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    const end = signed(await news(at, 9, 'DA_PHAT_HANH', numbered('901/QĐ-UBND')));
    expect([await tell(end), await tell(end)]).toEqual(['0', '0']);
    expect(await tell(signed(await news(at, 5, 'DA_KY')))).toBe('0');
    expect(await tell(signed(await news(at, 12, 'TRA_LAI')))).toBe('0');
    await world.untilCompleted(at);
    const document = await world.document(at);
    expect(document).toMatchObject({ standing: 'issued', issued: { number: '901/QĐ-UBND' } });
    expect(document?.news.filter(({ overtaken }) => overtaken)).toMatchObject([{ kind: 'returned' }]);
  });

  it('believes nobody without the signature, and nothing about a document it does not have', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    const message = await news(at, 4, 'DA_PHAT_HANH', numbered('902/QĐ-UBND'));
    expect(await tell(signed(message, 'somebody-elses-secret'))).toBe('97');
    expect(await tell({ ...signed(message), SoKyHieu: '903/QĐ-UBND' })).toBe('97');
    expect(await tell({})).toBe('97');
    expect(await tell(signed({ ...message, MaTrinh: randomUUID() }))).toBe('3');
    expect(await tell(signed({ ...message, ThuTu: 'hai' }))).toBe('98');
    expect(await world.document(at)).toMatchObject({ standing: 'submitted' });
  });

  it('is not completed with a number that another document of the year has', async () => {
    const [one, other] = [await world.approved(), await world.approved()];
    for (const at of [one, other]) {
      await world.until(at, 'submitted');
      expect(await tell(signed(await news(at, 9, 'DA_PHAT_HANH', numbered('950/QĐ-UBND'))))).toBe('0');
      await world.round();
    }
    await world.untilCompleted(one);
    expect(await world.until(other, 'unusable')).toMatchObject({ trouble: 'number-used', byHand: 'reason' });
    ok(await world.enter(other, 'Văn thư đã sửa số bên đó.'));
  });

  it('is asked about when every callback was lost', async () => {
    const at = await world.approved();
    await world.script('qlvb-out', [{ mode: 'down' }]);
    await world.until(at, 'submitted');
    await world.act(at, 'DA_KY', 'DA_CAP_SO', 'DA_PHAT_HANH');
    const { news: told } = await world.until(at, 'issued', 150);
    expect(told.map(({ kind }) => kind)).toEqual(['received', 'signed', 'numbered', 'issued']);
    await world.untilCompleted(at);
  });

  it('is taken back when the person withdraws', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    const { version } = await world.view(at.dossierId);
    const body = { version, reason: 'Tôi đổi ý, chưa đề nghị nữa.' };
    ok(
      await world.api.call(withdrawDossier, { as: world.person, params: { dossierId: at.dossierId }, body }),
    );
    await world.until(at, 'taken-back');
    await world.untilTakenBack(at);
  });
});

describe('while the document management system is down', () => {
  it('waits without losing an attempt, and goes on when it is back', async () => {
    const at = await world.approved();
    await world.script('qlvb', [{ mode: 'down' }]);
    for (let round = 0; round < 2; round += 1) {
      await world.round();
      world.api.clock.advance({ minutes: 2 });
    }
    const waiting = await world.document(at);
    expect(waiting).toMatchObject({ standing: 'waiting', byHand: 'reason' });
    expect(waiting?.trouble).toContain('document-management');
    await world.script('qlvb', []);
    await world.until(at, 'submitted', 60);
    expect(await world.document(at)).toMatchObject({ trouble: null });
  });

  it('lets the clerk give the number here with a reason, which is an exception, and takes the draft back', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    expect((await world.enter(at)).problem.code).toBe('task.reason-needed');
    ok(await world.enter(at, reason));
    expect(await world.document(at)).toMatchObject({ standing: 'by-hand', exception: { reason } });
    expect(await mine(at)).toEqual([]);
    await world.untilTakenBack(at);
    const late = await news(at, 8, 'DA_CAP_SO', numbered('960/QĐ-UBND'));
    expect(await tell(signed(late))).toBe('0');
    expect(await world.document(at)).toMatchObject({ standing: 'numbered-twice' });
  });

  it('shows the exception also when nothing had been handed over', async () => {
    const at = await world.approved();
    ok(await world.enter(at, reason));
    expect(await world.document(at)).toMatchObject({ standing: 'by-hand', exception: { reason } });
    await world.round();
    expect(await world.document(at)).toMatchObject({ standing: 'by-hand', hasDraft: false });
  });

  it('lists numbers given here until the clerk has entered them over there', async () => {
    const at = await world.approved();
    const given = world.nextNumber();
    ok(await world.enter(at, reason, given));
    const listed = async (which: 'open' | 'entered') => {
      const { items } = ok(await world.api.call(listLocalNumbers, { as: world.clerk, query: { which } }));
      return items.find(({ taskId }) => taskId === at.taskId);
    };
    const { code } = await world.view(at.dossierId);
    const number = { number: given, issuedOn: '2026-11-16', reason, dossierCode: code };
    expect(await listed('open')).toMatchObject({ ...number, enteredAt: null });
    const note = { as: world.clerk, params: { taskId: at.taskId as never } };
    const { enteredAt } = ok(await world.api.call(noteNumberEntered, note));
    world.api.clock.advance({ minutes: 5 });
    expect(ok(await world.api.call(noteNumberEntered, note))).toMatchObject({ enteredAt });
    expect(await listed('open')).toBeUndefined();
    expect(await listed('entered')).toMatchObject({ ...number, enteredAt });
  });

  it('gives a number once, however it is written, also when two clerks give it at the same moment', async () => {
    const [one, other, third] = [await world.approved(), await world.approved(), await world.approved()];
    const taken = world.nextNumber();
    const answers = await Promise.all([world.enter(one, reason, taken), world.enter(other, reason, taken)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const again = await world.enter(third, reason, ` 0${taken.replace('/', ' / ').toLowerCase()}`);
    expect(again.problem).toMatchObject({ code: 'number.given', params: { year: 2026 } });
    expect(again.problem.fields).toMatchObject([{ path: 'issueNumber', code: 'number.given' }]);
    const numbers = await world.api.db.database.query(
      `SELECT 1 FROM document_management.given_numbers WHERE ordinal = $1`,
      [taken.split('/')[0]],
    );
    expect(numbers).toHaveLength(1);
    ok(await world.enter(third, reason));
  });

  it('gives no number here that the system gave, nor takes one from it that was given here', async () => {
    const [one, other, third] = [await world.approved(), await world.approved(), await world.approved()];
    const [there, here] = [world.nextNumber(), world.nextNumber()];
    await world.until(one, 'submitted');
    expect(await tell(signed(await news(one, 9, 'DA_PHAT_HANH', numbered(there))))).toBe('0');
    await world.untilCompleted(one);
    expect((await world.enter(other, reason, there)).problem.code).toBe('number.given');
    ok(await world.enter(other, reason, here));
    await world.until(third, 'submitted');
    expect(await tell(signed(await news(third, 9, 'DA_PHAT_HANH', numbered(here))))).toBe('0');
    expect(await world.until(third, 'unusable')).toMatchObject({ trouble: 'number-used', byHand: 'reason' });
  });

  it('gives no number here once the document was signed over there', async () => {
    const at = await world.approved();
    await world.until(at, 'submitted');
    await world.act(at, 'DA_KY');
    await world.until(at, 'signed');
    expect((await world.enter(at, reason)).problem.code).toBe('task.with-document-system');
  });

  it.each(shortOutages.slice(0, scaled(3, shortOutages.length)))(
    'hands a draft over once under %s',
    async (mode) => {
      const at = await world.approved();
      await world.script('qlvb', [{ mode, times: 2 }]);
      await world.until(at, 'submitted', 20);
      const { news: told, files } = await world.overThere(at.taskId);
      expect(told.filter((each) => each['TrangThai'] === 'DA_NHAN')).toHaveLength(1);
      expect(files).toHaveLength(1);
    },
  );
});

describe('messages that were put aside', () => {
  it('are seen by the administrator on every way out, and go when they are tried again', async () => {
    const { api } = world;
    const as = await api.officer('viet', 'province-administrator');
    const putAside = async (destination: string) => {
      const row = await api.db.database.one<{ id: string }>(
        `INSERT INTO kernel.outbox (destination, lane, payload, state, attempts, last_error)
         VALUES ($1, $2, '{"errand":"take-back","taskId":"00000000-0000-7000-8000-000000000000"}', 'dead', 5, 'refused')
         RETURNING id::text AS id`,
        [destination, randomUUID()],
      );
      return { destination, deliveryId: row?.id ?? '' };
    };
    const ours = await putAside('document-management');
    const nobodys = await putAside('somewhere-else');
    const { items } = ok(await api.call(listOutboundLanes, { as }));
    const laneOf = (wanted: string) => items.find(({ destination }) => destination === wanted);
    expect(laneOf('document-management')).toMatchObject({ connected: true, dead: 1, replayable: true });
    expect(laneOf('somewhere-else')).toMatchObject({ name: null, dead: 1, replayable: false });
    expect(items.map(({ destination }) => destination)).toEqual(
      expect.arrayContaining(['post', 'signing', 'government-reports', 'sector:business-registration']),
    );
    const letters = async () =>
      ok(await api.call(listDeadLetters, { as, params: { destination: 'document-management' }, query: {} }))
        .items;
    expect(await letters()).toMatchObject([{ deliveryId: ours.deliveryId, attempts: 5, reason: 'refused' }]);
    expect((await api.call(replayDeadLetter, { as, params: nobodys })).problem.code).toBe(
      'delivery.not-replayable',
    );
    ok(await api.call(replayDeadLetter, { as, params: ours }));
    expect((await api.call(replayDeadLetter, { as, params: ours })).problem.code).toBe('delivery.not-dead');
    await world.round();
    expect(await letters()).toEqual([]);
  });
});
