import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, issueAgencyToken, ResponseOf } from '@mocua/contract';
import { hashOfSecret, newSecretToken } from '@mocua/server/identity';
import { type AgencyActor, AgencyAuthenticator, Clock, problem } from '@mocua/server/kernel';
import { scopesFor, tokenLifetimeSeconds } from '../domain/agency-client';
import { basicCredentials } from '../domain/basic-credentials';
import { ClientStore } from '../persistence/client.store';
import { TokenStore } from '../persistence/token.store';

/** Compared with when there is no such system, so that both refusals take the same work. */
const nobodysHash = Buffer.alloc(32);

/** Gives a system of another agency an access token for its id and secret (RFC 6749, 4.4). */
@Injectable()
export class IssueToken {
  constructor(
    private readonly clients: ClientStore,
    private readonly tokens: TokenStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param authorization - the `Authorization` header
   * @throws Problem `agency.client-unknown`, the same for an unknown id, a wrong secret and a revoked system;
   *   `agency.grant-unsupported`; `agency.scope-not-granted`
   */
  async execute(
    authorization: string | undefined,
    { grant_type: grant, scope }: InputOf<typeof issueAgencyToken>['body'],
  ): Promise<ResponseOf<typeof issueAgencyToken>> {
    const now = this.clock.now();
    const credentials = basicCredentials(authorization);
    if (credentials === null) throw problem('agency.client-unknown');
    const { scopes: granted, hashes } = await this.clients.secretsOf(credentials.clientId, now);
    const sent = hashOfSecret(credentials.secret);
    const matches = (hashes.length > 0 ? hashes : [nobodysHash]).map((hash) => timingSafeEqual(hash, sent));
    if (!matches.includes(true)) throw problem('agency.client-unknown');
    if (grant !== 'client_credentials') throw problem('agency.grant-unsupported');
    const scopes = scopesFor(scope, granted);
    if (scopes === null) throw problem('agency.scope-not-granted');
    const token = newSecretToken();
    await this.tokens.insert({
      hash: hashOfSecret(token),
      clientId: credentials.clientId,
      scopes,
      expiresAt: new Date(now.getTime() + tokenLifetimeSeconds * 1000),
      now,
    });
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenLifetimeSeconds,
      scope: scopes.join(' '),
    };
  }
}

/** Nothing is cached: a token, scope or system that ends is refused at the next request. */
@Injectable()
export class TokenAuthenticator extends AgencyAuthenticator {
  constructor(
    private readonly tokens: TokenStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  authenticate(token: string): Promise<AgencyActor | null> {
    return this.tokens.find(hashOfSecret(token), this.clock.now());
  }
}
