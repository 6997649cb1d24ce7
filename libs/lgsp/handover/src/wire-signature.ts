import { createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';

/** HMAC-SHA256 in hex over the canonical JSON (RFC 8785) of a message without its signature, compared in constant time. */
export function isSigned(message: Readonly<Record<string, unknown>>, secret: string): boolean {
  const { ChuKy: given, ...signed } = message;
  if (typeof given !== 'string') return false;
  const right = createHmac('sha256', secret)
    .update(canonicalize(signed) ?? '')
    .digest('hex');
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
