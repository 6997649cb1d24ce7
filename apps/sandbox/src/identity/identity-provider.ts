import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import Provider, {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { SandboxOptions } from '../sandbox';
import { type Handler, readBody, RequestError } from '../web/exchange';
import { contentSecurityPolicy, escapeHtml, renderPage, sendPage } from '../web/page';
import { type AccountDirectory, claimNames, claimsOf } from './accounts';
import { choicePage, loggedOutPage, logoutPage } from './identity-pages';
import { loadKeys, type ProviderKeys } from './keys';
import { memoryAdapter } from './memory-adapter';

export interface IdentityProviderOptions extends SandboxOptions {
  readonly origin: string;
  /** Where keys are kept. */
  readonly folder: string;
  readonly directory: AccountDirectory;
}

const scopes = 'openid profile';

/** A real OpenID Connect provider below its mount, with a page to choose an invented person instead of a password. */
export async function identityProviderRoutes(options: IdentityProviderOptions): Promise<Handler> {
  const { directory, origin, folder, portalOrigins } = options;
  const { mount } = directory;
  const keys = await loadKeys(join(folder, `${mount}-keys.json`));
  const provider = new Provider(`${origin}/${mount}`, configuration(options, keys));
  const callback = provider.callback();
  const interactionPath = new RegExp(`^/${mount}/interaction/[\\w-]+$`, 'u');

  return async (request, response, url) => {
    if (interactionPath.test(url.pathname)) {
      if (request.method === 'POST') return choose(provider, directory, request, response);
      await interactionDetails(provider, request, response);
      return sendPage(response, { ...choicePage(directory, url.pathname), formTargets: portalOrigins });
    }
    // The provider routes without its mount and finds the mount again by comparing both addresses.
    Object.assign(request, { originalUrl: request.url });
    request.url = (request.url ?? '/').slice(mount.length + 1) || '/';
    await callback(request, response);
  };
}

async function choose(
  provider: Provider,
  directory: AccountDirectory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const accountId = new URLSearchParams(await readBody(request)).get('account');
  if (accountId === '') {
    return provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'the person went back',
    });
  }
  if (!directory.accounts.some((account) => account.key === accountId) || accountId === null)
    throw new RequestError(400, 'unknown account');
  await interactionDetails(provider, request, response);
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId } },
    { mergeWithLastSubmission: false },
  );
}

/** A page that was left open too long, or came from a bookmark, has no log-in behind it any more. */
async function interactionDetails(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
  } catch (error) {
    if (error instanceof errors.SessionNotFound)
      throw new RequestError(400, 'this log-in has expired; start again at the portal');
    throw error;
  }
}

function clientOf({ directory, clientSecret, portalOrigins }: IdentityProviderOptions): ClientMetadata {
  const { mount, clientId, home } = directory;
  return {
    client_id: clientId,
    client_secret: clientSecret,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: portalOrigins.map((portal) => `${portal}/api/v1/auth/${mount}/callback`),
    post_logout_redirect_uris: portalOrigins.map((portal) => `${portal}${home}`),
  };
}

function configuration(options: IdentityProviderOptions, keys: ProviderKeys): Configuration {
  const { directory, portalOrigins } = options;
  const { mount } = directory;
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    adapter: memoryAdapter(),
    jwks: keys.jwks,
    clients: [clientOf(options)],
    // Both providers live on one host, so their cookies need names of their own.
    cookies: {
      keys: keys.cookieKeys,
      names: { session: `${mount}_session`, interaction: `${mount}_interaction`, resume: `${mount}_resume` },
    },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: [...claimNames] },
    pkce: { required: () => true },
    responseTypes: ['code'],
    interactions: { policy, url: (_ctx, interaction) => `/${mount}/interaction/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => showPage(ctx, logoutPage(directory, form), portalOrigins),
        postLogoutSuccessSource: (ctx) => showPage(ctx, loggedOutPage(directory), []),
      },
    },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: 900,
      Session: 43_200,
      Grant: 43_200,
    },
    findAccount: (_ctx, sub) => {
      const claims = directory.accounts.some((account) => account.key === sub) ? claimsOf(sub) : null;
      return claims === null ? undefined : { accountId: sub, claims: () => claims };
    },
    loadExistingGrant: async (ctx) => {
      const { client, session, provider } = ctx.oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(scopes);
      await grant.save();
      return grant;
    },
    renderError: (ctx, out) => {
      const body = `<p>Yêu cầu đăng nhập không hợp lệ. Hãy quay lại cổng và đăng nhập lại từ đầu.</p><p>${escapeHtml(out.error)}</p>`;
      showPage(ctx, { title: 'Không đăng nhập được', body }, []);
    },
  };
}

function showPage(
  ctx: KoaContextWithOIDC,
  page: { title: string; body: string },
  formTargets: readonly string[],
): void {
  ctx.set('content-security-policy', contentSecurityPolicy(formTargets));
  ctx.type = 'html';
  ctx.body = renderPage(page);
}
