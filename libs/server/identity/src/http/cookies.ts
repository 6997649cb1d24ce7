import type { IncomingHttpHeaders } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Audience } from '@mocua/contract';
import { apiPrefix, Config, parseCookies, sessionCookieName } from '@mocua/server/kernel';
import { kioskVisitCookie } from '../domain/kiosk-visit';
import { attemptLifetimeMs } from '../oidc/login-attempt';

const loginCookie = 'mocua_login';
const kioskCookieSeconds = 400 * 86_400;

/** Writes and reads the cookies of this domain; all are out of reach for scripts and of other sites. */
@Injectable()
export class IdentityCookies {
  constructor(private readonly config: Config) {}

  /** A kiosk's cookie outlives the browser; a person's ends with it. */
  session(audience: Audience, token: string): string {
    return this.write(sessionCookieName(audience, this.config.secureCookies), token, {
      path: '/',
      maxAge: audience === 'kiosk' ? kioskCookieSeconds : null,
    });
  }

  /** The visit of a person at a kiosk: gone with the browser, and out of reach for the pages of the portal. */
  kioskVisit(token: string): string {
    return this.write(kioskVisitCookie(this.config.secureCookies), token, { path: '/', maxAge: null });
  }

  clearKioskVisit(): string {
    return this.write(kioskVisitCookie(this.config.secureCookies), '', { path: '/', maxAge: 0 });
  }

  clearSession(audience: Audience): string {
    return this.write(sessionCookieName(audience, this.config.secureCookies), '', { path: '/', maxAge: 0 });
  }

  readSession(audience: Audience, headers: IncomingHttpHeaders): string | undefined {
    return parseCookies(headers.cookie)[sessionCookieName(audience, this.config.secureCookies)];
  }

  login(sealedAttempt: string): string {
    return this.write(loginCookie, sealedAttempt, {
      path: `${apiPrefix}/auth`,
      maxAge: attemptLifetimeMs / 1000,
    });
  }

  clearLogin(): string {
    return this.write(loginCookie, '', { path: `${apiPrefix}/auth`, maxAge: 0 });
  }

  readLogin(headers: IncomingHttpHeaders): string | undefined {
    return parseCookies(headers.cookie)[loginCookie];
  }

  private write(
    name: string,
    value: string,
    { path, maxAge }: { path: string; maxAge: number | null },
  ): string {
    const parts = [`${name}=${value}`, `Path=${path}`, 'HttpOnly', 'SameSite=Lax'];
    if (maxAge !== null) parts.push(`Max-Age=${maxAge}`);
    if (this.config.secureCookies) parts.push('Secure');
    return parts.join('; ');
  }
}
