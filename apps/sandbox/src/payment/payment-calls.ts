import { Callbacks } from '../faults/callbacks';
import type { Faults } from '../faults/faults';
import type { Movement } from './payment-books';
import { sign, signedParts, vietnamTime } from './signature';

export interface ProvinceAccount {
  readonly callbackUrl: string;
  readonly partner: string;
  readonly secret: string;
}

/** Tells the province of payments. */
export class PaymentCalls {
  private readonly callbacks: Callbacks;

  constructor(
    private readonly account: ProvinceAccount,
    faults: Faults,
  ) {
    this.callbacks = new Callbacks('payment-out', faults);
  }

  tell({ reference, transactionId, amount, at }: Movement): void {
    const { callbackUrl, partner, secret } = this.account;
    const message = {
      LoaiBanTin: 'NOTIFY',
      PhienBan: '1.0.6',
      MaDoiTac: partner,
      MaThamChieu: reference,
      MaGiaoDich: transactionId,
      SoTien: amount,
      TrangThai: 'DA_THANH_TOAN',
      ThoiGianTT: vietnamTime(at),
    };
    this.callbacks.tell({
      url: callbackUrl,
      path: '/callback',
      message: { ...message, MaXacThuc: sign(message, signedParts.NOTIFY, secret) },
      isTaken: (answer) => answer['MaLoi'] === '00',
    });
  }

  close(): Promise<void> {
    return this.callbacks.close();
  }
}
