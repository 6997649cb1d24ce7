import type { Clock } from '@mocua/server/kernel';
import type { Movements } from '../persistence/movements';
import type { Orders } from '../persistence/orders';
import type { PaymentPlatform, WireMessage } from '../ports';
import type { SettlePayment } from './settle-payment';

/** Messages that the platform sends us. Only a signed one is believed, and it alone settles. */
export class HearPlatform {
  constructor(
    private readonly platform: PaymentPlatform,
    private readonly settling: SettlePayment,
    private readonly movements: Movements,
    private readonly orders: Orders,
    private readonly clock: Clock,
  ) {}

  /** A message that could not be stored is not acknowledged: the platform sends it again, or we look it up. */
  async callback(message: WireMessage): Promise<WireMessage> {
    const payment = this.platform.readCallback(message);
    const verdict = payment ? await this.settling.execute(payment, 'callback') : 'forged';
    await this.movements.noteCallback(message, {
      at: this.clock.now(),
      verdict,
      reference: payment?.reference ?? null,
      transactionId: payment?.transactionId ?? null,
    });
    return this.platform.answerCallback(message, payment !== null);
  }

  async lookUp(message: WireMessage): Promise<WireMessage> {
    const reference = this.platform.readLookUp(message);
    const order = reference === null ? null : await this.orders.byReference(reference);
    if (order?.method !== 'online') return this.platform.answerLookUp(message, null);
    const isOpen = order.state === 'open' && order.expiresAt > this.clock.now();
    return this.platform.answerLookUp(message, { ...order, isOpen });
  }
}
