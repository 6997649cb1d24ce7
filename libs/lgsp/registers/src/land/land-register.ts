import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { z } from 'zod';
import { CodeTable } from '../code-table';
import { contentOf } from '../envelope';
import { type LookUpContext, wireContext } from '../look-up-context';
import { callOptions } from '../population/population-register';

const wireParcel = z.object({
  SoToBanDo: z.coerce.number().int().positive(),
  SoThua: z.coerce.number().int().positive(),
  MaXa: z.string(),
  DienTich: z.coerce.number().nonnegative(),
  LoaiDat: z.string(),
  SoPhatHanhGCN: z.string(),
  ChuSuDung: z.array(z.object({ HoTen: z.string(), GiayTo: z.string().nullish() })).default([]),
  TinhTrang: z.string(),
});

const uses = new CodeTable('land.LoaiDat', {
  ODT: 'urban-residence',
  ONT: 'rural-residence',
  LUC: 'rice',
  CLN: 'perennial-crops',
  RSX: 'production-forest',
  TMD: 'trade',
});
const encumbrances = new CodeTable('land.TinhTrang', {
  '0': 'free',
  '1': 'mortgaged',
  '2': 'disputed',
  '3': 'seized',
});

export interface RegisteredParcel {
  readonly mapSheet: number;
  readonly parcel: number;
  readonly communeCode: string;
  /** Square metres. */
  readonly area: number;
  readonly use: ReturnType<typeof uses.read>;
  readonly certificateNumber: string;
  readonly holders: readonly { readonly name: string; readonly identifier: string | null }[];
  readonly encumbrance: ReturnType<typeof encumbrances.read>;
}

/** The land register of the province. */
export class LandRegister {
  private readonly lookUp: Operation<{ certificate: string; context: LookUpContext }, RegisteredParcel[]>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    this.lookUp = {
      service,
      name: 'look-up-parcels',
      method: 'POST',
      idempotent: true,
      encode: ({ certificate, context }) => ({
        path: 'TraCuuGiayChungNhan',
        body: { ...wireContext(context), SoPhatHanhGCN: certificate },
      }),
      decode: (answer) => (contentOf(service.name, answer, z.array(wireParcel)) ?? []).map(parcelOf),
    };
  }

  /**
   * Parcels of one certificate of land use rights; none when there is no such certificate.
   *
   * @throws LgspFailure
   */
  async parcelsOf(certificateNumber: string, context: LookUpContext): Promise<readonly RegisteredParcel[]> {
    const found = await this.client.call(
      this.lookUp,
      { certificate: certificateNumber, context },
      callOptions(context),
    );
    return found.filter((parcel) => parcel.certificateNumber === certificateNumber);
  }
}

function parcelOf(wire: z.output<typeof wireParcel>): RegisteredParcel {
  return {
    mapSheet: wire.SoToBanDo,
    parcel: wire.SoThua,
    communeCode: wire.MaXa,
    area: wire.DienTich,
    use: uses.read(wire.LoaiDat),
    certificateNumber: wire.SoPhatHanhGCN,
    holders: wire.ChuSuDung.map(({ HoTen, GiayTo }) => ({ name: HoTen, identifier: GiayTo || null })),
    encumbrance: encumbrances.read(wire.TinhTrang),
  };
}
