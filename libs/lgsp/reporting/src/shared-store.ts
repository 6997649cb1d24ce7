import type { JsonValue, Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { type Month, type ProvinceRecord, ProvinceStore } from '@mocua/server/reporting';
import { z } from 'zod';
import { asDown } from './as-down';
import { channelCodes, endingCodes } from './wire-codes';

const answered = z.object({
  DanhSach: z.array(
    z.object({
      MaBanGhi: z.string(),
      KetQua: z.enum(['THEM_MOI', 'CAP_NHAT', 'BO_QUA', 'TU_CHOI']),
      LyDo: z.string().max(200).nullish(),
    }),
  ),
});
const months = z.object({
  DanhSach: z.array(z.object({ Thang: z.string().regex(/^\d{4}-\d{2}$/u), SoHoSo: z.int().min(0) })),
});

/** The shared data store of the province behind the service bus. */
export class SharedStore extends ProvinceStore {
  private readonly operations: ReturnType<typeof operationsOf>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    super();
    this.operations = operationsOf(service);
  }

  override async put(records: readonly ProvinceRecord[]): Promise<ReadonlyMap<string, string>> {
    if (records.length === 0) return new Map();
    const { DanhSach } = await asDown(() => this.client.call(this.operations.put, records));
    const answers = new Map(DanhSach.map((each) => [each.MaBanGhi, each]));
    return new Map(
      records.flatMap(({ recordId }): [string, string][] => {
        const answer = answers.get(recordId);
        if (answer === undefined) return [[recordId, 'nothing was said about the record']];
        return answer.KetQua === 'TU_CHOI' ? [[recordId, answer.LyDo ?? 'the record was refused']] : [];
      }),
    );
  }

  override totals(): Promise<ReadonlyMap<Month, number>> {
    return asDown(() => this.client.call(this.operations.totals, undefined));
  }
}

function operationsOf(service: ServiceDescription) {
  const put: Operation<readonly ProvinceRecord[], z.output<typeof answered>> = {
    ...{ service, name: 'put', method: 'POST', idempotent: true },
    encode: (records) => ({ path: 'CapNhatHoSo', body: { DanhSach: records.map(wireRecord) } }),
    decode: (answer) => answered.parse(answer),
  };
  const totals: Operation<undefined, ReadonlyMap<Month, number>> = {
    ...{ service, name: 'totals', method: 'GET', idempotent: true },
    encode: () => ({ path: 'ThongKe' }),
    decode: (answer) => new Map(months.parse(answer).DanhSach.map(({ Thang, SoHoSo }) => [Thang, SoHoSo])),
  };
  return { put, totals };
}

function wireRecord(record: ProvinceRecord): JsonValue {
  return {
    MaBanGhi: record.recordId,
    LanCapNhat: record.revision,
    MaTTHC: record.procedureCode,
    PhienBanTTHC: record.procedureVersion,
    MaDonVi: record.unit,
    KenhThucHien: channelCodes[record.channel],
    NgayNop: record.submittedOn,
    NgayTiepNhan: record.receivedOn,
    NgayHenTraBanDau: record.originallyDueOn,
    NgayHenTra: record.dueOn,
    NgayKetThuc: record.endedOn,
    KetQuaGiaiQuyet: record.ending === null ? null : endingCodes[record.ending],
    NgayTra: record.returnedOn,
    DuocSoHoa: record.digitised ? '1' : '0',
    DuocTaiSuDung: record.reused ? '1' : '0',
    SoLanBoSung: record.supplements,
    CoPhi: record.hasFee ? '1' : '0',
    ThanhToanTrucTuyen: record.paidOnline ? '1' : '0',
  };
}
