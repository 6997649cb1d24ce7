import { createHmac, randomUUID } from 'node:crypto';
import {
  type OrderAnswer,
  PaymentPlatform,
  type PlatformMovement,
  type PlatformOrder,
  type PlatformPayment,
  type RefundOrder,
  type WireMessage,
} from '../src/ports';

const secret = 'shared with the platform';
const vietnamMs = 7 * 3_600_000;

function sign(fields: Record<string, unknown>): string {
  return createHmac('sha256', secret).update(JSON.stringify(fields)).digest('hex');
}

/** The platform as a model: it keeps its own books, and tells nobody unless it is asked to. */
export class FakePlatform extends PaymentPlatform {
  readonly movements: PlatformMovement[] = [];
  private readonly opened = new Map<string, number>();
  /** What is left of payments that went back in part. */
  private readonly left = new Map<string, number>();
  private readonly refunds = new Map<string, { transactionId: string; at: string }>();
  /** Answers that are lost after they had their effect. */
  lostAnswers = 0;

  constructor(private readonly now: () => Date) {
    super();
  }

  /** What lies with the platform for us, in đồng. */
  get balance(): number {
    return this.movements.reduce((sum, { kind, amount }) => sum + (kind === 'payment' ? amount : -amount), 0);
  }

  override open({ reference, charge, fee }: PlatformOrder) {
    this.opened.set(reference, charge + fee);
    return this.answer({ payUrl: `https://platform.example/${reference}` });
  }

  /** A person pays on the page. */
  pay(reference: string, amount = this.opened.get(reference) ?? 1_000): PlatformPayment {
    const payment = { transactionId: randomUUID(), reference, amount, paidAt: this.now().toISOString() };
    this.movements.push({ ...payment, kind: 'payment' });
    return payment;
  }

  callbackOf(payment: PlatformPayment): WireMessage {
    return { ...payment, signature: sign({ ...payment }) };
  }

  override paymentsOf(reference: string) {
    const found = this.movements.filter((each) => each.kind === 'payment' && each.reference === reference);
    return this.answer(found.map(({ kind: _kind, ...payment }) => payment));
  }

  override refund({ refundId, transactionId, amount }: RefundOrder) {
    const known = this.refunds.get(refundId);
    if (known) return this.answer(known);
    const paid = this.movements.find(
      (each) => each.kind === 'payment' && each.transactionId === transactionId,
    );
    const left = this.left.get(transactionId) ?? paid?.amount ?? 0;
    if (amount > left) return Promise.reject(new Error('no such payment, or less is left of it'));
    this.left.set(transactionId, left - amount);
    const done = { transactionId: randomUUID(), at: this.now().toISOString() };
    this.refunds.set(refundId, done);
    this.movements.push({
      kind: 'refund',
      reference: refundId,
      amount,
      paidAt: done.at,
      transactionId: done.transactionId,
    });
    return this.answer(done);
  }

  override statement(day: string) {
    const dayOf = (at: string): string => new Date(Date.parse(at) + vietnamMs).toISOString().slice(0, 10);
    return this.answer(this.movements.filter((each) => dayOf(each.paidAt) === day));
  }

  override readCallback(message: WireMessage): PlatformPayment | null {
    const { signature, ...payment } = message;
    return signature === sign(payment) ? (payment as unknown as PlatformPayment) : null;
  }

  override answerCallback(_message: WireMessage, taken: boolean): WireMessage {
    return { taken };
  }

  override readLookUp(message: WireMessage): string | null {
    return typeof message['reference'] === 'string' ? message['reference'] : null;
  }

  override answerLookUp(_message: WireMessage, order: OrderAnswer | null): WireMessage {
    return { isOpen: order?.isOpen ?? false };
  }

  private answer<T>(value: T): Promise<T> {
    if (this.lostAnswers === 0) return Promise.resolve(value);
    this.lostAnswers -= 1;
    return Promise.reject(new Error('the answer was lost'));
  }
}
