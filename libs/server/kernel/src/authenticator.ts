import type { Audience } from '@mocua/contract';
import type { AgencyActor, HttpActor } from './actor';

/** What of a request is needed to know who speaks. */
export interface Credentials {
  readonly cookies: Readonly<Record<string, string>>;
  /** `Mocua-Acting-For`: party a citizen acts for. */
  readonly actingFor: string | undefined;
  /** `Mocua-Assignment`: assignment an officer acts under. */
  readonly assignment: string | undefined;
}

export interface Authenticated {
  readonly actor: HttpActor;
  /** Expected value of `X-CSRF-Token`. */
  readonly csrfToken: string;
}

/**
 * Port: turns cookies into an actor. Implemented by the identity domain.
 * Throws `session.forbidden` for an assignment that is not the officer's and `party.not-represented` likewise.
 */
export abstract class Authenticator {
  abstract authenticate(audience: Audience, credentials: Credentials): Promise<Authenticated | null>;
}

/**
 * Port: turns the access token of a system of another agency into an actor; null when it is unknown, expired or revoked.
 * Implemented by the provider domain.
 */
export abstract class AgencyAuthenticator {
  abstract authenticate(token: string): Promise<AgencyActor | null>;
}

/** Token of an `Authorization: Bearer` header; null when there is none. */
export function bearerTokenOf(header: string | undefined): string | null {
  return /^Bearer ([A-Za-z0-9._~+/-]{1,400}=*)$/iu.exec(header ?? '')?.[1] ?? null;
}

/** Session cookie of each audience; on https the names carry the `__Host-` prefix. */
export function sessionCookieName(audience: Audience, secure: boolean): string {
  return `${secure ? '__Host-' : ''}mocua_${audience}`;
}

/** Cookies of a request header; the first value of a repeated name wins. */
export function parseCookies(header: string | undefined): Record<string, string> {
  const cookies = Object.create(null) as Record<string, string>;
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    cookies[name] ??= part.slice(at + 1).trim();
  }
  return cookies;
}
