import passport from 'passport';
import * as oidc from 'openid-client';
import { problem } from '@mocua/server/kernel';
import type { LoginAttempt } from './login-attempt';
import type { IdentityProviders, ProviderName } from './identity-providers';

/** How an authentication ended, in Passport's terms. */
export type StrategyOutcome =
  | { readonly kind: 'redirect'; readonly url: string }
  | {
      readonly kind: 'success';
      readonly claims: Readonly<Record<string, unknown>>;
      readonly idToken: string | null;
    }
  | { readonly kind: 'failure' };

/** What the strategy is asked: to send the browser away, or to take it back. */
export type StrategyRequest =
  | { readonly step: 'start'; readonly attempt: Omit<LoginAttempt, 'startedAt'> }
  | { readonly step: 'finish'; readonly attempt: LoginAttempt; readonly query: URLSearchParams };

/** The part of Passport's strategy contract used here; Passport adds the reporting methods to each run. */
interface RunningStrategy {
  success(user: { claims: Readonly<Record<string, unknown>>; idToken: string | null }): void;
  fail(): void;
  redirect(url: string): void;
  error(reason: unknown): void;
}
const PassportStrategy = passport.Strategy as unknown as new () => object;

/**
 * Authorization code flow with PKCE as a Passport strategy without a session: the attempt comes with the request, so
 * nothing is kept between the two steps but the encrypted cookie.
 */
export class OidcStrategy extends PassportStrategy {
  constructor(
    readonly name: ProviderName,
    private readonly providers: IdentityProviders,
  ) {
    super();
  }

  /** Called by Passport, or by {@link runStrategy}, on an object that carries the reporting methods. */
  authenticate(this: this & RunningStrategy, request: StrategyRequest): void {
    const outcome =
      request.step === 'start' ? this.start(request.attempt) : this.finish(request.attempt, request.query);
    outcome.then(
      (result) => {
        if (result.kind === 'redirect') this.redirect(result.url);
        else if (result.kind === 'success') this.success(result);
        else this.fail();
      },
      (reason: unknown) => this.error(reason),
    );
  }

  private async start(attempt: Omit<LoginAttempt, 'startedAt'>): Promise<StrategyOutcome> {
    const client = await this.providers.client(this.name);
    const url = oidc.buildAuthorizationUrl(client, {
      redirect_uri: this.providers.settings(this.name).redirectUri,
      scope: 'openid profile',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { kind: 'redirect', url: url.href };
  }

  private async finish(attempt: LoginAttempt, query: URLSearchParams): Promise<StrategyOutcome> {
    const client = await this.providers.client(this.name);
    const callback = new URL(this.providers.settings(this.name).redirectUri);
    callback.search = query.toString();
    try {
      const tokens = await oidc.authorizationCodeGrant(client, callback, {
        pkceCodeVerifier: attempt.codeVerifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const idClaims = tokens.claims();
      if (idClaims === undefined) return { kind: 'failure' };
      const userInfo = await oidc.fetchUserInfo(client, tokens.access_token, idClaims.sub);
      return {
        kind: 'success',
        claims: { ...userInfo, sub: idClaims.sub },
        idToken: tokens.id_token ?? null,
      };
    } catch (error) {
      if (isUnreachable(error)) throw problem('session.identity-provider-unavailable');
      if (isRefusal(error)) return { kind: 'failure' };
      throw error;
    }
  }
}

/** Runs a strategy once, the way Passport does: on a copy that carries the reporting methods. */
export function runStrategy(strategy: OidcStrategy, request: StrategyRequest): Promise<StrategyOutcome> {
  return new Promise((resolve, reject) => {
    const reporting: RunningStrategy = {
      success: (user) => resolve({ kind: 'success', ...user }),
      fail: () => resolve({ kind: 'failure' }),
      redirect: (url) => resolve({ kind: 'redirect', url }),
      error: reject,
    };
    Object.assign(Object.create(strategy) as OidcStrategy, reporting).authenticate(request);
  });
}

/** Errors by which the provider or the protocol check says no; anything else is a fault of ours. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    error instanceof oidc.WWWAuthenticateChallengeError ||
    error instanceof oidc.ClientError
  );
}

/**
 * Whether somewhere in the chain of causes lies a dead connection, a time-out, or the answer of a broken server. The
 * chain is read by shape, because parts of it come from the platform's own `fetch`.
 */
function isUnreachable(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < 6 && typeof cause === 'object' && cause !== null; depth += 1) {
    const {
      name,
      message,
      status,
      cause: next,
    } = cause as { name?: unknown; message?: unknown; status?: unknown; cause?: unknown };
    if (name === 'TimeoutError' || name === 'AbortError' || message === 'fetch failed') return true;
    if (typeof status === 'number' && status >= 500) return true;
    cause = next;
  }
  return false;
}
