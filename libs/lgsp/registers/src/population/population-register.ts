import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { contentOf } from '../envelope';
import { type LookUpContext, wireContext } from '../look-up-context';
import { isoDate, optionalIsoDate } from '../wire-dates';
import { genders, maritalStates, wireCitizen, type WireCitizen, type WirePlace } from './wire';

/** Who is asked for: number, name and day of birth have to belong together, or the register answers nothing. */
export interface CitizenQuestion {
  readonly personalId: string;
  readonly fullName: string;
  /** ISO date, or a year. */
  readonly birthDate: string;
}

export interface RegisteredPlace {
  /** Codes of the units that have existed since 2025-07-01; null where the register still holds the old map. */
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  /** From the house to the province, in one line. */
  readonly text: string;
}

export interface RegisteredCitizen {
  readonly personalId: string;
  readonly fullName: string;
  /** ISO date; null where only the year is known. */
  readonly birthDate: string | null;
  readonly birthYear: number;
  readonly gender: 'male' | 'female' | 'other';
  /** Code of the catalogue of ethnic groups. */
  readonly ethnicGroupCode: string | null;
  /** Code of the catalogue of nationalities. */
  readonly nationalityCode: string | null;
  readonly maritalState: 'single' | 'married' | 'divorced' | 'widowed' | null;
  readonly permanentResidence: RegisteredPlace | null;
  readonly currentResidence: RegisteredPlace | null;
  readonly birthRegisteredAt: RegisteredPlace | null;
  readonly homeTown: RegisteredPlace | null;
  readonly fatherName: string | null;
  readonly motherName: string | null;
  readonly diedOn: string | null;
  /** Day on which the register last changed the record. */
  readonly updatedOn: string | null;
}

/** The national population register, as far as a one-stop shop may ask it. */
export class PopulationRegister {
  private readonly lookUp: Operation<CitizenQuestion & { context: LookUpContext }, RegisteredCitizen | null>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    this.lookUp = {
      service,
      name: 'look-up-citizen',
      method: 'POST',
      idempotent: true,
      encode: ({ personalId, fullName, birthDate, context }) => ({
        path: 'TraCuuThongTinCongDan',
        body: {
          ...wireContext(context),
          SoDinhDanh: personalId,
          // The register compares names in capitals.
          HoVaTen: fullName.normalize('NFC').toLocaleUpperCase('vi-VN'),
          NgayThangNamSinh: birthDate,
        },
      }),
      decode: (answer) => {
        const citizen = contentOf(service.name, answer, wireCitizen);
        return citizen === null ? null : citizenOf(citizen);
      },
    };
  }

  /**
   * @returns null when number, name and birth do not belong together, or nobody has the number
   * @throws LgspFailure
   */
  async find(question: CitizenQuestion, context: LookUpContext): Promise<RegisteredCitizen | null> {
    const found = await this.client.call(this.lookUp, { ...question, context }, callOptions(context));
    // A gateway that mixes answers up must not fill one person's form with another's data.
    return found?.personalId === question.personalId ? found : null;
  }
}

/** The question's own number is the intention: a repetition is known as one over there. */
export function callOptions({ requestId, signal }: LookUpContext) {
  return { idempotencyKey: requestId, correlationId: requestId, ...(signal === undefined ? {} : { signal }) };
}

function citizenOf(wire: WireCitizen): RegisteredCitizen {
  const { Ho, ChuDem, Ten } = wire.HoVaTen;
  return {
    personalId: wire.SoDinhDanh,
    fullName: [Ho, ChuDem, Ten].filter(Boolean).join(' '),
    birthDate: wire.NgayThangNamSinh.NgayThangNam ? isoDate(wire.NgayThangNamSinh.NgayThangNam) : null,
    birthYear: Number(wire.NgayThangNamSinh.Nam),
    gender: genders.read(wire.GioiTinh),
    ethnicGroupCode: wire.DanToc || null,
    nationalityCode: wire.QuocTich || null,
    maritalState: maritalStates.readOptional(wire.TinhTrangHonNhan),
    permanentResidence: placeOf(wire.ThuongTru),
    currentResidence: placeOf(wire.NoiOHienTai),
    birthRegisteredAt: placeOf(wire.NoiDangKyKhaiSinh),
    homeTown: placeOf(wire.QueQuan),
    fatherName: wire.Cha?.HoVaTen ?? null,
    motherName: wire.Me?.HoVaTen ?? null,
    diedOn: optionalIsoDate(wire.NgayMat),
    updatedOn: optionalIsoDate(wire.NgayCapNhat),
  };
}

function placeOf(wire: WirePlace | null | undefined): RegisteredPlace | null {
  if (!wire) return null;
  const text = [wire.ChiTiet, wire.TenPhuongXa, wire.TenTinhThanh].filter(Boolean).join(', ');
  if (text === '' && !wire.MaTinhThanh) return null;
  return { provinceCode: wire.MaTinhThanh || null, communeCode: wire.MaPhuongXa || null, text };
}
