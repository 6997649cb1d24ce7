import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type Carrier, type Receipt, ReceiptReader } from '@mocua/server/notification';

export interface ReceiptSecrets {
  readonly gateway: string;
  readonly zaloAppId: string;
  readonly zalo: string;
}

type Wire = Readonly<Record<string, unknown>>;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/**
 * Reads receipts in the words of their carriers. The gateway signs `messageId|state|at` (HMAC-SHA256), Zalo hashes its name,
 * the message, both times and the secret (SHA-256). What is not signed, or of another shape, is nothing.
 */
export class SignedReceipts extends ReceiptReader {
  constructor(private readonly secrets: ReceiptSecrets) {
    super();
  }

  override read(carrier: Carrier, body: Wire): Receipt | null {
    return carrier === 'gateway' ? this.ofGateway(body) : this.ofZalo(body);
  }

  private ofGateway({ messageId, state, at, signature }: Wire): Receipt | null {
    const outcome = state === 'DELIVERED' ? 'delivered' : state === 'UNDELIVERED' ? 'failed' : null;
    const signed = createHmac('sha256', this.secrets.gateway)
      .update(`${text(messageId)}|${text(state)}|${text(at)}`)
      .digest();
    return outcome !== null && isSame(signature, signed) ? receiptOf(messageId, outcome, at) : null;
  }

  /** It tells of arrivals only; that a number has no account is said at once, when sending. */
  private ofZalo({ event_name: event, app_id: appId, message, timestamp, mac }: Wire): Receipt | null {
    if (event !== 'user_received_message' || appId !== this.secrets.zaloAppId) return null;
    const { tracking_id: messageId, delivery_time: at } = (message ?? {}) as Wire;
    const signed = createHash('sha256')
      .update(`${appId}${text(messageId)}${text(at)}${text(timestamp)}${this.secrets.zalo}`)
      .digest();
    const milliseconds = /^\d{12,14}$/u.test(text(at)) ? Number(at) : Number.NaN;
    return isSame(mac, signed) ? receiptOf(messageId, 'delivered', milliseconds) : null;
  }
}

function receiptOf(messageId: unknown, outcome: Receipt['outcome'], at: unknown): Receipt | null {
  const instant = new Date(typeof at === 'number' ? at : text(at));
  // Years that no message was ever carried in are no instants: some of them cannot even be kept.
  const isPlausible = instant.getUTCFullYear() >= 2000 && instant.getUTCFullYear() <= 9999;
  if (!uuid.test(text(messageId)) || !isPlausible) return null;
  return { messageId: text(messageId), outcome, at: instant.toISOString() };
}

function isSame(given: unknown, signed: Buffer): boolean {
  return /^[0-9a-f]{64}$/u.test(text(given)) && timingSafeEqual(Buffer.from(text(given), 'hex'), signed);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
