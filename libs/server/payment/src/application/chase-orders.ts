import type { Clock, Logger } from '@mocua/server/kernel';
import type { Order } from '../domain/order';
import type { Orders } from '../persistence/orders';
import type { PaymentPlatform } from '../ports';
import type { SettlePayment } from './settle-payment';

/** Looks after orders that nobody has told us of: a callback may be lost, and an order may run out. */
export class ChaseOrders {
  constructor(
    private readonly orders: Orders,
    private readonly platform: PaymentPlatform,
    private readonly settling: SettlePayment,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Answers how many orders it asked about. */
  async execute(limit = 20): Promise<number> {
    const now = this.clock.now();
    await this.orders.expire(now);
    const asked = await this.orders.takeForLookUp(now, limit);
    for (const order of asked) await this.ask(order);
    return asked.length;
  }

  private async ask({ orderId, reference }: Order): Promise<void> {
    try {
      for (const payment of await this.platform.paymentsOf(reference))
        await this.settling.execute(payment, 'look-up');
    } catch (error) {
      this.logger.warn(
        { err: error, orderId },
        'the payment platform was not heard; the order is asked about again',
      );
    }
  }
}
