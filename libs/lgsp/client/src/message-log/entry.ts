import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One attempt of one call, as evidence: who asked what of whom, when, and what came back; bodies only as digests. */
export interface LoggedExchange {
  /** ISO-8601 in UTC. */
  readonly at: string;
  readonly service: string;
  readonly contractVersion: string;
  readonly operation: string;
  readonly correlationId: string;
  readonly idempotencyKey: string | null;
  /** From 1. */
  readonly attempt: number;
  /** SHA-256 of the body that was sent, hex; null for none, and for a stream. */
  readonly requestDigest: string | null;
  readonly answerDigest: string | null;
  readonly status: number | null;
  /** `answered`, or the kind of the failure. */
  readonly outcome: string;
  readonly ms: number;
  /** Parts of the bodies that may be kept, see `redact`. */
  readonly kept: unknown;
}

/** A line of the log. The hash covers the exchange and the hash before it. */
export type LogLine =
  | {
      readonly type: 'exchange';
      readonly seq: number;
      readonly exchange: LoggedExchange;
      readonly prevHash: string;
      readonly hash: string;
    }
  | {
      readonly type: 'seal';
      /** Of the last exchange the seal vouches for. */
      readonly seq: number;
      readonly at: string;
      readonly hash: string;
      /** Ed25519 over `seq`, `at` and `hash`, base64url. */
      readonly signature: string;
      readonly keyId: string;
    };

export const firstHash = '0'.repeat(64);

export function hashOfExchange(prevHash: string, seq: number, exchange: LoggedExchange): string {
  return createHash('sha256')
    .update(prevHash, 'hex')
    .update(canonicalize({ seq, exchange }) ?? '')
    .digest('hex');
}

/** What a seal signs. */
export function sealedBytes(seq: number, at: string, hash: string): Buffer {
  return Buffer.from(`mocua-lgsp-log 1\n${String(seq)}\n${at}\n${hash}\n`);
}

export function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
