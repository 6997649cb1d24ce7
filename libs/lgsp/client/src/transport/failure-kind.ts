import type { FailureKind } from '../failure';
import { forbiddenAddressCode } from '../network/guarded-lookup';

/** Codes of errors that happen before a request can have been sent. */
const beforeSending: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** The certificate over there is not to be believed; nothing is sent to a stranger. */
const untrusted: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const timeouts: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What an error of the socket means for the call. Errors are known by their codes: they may come from another realm. */
export function kindOf(error: unknown, signal: AbortSignal): FailureKind {
  if (signal.aborted) return isTimeout(signal.reason) ? 'timeout' : 'cancelled';
  if (typeof error !== 'object' || error === null) return 'broken';
  const { code, errors: several } = error as { code?: unknown; errors?: unknown };
  if (code === forbiddenAddressCode) return 'forbidden-address';
  // All addresses of a name were tried; the first says why.
  if (Array.isArray(several) && several.length > 0) return kindOf(several[0], signal);
  if (typeof code !== 'string') return 'broken';
  if (beforeSending.has(code)) return 'unreachable';
  if (untrusted.has(code)) return 'untrusted';
  return timeouts.has(code) ? 'timeout' : 'broken';
}

/** Whether an abort came from a clock and not from a caller. */
export function isTimeout(reason: unknown): boolean {
  return (
    typeof reason === 'object' && reason !== null && (reason as { name?: unknown }).name === 'TimeoutError'
  );
}
