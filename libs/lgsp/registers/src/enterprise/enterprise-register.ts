import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { z } from 'zod';
import { CodeTable } from '../code-table';
import { contentOf } from '../envelope';
import { type LookUpContext, wireContext } from '../look-up-context';
import { callOptions } from '../population/population-register';
import { isoDate } from '../wire-dates';

const wireEnterprise = z.object({
  MaSoDoanhNghiep: z.string().min(1),
  MaSoThue: z.string().nullish(),
  TenTiengViet: z.string().min(1),
  TenVietTat: z.string().nullish(),
  LoaiHinh: z.string(),
  TrangThai: z.string(),
  NgayDangKyLanDau: z.string(),
  DiaChiTruSo: z.string(),
  VonDieuLe: z.coerce.number().int().nonnegative().nullish(),
  NganhNgheChinh: z.object({ Ma: z.string(), Ten: z.string() }).nullish(),
  NguoiDaiDien: z.array(z.object({ HoTen: z.string(), ChucDanh: z.string().nullish() })).default([]),
});

const kinds = new CodeTable('enterprise.LoaiHinh', {
  '01': 'private-enterprise',
  '02': 'single-member-company',
  '03': 'multi-member-company',
  '04': 'joint-stock-company',
  '05': 'partnership',
  '06': 'branch',
  '07': 'household-business',
});
const states = new CodeTable('enterprise.TrangThai', {
  '1': 'active',
  '2': 'paused',
  '3': 'dissolving',
  '4': 'dissolved',
  '5': 'revoked',
});

export interface RegisteredEnterprise {
  readonly enterpriseCode: string;
  readonly taxCode: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: ReturnType<typeof kinds.read>;
  readonly state: ReturnType<typeof states.read>;
  readonly registeredOn: string;
  readonly headOffice: string;
  /** Đồng. */
  readonly charterCapital: number | null;
  readonly mainActivity: { readonly code: string; readonly name: string } | null;
  readonly representatives: readonly { readonly name: string; readonly title: string | null }[];
}

/** The national register of enterprises and household businesses. */
export class EnterpriseRegister {
  private readonly lookUp: Operation<{ code: string; context: LookUpContext }, RegisteredEnterprise | null>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    this.lookUp = {
      service,
      name: 'look-up-enterprise',
      method: 'POST',
      idempotent: true,
      encode: ({ code, context }) => ({
        path: 'ChiTietDoanhNghiep',
        body: { ...wireContext(context), MaSo: code },
      }),
      decode: (answer) => {
        const found = contentOf(service.name, answer, wireEnterprise);
        return found === null ? null : enterpriseOf(found);
      },
    };
  }

  /**
   * @param code - enterprise code or tax code
   * @throws LgspFailure
   */
  async find(code: string, context: LookUpContext): Promise<RegisteredEnterprise | null> {
    const found = await this.client.call(this.lookUp, { code, context }, callOptions(context));
    return found !== null && [found.enterpriseCode, found.taxCode].includes(code) ? found : null;
  }
}

function enterpriseOf(wire: z.output<typeof wireEnterprise>): RegisteredEnterprise {
  return {
    enterpriseCode: wire.MaSoDoanhNghiep,
    taxCode: wire.MaSoThue || null,
    name: wire.TenTiengViet,
    shortName: wire.TenVietTat || null,
    kind: kinds.read(wire.LoaiHinh),
    state: states.read(wire.TrangThai),
    registeredOn: isoDate(wire.NgayDangKyLanDau),
    headOffice: wire.DiaChiTruSo,
    charterCapital: wire.VonDieuLe ?? null,
    mainActivity: wire.NganhNgheChinh
      ? { code: wire.NganhNgheChinh.Ma, name: wire.NganhNgheChinh.Ten }
      : null,
    representatives: wire.NguoiDaiDien.map(({ HoTen, ChucDanh }) => ({
      name: HoTen,
      title: ChucDanh || null,
    })),
  };
}
