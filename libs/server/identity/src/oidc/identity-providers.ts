import { Injectable } from '@nestjs/common';
import { apiPrefix, Config, Logger, problem } from '@mocua/server/kernel';
import * as oidc from 'openid-client';
import type { SessionAudience } from '../persistence/session.store';

export type ProviderName = 'vneid' | 'sso';

/** One identity provider as this deployment knows it. */
export interface ProviderSettings {
  readonly name: ProviderName;
  readonly audience: SessionAudience;
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Where a person lands without a wish of their own, and after signing out. */
  readonly home: string;
}

/** Seconds before an unanswered call is given up. */
const discoveryTimeoutSeconds = 3;
const exchangeTimeoutSeconds = 10;
/** Metadata is fetched anew after this long, so that a moved endpoint is found without a restart. */
const metadataLifetimeMs = 10 * 60_000;

/** The two identity providers, with their metadata discovered on first use. */
@Injectable()
export class IdentityProviders {
  private readonly discovered = new Map<
    ProviderName,
    { readonly client: oidc.Configuration; readonly at: number }
  >();

  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  settings(name: ProviderName): ProviderSettings {
    const { publicOrigin } = this.config;
    return name === 'vneid'
      ? {
          name,
          audience: 'citizen',
          issuer: this.config.vneidIssuer,
          clientId: 'mocua-portal',
          redirectUri: `${publicOrigin}${apiPrefix}/auth/vneid/callback`,
          home: '/',
        }
      : {
          name,
          audience: 'officer',
          issuer: this.config.ssoIssuer,
          clientId: 'mocua-workspace',
          redirectUri: `${publicOrigin}${apiPrefix}/auth/sso/callback`,
          home: '/can-bo/',
        };
  }

  /** @throws Problem `session.identity-provider-unavailable` when the provider does not answer in time */
  async client(name: ProviderName): Promise<oidc.Configuration> {
    const known = this.discovered.get(name);
    if (known !== undefined && performance.now() - known.at < metadataLifetimeMs) return known.client;
    const { issuer, clientId } = this.settings(name);
    try {
      const client = await oidc.discovery(
        new URL(issuer),
        clientId,
        undefined,
        oidc.ClientSecretBasic(this.config.oidcClientSecret),
        {
          timeout: discoveryTimeoutSeconds,
          execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
        },
      );
      client.timeout = exchangeTimeoutSeconds;
      this.discovered.set(name, { client, at: performance.now() });
      return client;
    } catch (error) {
      this.logger.warn({ err: error, provider: name }, 'identity provider not reached');
      throw problem('session.identity-provider-unavailable');
    }
  }

  /** Page at the provider that ends its own session; null when it does not answer: our session has ended anyway. */
  async endSessionUrl(name: ProviderName, idToken: string | null): Promise<string | null> {
    const { home, clientId } = this.settings(name);
    try {
      const client = await this.client(name);
      if (client.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(client, {
        client_id: clientId,
        post_logout_redirect_uri: `${this.config.publicOrigin}${home}`,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href;
    } catch (error) {
      this.logger.warn({ err: error, provider: name }, 'end-session address not known');
      return null;
    }
  }
}
