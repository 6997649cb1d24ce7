import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, problem } from '@mocua/server/kernel';
import { hashOfSecret, sameSecret } from '../domain/secret-token';
import { IdentityProviders } from '../oidc/identity-providers';
import { SecretBox } from '../oidc/secret-box';
import { LoginEventStore } from '../persistence/login-event.store';
import { type SessionAudience, SessionStore } from '../persistence/session.store';

export interface SignOutRequest {
  readonly audience: SessionAudience;
  readonly token: string | undefined;
  readonly csrfToken: string | undefined;
  readonly client: string;
}

/** Ends a session at once and tells where the provider's own session can be ended. */
@Injectable()
export class SignOut {
  private readonly idTokens: SecretBox;

  constructor(
    private readonly sessions: SessionStore,
    private readonly logins: LoginEventStore,
    private readonly providers: IdentityProviders,
    private readonly database: Database,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.idTokens = new SecretBox(config.oidcClientSecret, 'id-token');
  }

  /** Address of the provider's sign-out page; null when there was no session. @throws Problem `session.csrf` */
  async execute({ audience, token, csrfToken, client }: SignOutRequest): Promise<string | null> {
    const session = token === undefined ? null : await this.sessions.find(hashOfSecret(token), audience);
    if (session === null) return null;
    if (!sameSecret(csrfToken ?? '', session.csrfToken)) throw problem('session.csrf');
    const now = this.clock.now();
    const method = audience === 'officer' ? 'sso' : 'vneid';
    const ended = await this.database.transaction(async (tx) => {
      await this.logins.append(
        { partyId: session.partyId, audience, method, outcome: 'signed-out', client, at: now },
        tx,
      );
      return this.sessions.end(tx, session.sessionId, 'signed-out', now);
    });
    const idToken = ended?.idTokenSealed ? this.idTokens.open(ended.idTokenSealed) : null;
    return this.providers.endSessionUrl(method, idToken);
  }
}
