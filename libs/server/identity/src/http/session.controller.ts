import { Controller, Req, Res } from '@nestjs/common';
import {
  getSession,
  type InputOf,
  listCitizenLogins,
  listOfficerLogins,
  logout,
  type ResponseOf,
} from '@mocua/contract';
import {
  type CitizenActor,
  CurrentActor,
  Endpoint,
  Input,
  type MocuaReply,
  type MocuaRequest,
  type OfficerActor,
  parseCookies,
} from '@mocua/server/kernel';
import { DescribeSession } from '../application/describe-session';
import { ListLogins } from '../application/list-logins';
import { SessionAuthenticator } from '../application/session-authenticator';
import { SignOut } from '../application/sign-out';
import { describeClient } from '../domain/client-description';
import { IdentityCookies } from './cookies';

/** The signed-in person, their history, and the way out. */
@Controller()
export class SessionController {
  constructor(
    private readonly authenticator: SessionAuthenticator,
    private readonly describe: DescribeSession,
    private readonly signOut: SignOut,
    private readonly logins: ListLogins,
    private readonly cookies: IdentityCookies,
  ) {}

  @Endpoint(getSession)
  async read(
    @Input() { query }: InputOf<typeof getSession>,
    @Req() request: MocuaRequest,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof getSession>> {
    reply.header('cache-control', 'no-store');
    if (query.audience === 'kiosk') {
      const cookies = parseCookies(request.headers.cookie);
      const credentials = { cookies, actingFor: undefined, assignment: undefined };
      const kiosk = await this.authenticator.authenticate('kiosk', credentials);
      const visit = await this.authenticator.currentKioskVisit(cookies);
      const person = visit === null ? null : await this.describe.execute(visit);
      return { person, csrfToken: kiosk?.csrfToken ?? null };
    }
    const token = this.cookies.readSession(query.audience, request.headers);
    const session = await this.authenticator.currentSession(query.audience, token);
    if (session === null) return { person: null, csrfToken: null };
    return { person: await this.describe.execute(session), csrfToken: session.csrfToken };
  }

  @Endpoint(logout)
  async leave(
    @Input() { body }: InputOf<typeof logout>,
    @Req() request: MocuaRequest,
    @Res({ passthrough: true }) reply: MocuaReply,
  ): Promise<ResponseOf<typeof logout>> {
    // A visit at a kiosk ends by wiping it; only an administrator takes the registration away.
    if (body.audience === 'kiosk') return { endSessionUrl: null };
    const csrfToken = request.headers['x-csrf-token'];
    const endSessionUrl = await this.signOut.execute({
      audience: body.audience,
      token: this.cookies.readSession(body.audience, request.headers),
      csrfToken: typeof csrfToken === 'string' ? csrfToken : undefined,
      client: describeClient(request.headers['user-agent']),
    });
    reply.header('set-cookie', this.cookies.clearSession(body.audience));
    return { endSessionUrl };
  }

  @Endpoint(listCitizenLogins)
  citizenLogins(@CurrentActor() actor: CitizenActor): Promise<ResponseOf<typeof listCitizenLogins>> {
    return this.logins.execute(actor.partyId, 'citizen');
  }

  @Endpoint(listOfficerLogins)
  officerLogins(@CurrentActor() actor: OfficerActor): Promise<ResponseOf<typeof listOfficerLogins>> {
    return this.logins.execute(actor.partyId, 'officer');
  }
}
