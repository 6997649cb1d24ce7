import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  AgencyClientView,
  getAgencyClient,
  InputOf,
  listAgencyClients,
  ResponseOf,
} from '@mocua/contract';
import { hashOfSecret, newSecretToken } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { PublishedProcedures } from '@mocua/server/procedure';
import { type AgencyClient, formerSecretMs } from '../domain/agency-client';
import { type ClientPosition, ClientStore, type ClientWish } from '../persistence/client.store';
import { SubscriptionStore } from '../persistence/subscription.store';
import { toSubscriptionView } from './manage-subscriptions';

const pageSize = 50;

/** A secret leaves once, in the answer to the call that made it. */
export interface ClientWithSecret {
  readonly client: AgencyClientView;
  readonly clientSecret: string;
}

/** Lets systems of other agencies in, changes what they may, and shuts them out. */
@Injectable()
export class ManageClients {
  constructor(
    private readonly clients: ClientStore,
    private readonly subscriptions: SubscriptionStore,
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
  ) {}

  /** Newest first. A position that was not made here begins at the top. */
  async list({ query }: InputOf<typeof listAgencyClients>): Promise<ResponseOf<typeof listAgencyClients>> {
    const found = await this.clients.page(positionIn(query.after), pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: shown.map((client) => this.view(client)),
      next: found.length > pageSize && last ? positionAfter(last) : null,
    };
  }

  /** @throws Problem `agency.client-not-found` */
  async get(clientId: string): Promise<ResponseOf<typeof getAgencyClient>> {
    const client = await this.require(clientId);
    const subscriptions = await this.subscriptions.of(clientId);
    return {
      client: this.view(client),
      subscriptions: subscriptions.map((each) => toSubscriptionView(each, this.clock.now())),
    };
  }

  /** @throws Problem `procedure.not-found` */
  async register(actor: OfficerActor, wish: ClientWish): Promise<ClientWithSecret> {
    await this.requireProcedures(wish.procedureCodes);
    const clientId = `cq_${randomBytes(9).toString('base64url')}`;
    const secret = newSecretToken();
    const now = this.clock.now();
    await this.clients.insert(clientId, wish, { secretHash: hashOfSecret(secret), by: actor.partyId, now });
    return { client: this.view(await this.require(clientId)), clientSecret: secret };
  }

  /** @throws Problem `agency.client-not-found`, `agency.client-revoked`, `procedure.not-found` */
  async change(clientId: string, wish: ClientWish): Promise<AgencyClientView> {
    await this.requireActive(clientId);
    await this.requireProcedures(wish.procedureCodes);
    await this.clients.change(clientId, wish);
    return this.view(await this.require(clientId));
  }

  /** @throws Problem `agency.client-not-found`, `agency.client-revoked` */
  async rotate(clientId: string, endFormer: boolean): Promise<ClientWithSecret> {
    await this.requireActive(clientId);
    const secret = newSecretToken();
    const now = this.clock.now();
    const formerUntil = endFormer ? null : new Date(now.getTime() + formerSecretMs);
    await this.clients.rotate(clientId, hashOfSecret(secret), { formerUntil, now });
    return { client: this.view(await this.require(clientId)), clientSecret: secret };
  }

  /** Safe to repeat. @throws Problem `agency.client-not-found` */
  async revoke(clientId: string): Promise<AgencyClientView> {
    await this.require(clientId);
    await this.clients.revoke(clientId, this.clock.now());
    return this.view(await this.require(clientId));
  }

  private async require(clientId: string): Promise<AgencyClient> {
    const client = await this.clients.find(clientId);
    if (client === null) throw problem('agency.client-not-found');
    return client;
  }

  private async requireActive(clientId: string): Promise<void> {
    const { state } = await this.require(clientId);
    if (state === 'revoked') throw problem('agency.client-revoked');
  }

  private async requireProcedures(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    const known = new Set((await this.procedures.list(this.clock.today())).map(({ code }) => code));
    const unknown = codes.find((code) => !known.has(code));
    if (unknown !== undefined) throw problem('procedure.not-found', { code: unknown });
  }

  private view(client: AgencyClient): AgencyClientView {
    const { registeredAt, lastUsedAt, formerSecretUntil, scopes, procedureCodes, ...rest } = client;
    const former = formerSecretUntil !== null && formerSecretUntil > this.clock.now();
    return {
      ...rest,
      scopes: [...scopes],
      procedureCodes: [...procedureCodes],
      registeredAt: registeredAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      formerSecretUntil: former ? formerSecretUntil.toISOString() : null,
    };
  }
}

function positionAfter({ registeredAt, clientId }: AgencyClient): string {
  return Buffer.from(`${registeredAt.toISOString()}|${clientId}`).toString('base64url');
}

function positionIn(cursor: string | undefined): ClientPosition | null {
  const [at = '', clientId = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('|');
  return Number.isNaN(Date.parse(at)) || !/^[\w-]{8,40}$/u.test(clientId)
    ? null
    : { at: new Date(at).toISOString(), clientId };
}
