import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type DossierId,
  downloadNationalResult,
  getMyDossier,
  getOfficerDossier,
  openAssistedDraft,
  openDraft,
  receiveDossier,
  receiveNationalMessage,
  requestSupplement,
  saveAssistedDraft,
  saveDraft,
  submitAssistedDraft,
  submitDossier,
  uploadToAssistedDraft,
  uploadToDraft,
} from '@mocua/contract';
import { demoPartyId, demoUnitId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { ApiHarness, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';
import { Machine } from './kiosk-world';

let api: ApiHarness;
let lam: Session;
let oneStop: Session;
let admin: Session;
const secret = 'a-secret-of-this-test';
const agency = '000.00.32.H99';
const person = demoPeople.find((each) => each.key === 'lam');
const answers = {
  relation: 'self',
  paperKind: 'birth',
  copies: 2,
  returnMethod: 'electronic',
  confirmed: true,
  phone: '0900000103',
  address: { text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' },
};
const paper = {
  MaThanhPhanHoSo: 'identity-paper',
  TepDinhKem: [{ TenTep: 'căn cước.pdf', Base64: smallPdf.toString('base64') }],
};

beforeAll(async () => {
  api = await ApiHarness.start({ NATIONAL_PORTAL_SECRET: secret });
  lam = await api.citizen('lam');
  oneStop = await api.officer('hanh', 'dong-sen-one-stop');
  admin = await api.officer('viet', 'province-administrator');
}, 120_000);
afterAll(() => api.close());

function keeper(): string {
  const unit = demoUnitId('dong-sen');
  return unit;
}

let message = 0;
/** What the national portal sends, with a fresh id unless one is given. */
async function tell(body: Readonly<Record<string, unknown>>) {
  message += 1;
  return api.call(receiveNationalMessage, {
    body: { MaThongDiep: `thong-diep-${message}`, ...body } as never,
    headers: { authorization: `Bearer ${secret}` },
  });
}

async function fileNationally(code: string, change: Readonly<Record<string, unknown>> = {}) {
  const identifier = await api.db.database.one<{ id: string }>(
    'SELECT agency_identifier AS id FROM identity.units WHERE unit_id = $1',
    [keeper()],
  );
  return tell({
    LoaiThongDiep: 'NopHoSo',
    MaHoSo: code,
    MaTTHC: '2.000908',
    DonVi: identifier?.id ?? agency,
    NgayNopHoSo: '20261116080000',
    TaiKhoanDuocXacThucVoiVNeID: '1',
    ChuHoSo: {
      HoVaTen: person?.name,
      SoDinhDanh: person?.personalId,
      NgayThangNamSinh: person?.birthDate.replaceAll('-', ''),
      SoDienThoai: '0900000103',
      DiaChi: 'Thôn Đông, xã Đồng Sen',
    },
    DuLieuToKhai: answers,
    ThanhPhanHoSos: [paper],
    ...change,
  });
}

async function assisted(channel: 'counter' | 'post', postalItem?: string) {
  const draft = ok(
    await api.call(openAssistedDraft, {
      as: oneStop,
      body: {
        procedureCode: '2.000908',
        channel,
        ...(postalItem === undefined ? {} : { postalItem }),
        person: {
          fullName: person?.name ?? '',
          personalId: person?.personalId ?? '',
          birthDate: person?.birthDate ?? '',
          phone: '0900000103',
        },
      },
    }),
  );
  const params = { draftId: draft.draftId };
  const body = {
    version: draft.version,
    answers: { ...draft.answers, ...answers, registerKeeper: keeper() },
  };
  const saved = ok(await api.call(saveAssistedDraft, { as: oneStop, params, body }));
  const query = { component: 'identity-paper', fileName: 'bản quét.pdf' };
  ok(await api.call(uploadToAssistedDraft, { as: oneStop, params, query, file: smallPdf }));
  return api.call(submitAssistedDraft, { as: oneStop, params, body: { version: saved.version } });
}

async function atKiosk(): Promise<DossierId> {
  const machine = await Machine.register(api, admin);
  await machine.signIn(lam);
  const opened = await machine.call(openDraft, { body: { procedureCode: '2.000908', startNew: true } });
  const draft = opened.body as { draftId: never; version: number; answers: object };
  const params = { draftId: draft.draftId };
  const body = {
    version: draft.version,
    answers: { ...draft.answers, ...answers, registerKeeper: keeper() },
  };
  const saved = await machine.call(saveDraft, { params, body });
  await machine.call(uploadToDraft, {
    params,
    query: { component: 'identity-paper', fileName: 'bản quét.pdf' },
    file: smallPdf,
  });
  const version = saved.body['version'] as number;
  const filed = await machine.call(submitDossier, { params, body: { version } });
  return filed.body['dossierId'] as DossierId;
}

interface Filed extends Record<string, unknown> {
  readonly state: Readonly<Record<string, unknown>>;
}

async function stateOf(dossierId: string): Promise<Filed['state']> {
  const row = await api.db.database.one<Filed>('SELECT state FROM dossier.dossiers WHERE dossier_id = $1', [
    dossierId,
  ]);
  if (!row) throw new Error('no dossier');
  return row.state;
}

async function byCode(code: string): Promise<string> {
  const row = await api.db.database.one<{ id: string }>(
    'SELECT dossier_id AS id FROM dossier.dossiers WHERE external_code = $1',
    [code],
  );
  return row?.id ?? '';
}

describe('filing 2.000908', () => {
  it('by portal, national portal, kiosk, counter and post differs in channel, source and external code only', async () => {
    const portal = await aFiling(api, lam).dossierId();
    expect((await fileNationally('G22.99-261116-000001')).body).toEqual({
      error_code: '0',
      message: 'Thành công',
    });
    const national = await byCode('G22.99-261116-000001');
    const kiosk = await atKiosk();
    const counter = ok(await assisted('counter')).dossierId;
    const post = ok(await assisted('post', 'RR123456789VN')).dossierId;
    const states = await Promise.all([portal, national, kiosk, counter, post].map(stateOf));
    expect(states.map((each) => [each['channel'], each['sourceSystem'], each['externalCodes']])).toEqual([
      ['online', 'mocua', []],
      ['online', 'national-portal', ['G22.99-261116-000001']],
      ['kiosk', 'mocua-kiosk', []],
      ['counter', 'counter', []],
      ['post', 'post', ['RR123456789VN']],
    ]);
    const same = states.map(({ processing, procedure, people, finance, delivery, attachments }) => ({
      processing,
      procedure,
      people,
      finance,
      delivery,
      files: (attachments as { componentCode: string }[]).map((file) => file.componentCode),
    }));
    for (const each of same) expect(each).toEqual(same[0]);
    expect(same[0]).toMatchObject({
      processing: 'submitted',
      people: { owner: demoPartyId('lam'), submitter: demoPartyId('lam'), ground: 'self' },
    });
    const assistedAt = states.map((each) => (each['units'] as { assistedAt: string | null }).assistedAt);
    const centre = demoUnitId('dong-sen-centre');
    expect(assistedAt).toEqual([null, null, null, centre, centre]);
    for (const dossierId of [portal, national, kiosk, counter, post]) {
      const params = { dossierId: dossierId as DossierId };
      const received = ok(await api.call(receiveDossier, { as: oneStop, params, body: { version: 1 } }));
      expect(received.state).toBe('processing');
      expect(ok(await api.call(getMyDossier, { as: lam, params })).code).toBe(received.code);
    }
    expect(
      ok(await api.call(getOfficerDossier, { as: oneStop, params: { dossierId: national as DossierId } }))
        .code,
    ).toBe('G22.99-261116-000001');
  }, 120_000);

  it('by a letter whose number another dossier has is refused with what to do', async () => {
    ok(await assisted('post', 'RR000000001VN'));
    const again = await assisted('post', 'RR000000001VN');
    expect([again.status, again.problem.code]).toEqual([409, 'dossier.external-code-taken']);
  });
});

describe('what the national portal sends', () => {
  it('is one dossier however often and at the same time it comes', async () => {
    const sent = await Promise.all(Array.from({ length: 6 }, () => fileNationally('G22.99-261116-000002')));
    for (const { status } of sent) expect([200, 503]).toContain(status);
    // Those that met may all have been told to come again; the next one is taken, and from then on it is known.
    expect(['0', '1']).toContain((await fileNationally('G22.99-261116-000002')).body.error_code);
    expect((await fileNationally('G22.99-261116-000002')).body).toEqual({
      error_code: '1',
      message: 'Đã nhận trước đó',
    });
    const row = await api.db.database.one<{ count: number }>(
      `SELECT count(*)::integer AS count FROM dossier.dossiers WHERE external_code = 'G22.99-261116-000002'`,
    );
    expect(row?.count).toBe(1);
  }, 60_000);

  it('waits for its filing, then edits, supplements and withdraws, each once', async () => {
    const code = 'G22.99-261116-000003';
    const withdrawal = { LoaiThongDiep: 'RutHoSo', MaHoSo: code, LyDo: 'Tôi đã tìm thấy bản chính.' };
    expect((await tell(withdrawal)).status).toBe(503);
    await fileNationally(code);
    const edit = {
      MaThongDiep: 'sua-1',
      LoaiThongDiep: 'SuaHoSo',
      MaHoSo: code,
      DuLieuToKhai: { copies: 5 },
    };
    expect((await tell(edit)).body.error_code).toBe('0');
    expect((await tell(edit)).body.error_code).toBe('1');
    const params = { dossierId: (await byCode(code)) as DossierId };
    const view = ok(await api.call(getMyDossier, { as: lam, params }));
    expect([view.answers['copies'], view.version]).toEqual([5, 2]);
    ok(
      await api.call(requestSupplement, {
        as: oneStop,
        params,
        body: {
          version: view.version,
          reason: 'Ảnh giấy tờ tùy thân bị mờ.',
          items: [{ kind: 'component', ref: 'identity-paper', instruction: 'Chụp lại rõ cả hai mặt.' }],
        },
      }),
    );
    const supplement = {
      MaThongDiep: 'bo-sung-1',
      LoaiThongDiep: 'BoSungHoSo',
      MaHoSo: code,
      DuLieuToKhai: {},
      ThanhPhanHoSos: [paper],
    };
    expect((await tell(supplement)).body.error_code).toBe('0');
    expect((await tell(supplement)).body.error_code).toBe('1');
    expect((await tell(withdrawal)).body.error_code).toBe('0');
    expect(await stateOf(params.dossierId)).toMatchObject({ processing: 'withdrawn', code: null });
  }, 60_000);

  it('is refused in words the person can act on when it cannot be filed so, and then for good', async () => {
    const answer = await fileNationally('G22.99-261116-000004', { DuLieuToKhai: { ...answers, copies: 99 } });
    expect(answer.body.error_code).toBe('-1');
    expect(answer.body.message).toContain('copies');
    const change = { LoaiThongDiep: 'RutHoSo', MaHoSo: 'G22.99-261116-000004', LyDo: 'Thôi không nộp.' };
    expect((await tell(change)).body.error_code).toBe('-1');
  });

  it('is not listened to from anybody else', async () => {
    for (const headers of [{}, { authorization: 'Bearer something-else-entirely' }] as Record<
      string,
      string
    >[]) {
      const answer = await api.call(receiveNationalMessage, { body: {}, headers });
      expect([answer.status, answer.problem.code]).toEqual([401, 'partner.unknown']);
    }
    expect((await tell({ LoaiThongDiep: 'Khac' })).body.error_code).toBe('-1');
  });

  it('gets a result by its link with the key only, and nothing that is no result', async () => {
    const dossierId = await aFiling(api, lam).dossierId();
    const { documents } = ok(await api.call(getMyDossier, { as: lam, params: { dossierId } }));
    const params = { dossierId, documentId: documents[0]?.documentId as never };
    const headers = { authorization: `Bearer ${secret}` };
    expect((await api.call(downloadNationalResult, { params })).problem.code).toBe('partner.unknown');
    const receipt = await api.call(downloadNationalResult, { params, headers });
    expect([receipt.status, receipt.problem.code]).toEqual([404, 'document.not-found']);
  });

  it('mirrors what another system resolves, in any order and more than once', async () => {
    const fact = (MaSuKien: string, TrangThai: string, ThoiDiem: string) => ({
      LoaiThongDiep: 'TrangThaiHoSo',
      MaHoSo: 'BTP-0001',
      HeThong: 'moj-civil-status',
      MaTTHC: '3.000722',
      SoDinhDanhChuHoSo: person?.personalId,
      MaSuKien,
      TrangThai,
      ThoiDiem,
    });
    expect((await tell(fact('2', '9', '20261116100000'))).body.error_code).toBe('0');
    expect((await tell(fact('1', '4', '20261116090000'))).body.error_code).toBe('0');
    expect((await tell(fact('2', '9', '20261116100000'))).body.error_code).toBe('1');
    const rows = await api.db.database.query(
      `SELECT e.event_id FROM dossier.mirror_events e JOIN dossier.mirrors m USING (mirror_id) WHERE m.external_code = 'BTP-0001'`,
    );
    expect(rows).toHaveLength(2);
  });
});
