import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AgencyScope, Audience, Endpoint } from '@mocua/contract';
import type { HttpActor } from '../actor';
import { AgencyAuthenticator, Authenticator, bearerTokenOf, parseCookies } from '../authenticator';
import { Config } from '../config/config';
import { problem } from '../problem';
import { endpointMetadata } from './endpoint.decorator';
import type { MocuaRequest } from './request';

/** Routes outside `/api/v1` that serve pages, assets and operations; each is declared by name. */
export const openRouteMetadata = 'mocua:open-route';

/** Default deny: a handler without a declared access rule never runs. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly agencies: AgencyAuthenticator,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const endpoint = this.reflector.get<Endpoint | undefined>(endpointMetadata, handler);
    if (!endpoint) return this.reflector.get<string | undefined>(openRouteMetadata, handler) !== undefined;

    const request = context.switchToHttp().getRequest<MocuaRequest>();
    const state = (request.mocua ??= {});
    state.endpoint = endpoint;
    this.refuseForeignOrigin(request);
    const { access } = endpoint;
    if (access.kind === 'public') return true;
    if (access.kind === 'agency') {
      state.actor = await this.agencyOf(request, access.scope);
      return true;
    }

    const audience: Audience = access.kind === 'device' ? 'kiosk' : access.kind;
    const authenticated = await this.authenticator.authenticate(audience, {
      cookies: parseCookies(request.headers.cookie),
      actingFor: single(request.headers['mocua-acting-for']),
      assignment: single(request.headers['mocua-assignment']),
    });
    if (!authenticated) throw problem('session.required');
    if (request.method !== 'GET')
      requireCsrfToken(single(request.headers['x-csrf-token']), authenticated.csrfToken);
    if (access.kind === 'officer') requirePermission(authenticated.actor, endpoint);
    state.actor = authenticated.actor;
    return true;
  }

  /** A token is sent on purpose, never by a browser on its own; so there is nothing for a CSRF token to prove. */
  private async agencyOf(request: MocuaRequest, scope: AgencyScope): Promise<HttpActor> {
    const token = bearerTokenOf(request.headers.authorization);
    const actor = token === null ? null : await this.agencies.authenticate(token);
    if (actor === null) throw problem('agency.token-required');
    if (!actor.scopes.includes(scope)) throw problem('agency.scope-missing', { scope });
    return actor;
  }

  /** Browsers tell where an unsafe request comes from; only our own pages may send one. */
  private refuseForeignOrigin(request: MocuaRequest): void {
    if (request.method === 'GET') return;
    const site = single(request.headers['sec-fetch-site']);
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw problem('session.csrf');
    const origin = request.headers.origin;
    if (origin === undefined || origin === this.config.publicOrigin) return;
    if (URL.parse(origin)?.host !== request.headers.host) throw problem('session.csrf');
  }
}

function requirePermission(actor: HttpActor, endpoint: Endpoint): void {
  if (endpoint.access.kind !== 'officer' || actor.kind !== 'officer') throw problem('session.forbidden');
  const { permission } = endpoint.access;
  if (permission === 'own-session') return;
  if (actor.assignment === null) throw problem('session.assignment-required');
  if (permission === 'any') return;
  if (!actor.assignment.permissions.includes(permission)) throw problem('session.forbidden');
}

function requireCsrfToken(sent: string | undefined, expected: string): void {
  const a = Buffer.from(sent ?? '');
  const b = Buffer.from(expected);
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw problem('session.csrf');
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
