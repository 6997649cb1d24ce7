import { createHash } from 'node:crypto';

/** A retryable write as the client named it. */
export interface IdempotencyRequest {
  /** Actor and endpoint; the same key of another actor is another key. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 over path parameters and body. */
  readonly bodyHash: Buffer;
}

/** How long a key is remembered. */
export const idempotencyRetentionDays = 30;

export function hashOfBody(params: unknown, body: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([params ?? null, body ?? null]))
    .digest();
}
