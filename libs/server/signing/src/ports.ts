import type { X509Certificate } from 'node:crypto';

/** What is to be signed, as the service sees it: no document and no personal data leave. */
export interface RemoteSigningRequest {
  /** The same for every attempt of one request; the service knows it by this. */
  readonly transactionId: string;
  readonly credentialId: string;
  /** SHA-256 that is to be signed. */
  readonly digest: Buffer;
  /** What the signer reads on the phone. */
  readonly title: string;
}

export type RemoteAnswer =
  | { readonly kind: 'waiting' | 'refused' | 'expired' | 'unknown' }
  | { readonly kind: 'signed'; readonly signature: Buffer };

/** A message of the service in its own words; only the adapter reads and writes it. */
export type WireMessage = Readonly<Record<string, unknown>>;

/** The service does not answer as it should; nothing is known against the request. */
export class SigningUnavailable extends Error {
  constructor(cause?: unknown) {
    super('the signing service does not answer', { cause });
    this.name = 'SigningUnavailable';
  }
}

/** A service that signs for people who confirm on their phone. Asking it throws {@link SigningUnavailable} when it is not there. */
export abstract class SigningService {
  /** The certificate of a credential first, then those above it, DER; empty when the service does not know it. */
  abstract certificates(credentialId: string): Promise<readonly Buffer[]>;
  /** Asking again changes nothing. False when the service does not take the request. */
  abstract ask(request: RemoteSigningRequest): Promise<boolean>;
  abstract answerOf(transactionId: string): Promise<RemoteAnswer>;
  /** The request a message is about; null when it is not the service's. What came of it has to be asked. */
  abstract readCallback(message: WireMessage): string | null;
  abstract answerCallback(taken: boolean): WireMessage;
}

/** Authorities whose certificates are believed. */
export abstract class TrustedAuthorities {
  abstract roots(): Promise<readonly X509Certificate[]>;
}
