import { Injectable } from '@nestjs/common';
import type { PartyId } from '@mocua/contract';
import { Clock, Config, Database, newId } from '@mocua/server/kernel';
import type { ProvenIdentity } from '../domain/identity-claims';
import { hashOfSecret, newSecretToken } from '../domain/secret-token';
import { SecretBox } from '../oidc/secret-box';
import { LoginEventStore } from '../persistence/login-event.store';
import { type SessionAudience, SessionStore } from '../persistence/session.store';
import { SignInPolicy } from './sign-in-policy';

/** A person whom a provider has proven, at the moment of signing in. */
export interface SignInRequest {
  readonly audience: SessionAudience;
  readonly provider: 'vneid' | 'sso';
  /** Null when the provider refused or its claims name nobody. */
  readonly identity: ProvenIdentity | null;
  readonly idToken: string | null;
  /** Coarse description of browser and system. */
  readonly client: string;
  /** Token of the session the browser had before; it ends, whoever it belonged to. */
  readonly previousToken: string | undefined;
}

/** The token for the session cookie, or why there is none. */
export type SignInResult =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'session.login-failed' | 'session.no-role' };

/** Opens a new session for a proven person, or notes the refusal. A session never survives a log-in. */
@Injectable()
export class SignIn {
  private readonly idTokens: SecretBox;

  constructor(
    private readonly policy: SignInPolicy,
    private readonly sessions: SessionStore,
    private readonly logins: LoginEventStore,
    private readonly database: Database,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.idTokens = new SecretBox(config.oidcClientSecret, 'id-token');
  }

  async execute(request: SignInRequest): Promise<SignInResult> {
    const { audience, identity, provider: method } = request;
    if (identity === null) return this.refuse(request, null, 'session.login-failed');
    const { partyId, admitted } = await this.policy.admit(audience, identity, method);
    if (!admitted || partyId === null) return this.refuse(request, partyId, 'session.no-role');
    return { ok: true, token: await this.open(request, partyId, identity) };
  }

  private async refuse(
    { audience, provider: method, client }: SignInRequest,
    partyId: PartyId | null,
    code: 'session.login-failed' | 'session.no-role',
  ): Promise<SignInResult> {
    await this.logins.append({ partyId, audience, method, outcome: 'refused', client, at: this.clock.now() });
    return { ok: false, code };
  }

  private async open(request: SignInRequest, partyId: PartyId, identity: ProvenIdentity): Promise<string> {
    const { audience, provider: method, client, previousToken, idToken } = request;
    const token = newSecretToken();
    const now = this.clock.now();
    const previous =
      previousToken === undefined ? null : await this.sessions.find(hashOfSecret(previousToken), audience);
    await this.database.transaction(async (tx) => {
      if (previous !== null) await this.sessions.end(tx, previous.sessionId, 'replaced', now);
      await this.sessions.insert(
        tx,
        {
          sessionId: newId(now),
          audience,
          partyId,
          level: identity.level,
          deviceId: null,
          csrfToken: newSecretToken(),
          createdAt: now,
          lastSeenAt: now,
        },
        {
          tokenHash: hashOfSecret(token),
          idTokenSealed: idToken === null ? null : this.idTokens.seal(idToken),
        },
      );
      await this.logins.append({ partyId, audience, method, outcome: 'signed-in', client, at: now }, tx);
    });
    return token;
  }
}
