import { type Arrival, type NationalMessage, NationalMessageReader } from '@mocua/server/national-portal';
import { z } from 'zod';
import { fromWireTime } from './wire-time';

const base64 = z.base64().max(10_000_000);
const file = z.object({ TenTep: z.string().min(1).max(200), Base64: base64 });
const component = z.object({
  MaThanhPhanHoSo: z.string().max(40),
  TepDinhKem: z.array(file).max(20),
});
const form = z.record(z.string().max(80), z.json());
const head = { MaThongDiep: z.string().min(1).max(80), MaHoSo: z.string().trim().min(1).max(80) };

const filing = z.object({
  ...head,
  LoaiThongDiep: z.literal('NopHoSo'),
  MaTTHC: z.string().max(40),
  DonVi: z.string().max(35),
  NgayNopHoSo: z.string(),
  TaiKhoanDuocXacThucVoiVNeID: z.enum(['0', '1']),
  ChuHoSo: z.object({
    HoVaTen: z.string().min(1).max(200),
    SoDinhDanh: z.string().regex(/^\d{12}$/u),
    NgayThangNamSinh: z.string().regex(/^\d{8}$/u),
    SoDienThoai: z.string().optional(),
    ThuDienTu: z.string().optional(),
    DiaChi: z.string().optional(),
  }),
  DuLieuToKhai: form,
  ThanhPhanHoSos: z.array(component).max(50),
});
const supplement = z.object({
  ...head,
  LoaiThongDiep: z.literal('BoSungHoSo'),
  DuLieuToKhai: form,
  ThanhPhanHoSos: z.array(component).max(50),
});
const edit = z.object({ ...head, LoaiThongDiep: z.literal('SuaHoSo'), DuLieuToKhai: form });
const withdrawal = z.object({
  ...head,
  LoaiThongDiep: z.literal('RutHoSo'),
  LyDo: z.string().trim().min(3).max(2000),
});
const fact = z.object({
  ...head,
  LoaiThongDiep: z.literal('TrangThaiHoSo'),
  HeThong: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  MaTTHC: z.string().max(40),
  SoDinhDanhChuHoSo: z
    .string()
    .regex(/^\d{12}$/u)
    .optional(),
  MaSuKien: z.string().min(1).max(80),
  MaPhan: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/u)
    .optional(),
  TrangThai: z.string(),
  ThoiDiem: z.string(),
  NgayHenTra: z.string().optional(),
});
const message = z.discriminatedUnion('LoaiThongDiep', [filing, supplement, edit, withdrawal, fact]);
type Wire = z.output<typeof message>;

/** National status codes of a dossier that another system resolves. */
const statusByCode = {
  '1': 'submitted',
  '2': 'received',
  '3': 'refused',
  '4': 'processing',
  '5': 'awaiting-supplement',
  '6': 'awaiting-payment',
  '7': 'withdrawn',
  '8': 'stopped',
  '9': 'done',
  '10': 'returned',
} as const;

/** Reads messages of the national portal. The contract of 2026 is not public; the shape follows what partners are seen to send. */
export class NationalPortalReader extends NationalMessageReader {
  override read(wire: unknown): NationalMessage | null {
    const parsed = message.safeParse(wire);
    if (!parsed.success) return null;
    try {
      return messageOf(parsed.data);
    } catch {
      // A time that is none, or a status nobody knows: not of the contract.
      return null;
    }
  }

  override answer(arrival: Arrival): { error_code: string; message: string } {
    switch (arrival.outcome) {
      case 'taken':
        return { error_code: '0', message: 'Thành công' };
      case 'known':
        return { error_code: '1', message: 'Đã nhận trước đó' };
      case 'refused':
        return { error_code: '-1', message: arrival.message };
      case 'later':
        return { error_code: '-2', message: 'Hãy gửi lại sau' };
    }
  }
}

function messageOf(wire: Wire): NationalMessage {
  const head = { messageId: wire.MaThongDiep, code: wire.MaHoSo };
  switch (wire.LoaiThongDiep) {
    case 'NopHoSo':
      return {
        ...head,
        kind: 'filing',
        procedureCode: wire.MaTTHC,
        agency: wire.DonVi,
        owner: ownerOf(wire.ChuHoSo),
        identityVerified: wire.TaiKhoanDuocXacThucVoiVNeID === '1',
        filedAt: requiredTime(wire.NgayNopHoSo),
        answers: answersOf(wire.DuLieuToKhai),
        files: filesOf(wire.ThanhPhanHoSos),
      };
    case 'BoSungHoSo':
      return {
        ...head,
        kind: 'supplement',
        answers: answersOf(wire.DuLieuToKhai),
        files: filesOf(wire.ThanhPhanHoSos),
      };
    case 'SuaHoSo':
      return { ...head, kind: 'edit', answers: answersOf(wire.DuLieuToKhai) };
    case 'RutHoSo':
      return { ...head, kind: 'withdrawal', reason: wire.LyDo.normalize('NFC') };
    case 'TrangThaiHoSo':
      return { ...head, kind: 'mirror', fact: factOf(wire) };
  }
}

type Answers = Extract<NationalMessage, { kind: 'edit' }>['answers'];

/** Answers by field; the e-form checks them, this only composes the letters. */
function answersOf(answers: z.output<typeof form>): Answers {
  return JSON.parse(JSON.stringify(answers).normalize('NFC')) as Answers;
}

function ownerOf(owner: z.output<typeof filing>['ChuHoSo']) {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/u.exec(owner.NgayThangNamSinh) ?? [];
  const given = (text: string | undefined): string | null =>
    text === undefined || text.trim() === '' ? null : text.trim().normalize('NFC');
  return {
    fullName: owner.HoVaTen.trim().normalize('NFC'),
    personalId: owner.SoDinhDanh,
    birthDate: `${year}-${month}-${day}`,
    phone: given(owner.SoDienThoai),
    email: given(owner.ThuDienTu),
    address: given(owner.DiaChi),
  };
}

function filesOf(components: readonly z.output<typeof component>[]) {
  return components.flatMap(({ MaThanhPhanHoSo, TepDinhKem }) =>
    TepDinhKem.map(({ TenTep, Base64 }) => ({
      componentCode: MaThanhPhanHoSo,
      fileName: TenTep,
      content: Buffer.from(Base64, 'base64'),
    })),
  );
}

function factOf(wire: z.output<typeof fact>): Extract<NationalMessage, { kind: 'mirror' }>['fact'] {
  const status = statusByCode[wire.TrangThai as keyof typeof statusByCode] as
    (typeof statusByCode)[keyof typeof statusByCode] | undefined;
  if (status === undefined) throw new Error('not a status of the wire');
  return {
    sourceSystem: wire.HeThong,
    externalCode: wire.MaHoSo,
    procedureCode: wire.MaTTHC,
    ownerPersonalId: wire.SoDinhDanhChuHoSo ?? null,
    event: {
      eventId: wire.MaSuKien,
      leg: wire.MaPhan ?? null,
      status,
      occurredAt: requiredTime(wire.ThoiDiem),
      dueAt: fromWireTime(wire.NgayHenTra),
    },
  };
}

function requiredTime(text: string): string {
  const instant = fromWireTime(text);
  if (instant === null) throw new Error('a time is missing');
  return instant;
}
