import { createHmac, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';

/** HMAC-SHA256 in hex over the canonical JSON (RFC 8785) of a message without its signature. */
export function signatureOf(message: Readonly<Record<string, unknown>>, secret: string): string {
  const { ChuKy: _signature, ...signed } = message;
  return createHmac('sha256', secret)
    .update(canonicalize(signed) ?? '')
    .digest('hex');
}

/** Compared in constant time. */
export function isSigned(message: Readonly<Record<string, unknown>>, secret: string): boolean {
  const given = message['ChuKy'];
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(signatureOf(message, secret))];
  return one.length === other.length && timingSafeEqual(one, other);
}
