import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const callback = z.object({
  OrderNumber: z.string().min(1).max(100),
  StatusCode: z.string().min(1).max(10),
  StatusDate: z.string().min(1).max(30),
  Signature: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** The order a message is about; null unless `OrderNumber|StatusCode|StatusDate` is signed with our secret (HMAC-SHA256). */
export function signedOrderNumber(message: unknown, secret: string): string | null {
  const parsed = callback.safeParse(message);
  if (!parsed.success) return null;
  const { OrderNumber, StatusCode, StatusDate, Signature } = parsed.data;
  const signed = createHmac('sha256', secret).update(`${OrderNumber}|${StatusCode}|${StatusDate}`).digest();
  return timingSafeEqual(Buffer.from(Signature, 'hex'), signed) ? OrderNumber : null;
}
