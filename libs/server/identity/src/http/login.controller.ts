import { randomBytes } from 'node:crypto';
import { Controller, Req, Res } from '@nestjs/common';
import {
  finishCitizenLogin,
  finishOfficerLogin,
  type InputOf,
  startCitizenLogin,
  startOfficerLogin,
} from '@mocua/contract';
import {
  apiPrefix,
  Endpoint,
  Input,
  languageOf,
  type MocuaReply,
  type MocuaRequest,
  Problem,
  problem,
} from '@mocua/server/kernel';
import { SignIn } from '../application/sign-in';
import { describeClient } from '../domain/client-description';
import { readIdentityClaims } from '../domain/identity-claims';
import { safeReturnTo } from '../domain/return-to';
import { IdentityProviders, type ProviderName } from '../oidc/identity-providers';
import { LoginAttempts } from '../oidc/login-attempt';
import { OidcStrategy, runStrategy } from '../oidc/oidc-strategy';
import { IdentityCookies } from './cookies';
import { sendLoginProblemPage } from './login-problem-page';

/** Sends browsers to the identity providers and takes them back. */
@Controller()
export class LoginController {
  private readonly strategies: Readonly<Record<ProviderName, OidcStrategy>>;

  constructor(
    private readonly providers: IdentityProviders,
    private readonly attempts: LoginAttempts,
    private readonly signIn: SignIn,
    private readonly cookies: IdentityCookies,
  ) {
    this.strategies = {
      vneid: new OidcStrategy('vneid', providers),
      sso: new OidcStrategy('sso', providers),
    };
  }

  @Endpoint(startCitizenLogin)
  async startCitizen(
    @Input() { query }: InputOf<typeof startCitizenLogin>,
    @Req() request: MocuaRequest,
    @Res() reply: MocuaReply,
  ) {
    await this.orPage('vneid', request, reply, () => this.start('vneid', query.returnTo, reply));
  }

  @Endpoint(startOfficerLogin)
  async startOfficer(
    @Input() { query }: InputOf<typeof startOfficerLogin>,
    @Req() request: MocuaRequest,
    @Res() reply: MocuaReply,
  ) {
    await this.orPage('sso', request, reply, () => this.start('sso', query.returnTo, reply));
  }

  @Endpoint(finishCitizenLogin)
  async finishCitizen(@Req() request: MocuaRequest, @Res() reply: MocuaReply) {
    await this.orPage('vneid', request, reply, () => this.finish('vneid', request, reply));
  }

  @Endpoint(finishOfficerLogin)
  async finishOfficer(@Req() request: MocuaRequest, @Res() reply: MocuaReply) {
    await this.orPage('sso', request, reply, () => this.finish('sso', request, reply));
  }

  private async start(
    provider: ProviderName,
    returnTo: string | undefined,
    reply: MocuaReply,
  ): Promise<void> {
    const attempt = {
      provider,
      state: randomBytes(32).toString('base64url'),
      nonce: randomBytes(32).toString('base64url'),
      codeVerifier: randomBytes(48).toString('base64url'),
      returnTo: safeReturnTo(returnTo, this.providers.settings(provider).home),
    };
    const outcome = await runStrategy(this.strategies[provider], { step: 'start', attempt });
    if (outcome.kind !== 'redirect') throw problem('session.login-failed');
    void reply
      .header('set-cookie', this.cookies.login(this.attempts.seal(attempt)))
      .header('cache-control', 'no-store')
      .redirect(outcome.url, 302);
  }

  private async finish(provider: ProviderName, request: MocuaRequest, reply: MocuaReply): Promise<void> {
    reply.header('cache-control', 'no-store').header('set-cookie', this.cookies.clearLogin());
    const attempt = this.attempts.open(this.cookies.readLogin(request.headers));
    const query = new URL(request.url, 'http://local.invalid').searchParams;
    const outcome =
      attempt?.provider === provider
        ? await runStrategy(this.strategies[provider], { step: 'finish', attempt, query })
        : ({ kind: 'failure' } as const);
    const { audience } = this.providers.settings(provider);
    const result = await this.signIn.execute({
      audience,
      provider,
      identity: outcome.kind === 'success' ? readIdentityClaims(outcome.claims) : null,
      idToken: outcome.kind === 'success' ? outcome.idToken : null,
      client: describeClient(request.headers['user-agent']),
      previousToken: this.cookies.readSession(audience, request.headers),
    });
    if (!result.ok) throw problem(result.code);
    if (attempt === null) throw problem('session.login-failed');
    // Fastify keeps every cookie of a reply: this one joins the one that clears the attempt.
    void reply
      .header('set-cookie', this.cookies.session(audience, result.token))
      .redirect(attempt.returnTo, 303);
  }

  /** A person in a browser reads a page; any other client gets the problem document. */
  private async orPage(
    provider: ProviderName,
    request: MocuaRequest,
    reply: MocuaReply,
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem) || !/\btext\/html\b/u.test(request.headers.accept ?? '')) throw error;
      const { home } = this.providers.settings(provider);
      const start = `${apiPrefix}/auth/${provider}/start?returnTo=${encodeURIComponent(home)}`;
      // The provider would send the same account straight back; another one can be chosen only after leaving there.
      const leave =
        error.code === 'session.no-role' ? await this.providers.endSessionUrl(provider, null) : null;
      const again = leave ?? start;
      sendLoginProblemPage(reply, error, languageOf(request), { again, home });
    }
  }
}
