import type { EncodedRequest, Operation, ServiceDescription } from '@mocua/lgsp/client';
import type { PlatformMovement, PlatformOrder, PlatformPayment, RefundOrder } from '@mocua/server/payment';
import { z } from 'zod';
import { signatureOf, type WireFields } from './wire-signature';
import { instantOf, wireTime } from './wire-time';

export interface PartnerAccount {
  readonly partner: string;
  /** Known to the platform and to us only. */
  readonly secret: string;
}

const version = '1.0.6';
const wholeDong = z.int().min(1);
const success = z.object({ MaLoi: z.literal('00') });
const opened = success.extend({ UrlThanhToan: z.url({ protocol: /^https?$/u }) });
const confirmed = success.extend({
  TrangThai: z.enum(['CHUA_THANH_TOAN', 'DA_THANH_TOAN', 'HET_HAN', 'KHONG_CO']),
});
const paid = z.object({ MaGiaoDich: z.string().min(1).max(80), SoTien: wholeDong, ThoiGianTT: z.string() });
const bill = success.extend({ MaThamChieu: z.string(), GiaoDich: z.array(paid) });
const refunded = success.extend({ MaGiaoDichHoan: z.string().min(1).max(80), ThoiGianTT: z.string() });
const statement = success.extend({
  GiaoDich: z.array(paid.extend({ Loai: z.enum(['THU', 'HOAN']), MaThamChieu: z.string() })),
});

export type Standing = z.output<typeof confirmed>['TrangThai'];

/** A payment as the platform tells it, in our words. @throws Error when it is none */
export function paymentOf(
  told: { MaGiaoDich: string; SoTien: number; ThoiGianTT: string },
  reference: string,
): PlatformPayment {
  return {
    transactionId: told.MaGiaoDich,
    reference,
    amount: told.SoTien,
    paidAt: instantOf(told.ThoiGianTT),
  };
}

/** The messages of the platform. They all go to one address and differ by their kind. */
export class PlatformOperations {
  constructor(
    private readonly service: ServiceDescription,
    private readonly account: PartnerAccount,
    private readonly now: () => Date,
  ) {}

  readonly open: Operation<PlatformOrder, { payUrl: string }> = this.operation(
    'INIT',
    orderFields,
    (answer) => ({
      payUrl: opened.parse(answer).UrlThanhToan,
    }),
  );

  readonly confirm: Operation<string, Standing> = this.operation(
    'CONFIRM',
    (reference) => ({ MaThamChieu: reference }),
    (answer) => confirmed.parse(answer).TrangThai,
  );

  readonly bill: Operation<string, PlatformPayment[]> = this.operation(
    'GET_BILL',
    (reference) => ({ MaThamChieu: reference }),
    (answer) => {
      const { MaThamChieu: reference, GiaoDich } = bill.parse(answer);
      return GiaoDich.map((each) => paymentOf(each, reference));
    },
  );

  readonly refund: Operation<RefundOrder, { transactionId: string; at: string }> = this.operation(
    'REFUND',
    ({ refundId, transactionId, amount }) => ({
      MaThamChieu: refundId,
      MaGiaoDich: transactionId,
      SoTien: amount,
    }),
    (answer) => {
      const { MaGiaoDichHoan, ThoiGianTT } = refunded.parse(answer);
      return { transactionId: MaGiaoDichHoan, at: instantOf(ThoiGianTT) };
    },
  );

  readonly statement: Operation<string, PlatformMovement[]> = this.operation(
    'STATEMENT',
    (day) => ({ NgayDoiSoat: day.replaceAll('-', '') }),
    (answer) =>
      statement.parse(answer).GiaoDich.map((each) => ({
        ...paymentOf(each, each.MaThamChieu),
        kind: each.Loai === 'THU' ? ('payment' as const) : ('refund' as const),
      })),
  );

  /** Every message is the same when it is sent again, so each may be: the platform knows an order by its reference. */
  private operation<Request, Response>(
    kind: string,
    fields: (request: Request) => WireFields,
    decode: (answer: unknown) => Response,
  ): Operation<Request, Response> {
    const encode = (request: Request): EncodedRequest => {
      const message = {
        LoaiBanTin: kind,
        PhienBan: version,
        MaDoiTac: this.account.partner,
        ThoiGianGD: wireTime(this.now().toISOString()),
        ...fields(request),
      };
      const signed = { ...message, MaXacThuc: signatureOf(kind, message, this.account.secret) };
      return { path: 'api', body: signed as NonNullable<EncodedRequest['body']> };
    };
    return {
      service: this.service,
      name: kind.toLowerCase(),
      method: 'POST',
      idempotent: true,
      encode,
      decode,
    };
  }
}

/** No name, number or address of a payer is sent: the receipt is ours, and the platform does not need them to take money. */
function orderFields(order: PlatformOrder): WireFields {
  const { charge, fee, procedure } = order;
  return {
    MaThamChieu: order.reference,
    SoTien: charge + fee,
    LoaiHinhThanhToan: 'PAY',
    NgonNgu: 'vi-VN',
    MaTienTe: 'VND',
    ThongTinGiaoDich: `Phi le phi ho so ${order.dossierCode}`,
    ThoiGianGD: wireTime(order.createdAt),
    ThoiGianHetHan: wireTime(order.expiresAt),
    UrlTraVe: order.returnUrl,
    ThongTinBienLai: {
      MaTTHC: procedure.code,
      TenTTHC: procedure.name.vi.slice(0, 250),
      MaDonVi: order.agency,
      TenDonVi: order.unitName,
      MaHoSo: order.dossierCode,
      PhiLePhi: [
        ...(fee > 0 ? [{ LoaiPhiLePhi: '1', TenPhiLePhi: 'Phí', SoTien: fee }] : []),
        ...(charge > 0 ? [{ LoaiPhiLePhi: '2', TenPhiLePhi: 'Lệ phí', SoTien: charge }] : []),
      ],
    },
  };
}
