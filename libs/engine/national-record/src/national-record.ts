import type { NationalRecordView } from '@mocua/contract';
import type { LayThuTuc } from './lay-thu-tuc';
import { readAmount, readFormUrl, readTimeLimit } from './readings';
import { readCasesTogether } from './read-cases';

/** What the file says in words of this house, with what can be read beside it. Nothing said is left out. */
export type NationalRecord = Omit<NationalRecordView, 'revision' | 'effectiveFrom' | 'gaps'>;

export type RecordChannel = NationalRecord['channels'][number];
export type RecordTime = RecordChannel['times'][number];
export type RecordFee = RecordTime['fees'][number];
export type RecordCase = NationalRecord['cases'][number];
export type RecordComponent = RecordCase['components'][number];

const channelOf: Readonly<Record<string, RecordChannel['channel']>> = {
  '1': 'direct',
  '2': 'online',
  '3': 'post',
};

/** @param content - as `readNationalRecord` gave it, or as it was stored */
export function recordOf(content: LayThuTuc): NationalRecord {
  const cases = content.THANHPHANHOSO.map(({ TRUONGHOP, GIAYTO }) => ({
    name: TRUONGHOP,
    components: GIAYTO.map(toComponent),
  }));
  return {
    nationalCode: content.MATTHC,
    name: content.TENTTHC,
    publisherCode: content.MACOQUANCONGBO,
    statusSaid: content.TRANGTHAI,
    fields: content.LINHVUCTHUCHIEN.map(({ MALINHVUC, TENLINHVUC }) => named(MALINHVUC, TENLINHVUC)),
    sequences: content.TRINHTUTHUCHIEN.map(({ TRUONGHOP, TRINHTU }) => ({
      name: TRUONGHOP,
      steps: TRINHTU.map(({ TENTRINHTU }) => TENTRINHTU),
    })),
    channels: content.CACHTHUCTHUCHIEN.map(({ KENH, THOIGIAN }) => ({
      channel: channelOf[KENH] ?? 'direct',
      times: THOIGIAN.map(toTime),
    })),
    cases,
    casesTogether: readCasesTogether(cases.map(({ name }) => name)),
    audiences: content.DOITUONGTHUCHIEN.map(({ TENDOITUONG }) => TENDOITUONG),
    results: content.KETQUATHUCHIEN.map(({ MAKETQUA, TENKETQUA }) => named(MAKETQUA, TENKETQUA)),
    legalBasis: content.CANCUPHAPLY.map(({ SOVANBAN, TENVANBAN }) => ({
      number: SOVANBAN,
      title: TENVANBAN,
    })),
    agencies: content.COQUANTHUCHIEN.map(({ MADONVI, TENDONVI }) => named(MADONVI, TENDONVI)),
    requirements: content.YEUCAU,
  };
}

function named(code: string, name: string) {
  return { code, name };
}

type SaidTime = LayThuTuc['CACHTHUCTHUCHIEN'][number]['THOIGIAN'][number];

function toTime({ THOIGIANGIAIQUYET, DONVITINH, MOTA, PHILEPHI }: SaidTime): RecordTime {
  return {
    said: THOIGIANGIAIQUYET,
    unitSaid: DONVITINH,
    note: MOTA,
    ...readTimeLimit(THOIGIANGIAIQUYET, DONVITINH),
    fees: PHILEPHI.map((fee) => ({
      code: fee.MAPHILEPHI,
      amountSaid: fee.SOTIEN,
      amount: readAmount(fee.SOTIEN),
      unit: fee.DONVI,
      note: fee.MOTA,
    })),
  };
}

function toComponent(said: LayThuTuc['THANHPHANHOSO'][number]['GIAYTO'][number]): RecordComponent {
  const formSaid = said.URL;
  return {
    code: said.MAGIAYTO,
    name: said.TENGIAYTO,
    formName: said.TENMAUDON,
    formSaid,
    formUrl: readFormUrl(formSaid),
    originals: said.SOBANCHINH,
    copies: said.SOBANSAO,
  };
}
