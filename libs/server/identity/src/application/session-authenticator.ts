import { Injectable } from '@nestjs/common';
import { type Audience, permissionsOf } from '@mocua/contract';
import {
  type Authenticated,
  Authenticator,
  type CitizenActor,
  Clock,
  Config,
  type Credentials,
  problem,
  sessionCookieName,
} from '@mocua/server/kernel';
import { kioskVisitCookie, kioskVisitPolicy } from '../domain/kiosk-visit';
import { hashOfSecret } from '../domain/secret-token';
import { SessionPolicy } from '../domain/session-policy';
import { type DeviceInUse, DeviceStore } from '../persistence/device.store';
import { LoginEventStore } from '../persistence/login-event.store';
import {
  type Session,
  type SessionAudience,
  type SessionInUse,
  SessionStore,
} from '../persistence/session.store';

const uuidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/**
 * Turns a cookie into an actor. Nothing is cached: a revoked session, assignment, representation or device ends with
 * the next request.
 */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: SessionStore,
    private readonly devices: DeviceStore,
    private readonly logins: LoginEventStore,
    private readonly policy: SessionPolicy,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    super();
  }

  /**
   * @throws Problem `session.forbidden` for an assignment that is not the officer's today, `party.not-represented` for a
   * party the citizen may not act for today
   */
  async authenticate(audience: Audience, credentials: Credentials): Promise<Authenticated | null> {
    if (audience === 'citizen') {
      const visit = credentials.cookies[kioskVisitCookie(this.config.secureCookies)];
      if (visit !== undefined && visit !== '') return this.kioskVisitor(visit, credentials);
    }
    const token = credentials.cookies[sessionCookieName(audience, this.config.secureCookies)];
    if (token === undefined || token === '') return null;
    switch (audience) {
      case 'kiosk':
        return this.device(token);
      case 'officer':
        return this.officer(token, credentials.assignment);
      case 'citizen':
        return this.citizen(token, credentials.actingFor);
    }
  }

  /** The living session behind a cookie, without asking whom it acts as; for the person's own session and sign-out. */
  async currentSession(audience: SessionAudience, token: string | undefined): Promise<Session | null> {
    const session =
      token === undefined || token === '' ? null : await this.sessions.find(hashOfSecret(token), audience);
    return session?.deviceId === null && (await this.isAlive(session)) ? session : null;
  }

  /** The living visit of a person at the kiosk of the other cookie; neither cookie is worth anything without the other. */
  async currentKioskVisit(cookies: Credentials['cookies']): Promise<Session | null> {
    const token = cookies[kioskVisitCookie(this.config.secureCookies)] ?? '';
    const session = token === '' ? null : await this.sessions.find(hashOfSecret(token), 'citizen');
    if (session === null || (await this.deviceOf(session, cookies)) === null) return null;
    return (await this.isAlive(session)) ? session : null;
  }

  private async officer(token: string, assignmentId: string | undefined): Promise<Authenticated | null> {
    const session = await this.use(token, 'officer', { assignmentId: assignmentId ?? null, actingFor: null });
    if (session === null) return null;
    const { assignment } = session;
    if (assignmentId !== undefined && assignment === null) throw problem('session.forbidden');
    return {
      actor: {
        kind: 'officer',
        sessionId: session.sessionId,
        partyId: session.partyId,
        assignment:
          assignment === null ? null : { ...assignment, permissions: permissionsOf[assignment.role] },
      },
      csrfToken: session.csrfToken,
    };
  }

  private async citizen(token: string, actingFor: string | undefined): Promise<Authenticated | null> {
    const session = await this.use(token, 'citizen', { assignmentId: null, actingFor: actingFor ?? null });
    // a visit at a kiosk counts in its own cookie only, together with the machine's
    if (session?.deviceId !== null) return null;
    return asCitizen(session, actingFor);
  }

  private async kioskVisitor(
    token: string,
    { cookies, actingFor }: Credentials,
  ): Promise<Authenticated | null> {
    const session = await this.use(token, 'citizen', { assignmentId: null, actingFor: actingFor ?? null });
    const device = session === null ? null : await this.deviceOf(session, cookies);
    if (session === null || device === null) return null;
    const { actor } = asCitizen(session, actingFor);
    // one page speaks for the machine and for the person, so one token proves both
    return { actor: { ...actor, atKiosk: device.deviceId }, csrfToken: device.csrfToken };
  }

  private async deviceOf(session: Session, cookies: Credentials['cookies']): Promise<DeviceInUse | null> {
    const token = cookies[sessionCookieName('kiosk', this.config.secureCookies)] ?? '';
    const device = token === '' ? null : await this.devices.findByToken(hashOfSecret(token));
    return device !== null && device.deviceId === session.deviceId ? device : null;
  }

  private async use(
    token: string,
    audience: SessionAudience,
    wish: { assignmentId: string | null; actingFor: string | null },
  ) {
    const session = await this.sessions.use({
      tokenHash: hashOfSecret(token),
      audience,
      assignmentId: uuidOrNull(wish.assignmentId),
      actingFor: uuidOrNull(wish.actingFor),
      today: this.clock.today(),
    });
    return session !== null && (await this.isAlive(session)) ? session : null;
  }

  /** Ends a session that has run out, and otherwise notes now and then that it is in use. */
  private async isAlive(session: Session): Promise<boolean> {
    const now = this.clock.now();
    const policy = session.deviceId === null ? this.policy : kioskVisitPolicy;
    if (policy.hasExpired(session, now)) {
      const ended = await this.sessions.end(null, session.sessionId, 'expired', now);
      if (ended !== null) {
        await this.logins.append({
          partyId: session.partyId,
          audience: session.audience,
          method: session.audience === 'officer' ? 'sso' : 'vneid',
          outcome: 'expired',
          client: '',
          at: now,
        });
      }
      return false;
    }
    if (policy.shouldTouch(session.lastSeenAt, now)) await this.sessions.touch(session.sessionId, now);
    return true;
  }

  private async device(token: string): Promise<Authenticated | null> {
    const device = await this.devices.findByToken(hashOfSecret(token));
    if (device === null) return null;
    return {
      actor: { kind: 'device', deviceId: device.deviceId, unitId: device.unitId },
      csrfToken: device.csrfToken,
    };
  }
}

/** @throws Problem `party.not-represented` for a party the citizen may not act for today */
function asCitizen(
  session: SessionInUse,
  actingFor: string | undefined,
): { actor: CitizenActor; csrfToken: string } {
  const self = actingFor === undefined || actingFor.toLowerCase() === session.partyId;
  if (!self && session.ground === null) throw problem('party.not-represented');
  return {
    actor: {
      kind: 'citizen',
      sessionId: session.sessionId,
      partyId: session.partyId,
      actingFor: self ? session.partyId : (actingFor.toLowerCase() as typeof session.partyId),
      ground: self ? 'self' : (session.ground ?? 'self'),
      identityLevel: session.level ?? 'L1',
    },
    csrfToken: session.csrfToken,
  };
}

/** A header that is no id names nothing; it must not reach the database as a type error. */
function uuidOrNull(value: string | null): string | null {
  return value !== null && uuidPattern.test(value) ? value : null;
}
