import type { ServiceClient } from '@mocua/lgsp/client';
import {
  type OrderAnswer,
  PaymentPlatform,
  type PlatformMovement,
  type PlatformOrder,
  type PlatformPayment,
  type RefundOrder,
  type WireMessage,
} from '@mocua/server/payment';
import { z } from 'zod';
import { type PartnerAccount, paymentOf, type PlatformOperations } from './operations';
import { isSigned, signatureOf, type WireFields } from './wire-signature';
import { wireTime } from './wire-time';

const told = z.object({
  LoaiBanTin: z.literal('NOTIFY'),
  MaDoiTac: z.string(),
  MaThamChieu: z.string().min(1).max(80),
  MaGiaoDich: z.string().min(1).max(80),
  SoTien: z.int().min(1).max(1_000_000_000_000_000),
  TrangThai: z.literal('DA_THANH_TOAN'),
  ThoiGianTT: z.string(),
});
const asked = z.object({
  LoaiBanTin: z.literal('LOOK_UP'),
  MaDoiTac: z.string(),
  MaTraCuuTT: z.string().min(1).max(80),
});

/** The payment platform of the national portal, in its version 1.0.6. */
export class NationalPaymentPlatform extends PaymentPlatform {
  constructor(
    private readonly client: ServiceClient,
    private readonly operations: PlatformOperations,
    private readonly account: PartnerAccount,
    private readonly now: () => Date,
  ) {
    super();
  }

  override open(order: PlatformOrder): Promise<{ readonly payUrl: string }> {
    return this.client.call(this.operations.open, order, { idempotencyKey: order.reference });
  }

  /** Asks how the order stands and, only when money came, for the bill with its transactions. */
  override async paymentsOf(reference: string): Promise<readonly PlatformPayment[]> {
    const standing = await this.client.call(this.operations.confirm, reference);
    return standing === 'DA_THANH_TOAN' ? this.client.call(this.operations.bill, reference) : [];
  }

  override refund(order: RefundOrder): Promise<{ readonly transactionId: string; readonly at: string }> {
    return this.client.call(this.operations.refund, order, { idempotencyKey: order.refundId });
  }

  override statement(day: string): Promise<readonly PlatformMovement[]> {
    return this.client.call(this.operations.statement, day);
  }

  override readCallback(message: WireMessage): PlatformPayment | null {
    const parsed = told.safeParse(message);
    if (!parsed.success || !this.isFromPlatform('NOTIFY', message)) return null;
    try {
      return paymentOf(parsed.data, parsed.data.MaThamChieu);
    } catch {
      return null; // signed, but with a time that is none
    }
  }

  override answerCallback(message: WireMessage, taken: boolean): WireMessage {
    return this.answer(message, taken ? '00' : '97', taken ? 'Thành công' : 'Sai mã xác thực');
  }

  override readLookUp(message: WireMessage): string | null {
    const parsed = asked.safeParse(message);
    return parsed.success && this.isFromPlatform('LOOK_UP', message) ? parsed.data.MaTraCuuTT : null;
  }

  override answerLookUp(message: WireMessage, order: OrderAnswer | null): WireMessage {
    if (!order) return this.answer(message, '01', 'Không có khoản phải nộp');
    const { charge, fee, dossierCode, isOpen } = order;
    const words = isOpen ? 'Thành công' : 'Khoản này không còn phải nộp';
    return this.answer({ MaThamChieu: order.reference }, isOpen ? '00' : '02', words, {
      SoTien: order.amount,
      ThongTinBienLai: {
        MaHoSo: dossierCode,
        PhiLePhi: [
          ...(fee > 0 ? [{ LoaiPhiLePhi: '1', TenPhiLePhi: 'Phí', SoTien: fee }] : []),
          ...(charge > 0 ? [{ LoaiPhiLePhi: '2', TenPhiLePhi: 'Lệ phí', SoTien: charge }] : []),
        ],
      },
    });
  }

  private isFromPlatform(kind: string, message: WireFields): boolean {
    return message['MaDoiTac'] === this.account.partner && isSigned(kind, message, this.account.secret);
  }

  private answer(message: WireFields, code: string, words: string, more: WireFields = {}): WireMessage {
    const reference = message['MaThamChieu'];
    const answer = {
      MaLoi: code,
      MoTaLoi: words,
      MaDoiTac: this.account.partner,
      MaThamChieu: typeof reference === 'string' ? reference.slice(0, 80) : '',
      ThoiGianGD: wireTime(this.now().toISOString()),
      ...more,
    };
    return { ...answer, MaXacThuc: signatureOf('ANSWER', answer, this.account.secret) };
  }
}
